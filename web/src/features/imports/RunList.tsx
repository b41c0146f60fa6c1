import { useEffect, useId, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { counted } from '../../graph-model/words.ts';
import { useAnnounce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, StaleNotice } from '../../ui/standard-notices.tsx';
import { ImportRunsDocument } from './documents.ts';
import { RunRow } from './RunRow.tsx';
import { newestFirst } from './run-data.ts';
import { SaveRuns } from './SaveRuns.tsx';

/** How many imports are fetched at first, and how many more each time. The API gives at most 500 at once. */
const step = 25;
const largest = 500;

/** The imports there were, newest first, and the way to take one back. `written` changes with each import of this page. */
export const RunList = (props: { readonly written: string }): ReactNode => {
  const id = useId();
  const [first, setFirst] = useState(step);
  const query = useQuery(ImportRunsDocument, { first }, { keep: true });
  const announce = useAnnounce();
  const { retry } = query;
  useEffect(() => {
    if (props.written !== '') retry();
  }, [props.written, retry]);
  return (
    <section className="sheet runs" aria-labelledby={id}>
      {query.phase === 'failed' ? (
        <>
          <h2 id={id}>Imports so far</h2>
          <FailedNotice title="The imports could not be fetched." message={query.error.message} onRetry={retry} />
        </>
      ) : query.phase === 'ready' ? (
        <>
          <div className="row spread">
            <h2 id={id}>
              Imports so far{' '}
              <span className="quiet">
                Showing {query.data.importRuns.nodes.length} of {counted(query.data.importRuns.totalCount, 'import')},
                newest first.
              </span>
            </h2>
            <div className="row">
              <button type="button" className="button" onClick={retry}>
                Look again
              </button>
              <SaveRuns isEmpty={query.data.importRuns.totalCount === 0} />
            </div>
          </div>
          {query.trouble === undefined ? null : <StaleNotice message={query.trouble.message} onRetry={retry} />}
          {query.data.importRuns.nodes.length === 0 ? (
            <Notice kind="empty" title="Nothing was imported yet.">
              Each import stands here with what it saw and who made it, and can be taken back. Drop a file above to
              begin.
            </Notice>
          ) : (
            <table className="run-table" aria-busy={query.refreshing}>
              <thead>
                <tr>
                  <th scope="col">File</th>
                  <th scope="col">State</th>
                  <th scope="col">When, by whom</th>
                  <th scope="col">What it saw</th>
                  <th scope="col">Ways on</th>
                </tr>
              </thead>
              {newestFirst(query.data.importRuns.nodes).map((run) => (
                <RunRow
                  key={run.id}
                  run={run}
                  isUnderWay={query.data.importJobs.some(
                    ({ dryRun, file, phase }) => !dryRun && file === run.file && phase !== 'DONE' && phase !== 'FAILED',
                  )}
                  onTakenBack={(words) => {
                    announce(words);
                    retry();
                  }}
                />
              ))}
            </table>
          )}
          {query.data.importRuns.pageInfo.hasNextPage ? (
            first < largest ? (
              <button
                type="button"
                className="button more-button"
                onClick={() => setFirst(Math.min(largest, first + step))}
              >
                Show more
              </button>
            ) : (
              <p>At most {largest} are shown at once. Save the CSV to see the others.</p>
            )
          ) : null}
        </>
      ) : (
        <>
          <h2 id={id}>Imports so far</h2>
          <Notice kind="loading" title="Looking for the imports there were." />
        </>
      )}
    </section>
  );
};
