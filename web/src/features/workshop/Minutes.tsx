import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { MinutesFormat } from '../../gql/graphql.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { useView } from '../../view/use-view.ts';
import { MinutesDocument } from './documents.ts';
import type { WorkshopData } from './workshop-data.ts';

const formats = [
  ['HTML', 'html', 'As a page'],
  ['MARKDOWN', 'md', 'Markdown'],
  ['CSV', 'csv', 'CSV'],
] as const;

/** The minutes as they would be handed out now: to look at, to save, and to print. */
export const Minutes = ({ workshop }: { readonly workshop: WorkshopData }): ReactNode => {
  const [format, setFormat] = useState<MinutesFormat>('HTML');
  const { namesHidden, isReadOnly } = useView();
  const frame = useRef<HTMLIFrameElement>(null);
  const query = useQuery(
    MinutesDocument,
    useMemo(() => ({ workshop: workshop.id, format }), [workshop.id, format]),
    { keep: true },
  );
  const minutes = query.phase === 'ready' && query.asked.format === format ? query.data.minutes : undefined;
  return (
    <div className="minutes">
      <div className="row spread">
        <div className="row" role="group" aria-label="Show as">
          {formats.map(([each, , words]) => (
            <button
              key={each}
              type="button"
              className="button"
              aria-pressed={each === format}
              onClick={() => setFormat(each)}
            >
              {words}
            </button>
          ))}
        </div>
        <div className="row" role="group" aria-label="Save the minutes">
          {isReadOnly ? (
            // A link says nothing of what the page looks at: it would hand out what is not shown here.
            <span className="quiet">
              {namesHidden
                ? 'A saved file would hold the names. Show names to save it.'
                : 'A saved file would be of now. Go to now to save it.'}
            </span>
          ) : (
            formats.map(([each, ending]) => (
              <a
                key={each}
                className="button"
                download=""
                href={`/workshops/${encodeURIComponent(workshop.id)}/minutes.${ending}`}
              >
                Save {each === 'MARKDOWN' ? 'Markdown' : each}
              </a>
            ))
          )}
          <button
            type="button"
            className="button primary"
            disabled={format !== 'HTML' || !minutes}
            title={format === 'HTML' ? undefined : 'Show them as a page to print them'}
            onClick={() => frame.current?.contentWindow?.print()}
          >
            Print or save PDF
          </button>
        </div>
      </div>
      {workshop.state === 'CLOSED' ? null : (
        <p className="quiet">The workshop is not over: these are the minutes as they stand now.</p>
      )}
      {query.phase === 'failed' ? (
        <FailedNotice title="The minutes could not be fetched." message={query.error.message} onRetry={query.retry} />
      ) : minutes === undefined ? (
        <Notice kind="loading" title="Writing the minutes." />
      ) : minutes === null ? (
        <Notice kind="empty" title="There are no minutes of this workshop." />
      ) : format === 'HTML' ? (
        // No script of it runs, whatever it says: it may only be printed from here.
        <iframe
          ref={frame}
          className="minutes-page"
          title={`Minutes of ${workshop.name}`}
          sandbox="allow-same-origin allow-modals"
          srcDoc={minutes.text}
        />
      ) : (
        <pre className="minutes-text" tabIndex={0} role="region" aria-label={`Minutes as ${format.toLowerCase()}`}>
          {minutes.text}
        </pre>
      )}
    </div>
  );
};
