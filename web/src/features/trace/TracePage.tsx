import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage } from '../../ui/standard-notices.tsx';
import { TraceDocument } from './documents.ts';
import { TraceScreen } from './TraceScreen.tsx';
import { useTraceParams, type ParamChange, type TraceParams } from './use-trace-params.ts';

/** The trace screen of the class the address names, or why there is none. */
export const TracePage = ({ dark }: { readonly dark: boolean }): ReactNode => {
  const [params, change] = useTraceParams();
  // Another class is another screen: an answer never stands under the name of another.
  return <TraceOfClass key={params.dataClass} params={params} change={change} dark={dark} />;
};

const TraceOfClass = (props: {
  readonly params: TraceParams;
  readonly change: (change: ParamChange) => void;
  readonly dark: boolean;
}): ReactNode => {
  const { params, change, dark } = props;
  const query = useQuery(
    TraceDocument,
    params.dataClass === ''
      ? undefined
      : {
          dataClass: params.dataClass,
          part: params.part ?? null,
          audience: params.audience ?? null,
          channel: params.channel ?? null,
          asOf: params.asOf ?? null,
          rulePack: params.rulePack ?? null,
        },
    { keep: true },
  );
  switch (query.phase) {
    case 'idle':
      return (
        <LonePage>
          <Notice kind="empty" title="No data class is chosen.">
            Search for one above, or <Link href="/">choose one from the list</Link>.
          </Notice>
        </LonePage>
      );
    case 'loading':
      return (
        <LonePage>
          <Notice kind="loading" title="Tracing.">
            {query.trouble === undefined ? undefined : `${query.trouble.message} Trying again.`}
          </Notice>
        </LonePage>
      );
    case 'failed':
      return (
        <LonePage>
          {query.error.code === 'NOT_FOUND' ? (
            <Notice kind="empty" title={query.error.message}>
              <Link href="/">Choose from the list of data classes</Link>, or clear the filters in the address.
            </Notice>
          ) : (
            <FailedNotice
              title="The trace could not be fetched."
              message={
                <>
                  {query.error.message}
                  {query.error.requestId === undefined ? '' : ` Request ${query.error.requestId}.`}
                </>
              }
              onRetry={query.retry}
            />
          )}
        </LonePage>
      );
    case 'ready':
      return (
        <TraceScreen
          trace={query.data.trace}
          asked={query.asked}
          params={params}
          change={change}
          dark={dark}
          refreshing={query.refreshing}
          trouble={query.trouble?.message}
          onRetry={query.retry}
        />
      );
  }
};
