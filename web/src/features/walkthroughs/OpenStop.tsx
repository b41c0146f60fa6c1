import { useEffect, type ReactNode } from 'react';
import { showStop } from '../../present/run.ts';
import { useWalkthrough } from '../../present/walkthrough.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage } from '../../ui/standard-notices.tsx';

/** Goes on to a stop of a walkthrough (from 0), in presenter mode; says so where there is none. */
export const OpenStop = ({ id, number }: { readonly id: string; readonly number: number }): ReactNode => {
  const { walkthrough, error, reload } = useWalkthrough(id);
  const stop = walkthrough?.stops[number];
  useEffect(() => {
    if (walkthrough != null && stop !== undefined) showStop(walkthrough, number);
    // Once it is there: what is saved later does not lead back here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stop !== undefined]);
  if (error !== undefined && walkthrough === undefined)
    return (
      <LonePage>
        <FailedNotice title="The walkthrough could not be fetched." message={error.message} onRetry={reload} />
      </LonePage>
    );
  return (
    <LonePage>
      {walkthrough === undefined || stop !== undefined ? (
        <Notice kind="loading" title="Opening the walkthrough." />
      ) : (
        <Notice
          kind="empty"
          title={
            walkthrough === null
              ? `There is no walkthrough “${id}”.`
              : `“${walkthrough.name}” has ${walkthrough.stops.length} stops; there is no such one.`
          }
        >
          <Link href="/walkthroughs">All walkthroughs</Link>
        </Notice>
      )}
    </LonePage>
  );
};
