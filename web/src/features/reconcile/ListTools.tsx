import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ApiFailure, ApiResult } from '../../api/failure.ts';
import type { ReconciliationFilter, ReconciliationQuery } from '../../gql/graphql.ts';
import { downloadCsv } from '../../ui/download.ts';
import { useAnnounce } from '../../ui/live.ts';
import { FreezeButton } from '../../view/FreezeButton.tsx';
import { readBetween } from '../../view/read-between.ts';
import { aboutTable } from '../../view/saved-about.ts';
import { useNamedView } from '../../view/use-named-view.ts';
import { ReconciledKeysDocument, ReconciledRowsDocument } from './documents.ts';
import { filterWords } from './filter-words.ts';
import { fetchPages } from './fetch-pages.ts';
import { rowsAsCsv } from './save-rows.ts';
import { isDecidable, mostSelected, type Selection } from './use-selection.ts';

/** How many are shown of how many, and what is done with all of them: select, and save as CSV. */
export const ListTools = (props: {
  readonly data: ReconciliationQuery['reconciliation'];
  readonly filter: ReconciliationFilter;
  readonly selection: Selection;
  readonly headingId: string;
}): ReactNode => {
  const { filter, selection } = props;
  const { nodes, totalCount } = props.data;
  const announce = useAnnounce();
  const view = useNamedView();
  const { fetching, failure, begin } = useFetching();
  const select = (): void =>
    begin(
      (signal) => fetchPages(ReconciledKeysDocument, filter, signal, mostSelected),
      (choices) => {
        const decidable = choices.filter(isDecidable);
        selection.replace(decidable);
        announce(`${decidable.length} selected.`);
      },
    );
  const save = (): void =>
    begin(
      (signal) => readBetween(() => fetchPages(ReconciledRowsDocument, filter, signal), signal),
      ({ value: items, revisions }) => {
        const asOf = new Date().toISOString().slice(0, 10);
        const about = aboutTable({ asOf, revisions, narrowedTo: filterWords(filter) }, view);
        downloadCsv('reconciliation.csv', rowsAsCsv(items, about, view.namesHidden));
        announce('CSV saved.');
      },
    );
  const isEmpty = nodes.length === 0;
  return (
    <>
      <div className="row spread">
        <div>
          <h2 id={props.headingId}>Observed beside declared</h2>
          <p>
            Showing {nodes.length} of {totalCount}.
          </p>
        </div>
        <div className="row">
          {view.isReadOnly ? null : (
            <button
              type="button"
              className="button"
              disabled={isEmpty}
              onClick={() => {
                selection.replace(nodes);
                announce(`${nodes.filter(isDecidable).length} selected.`);
              }}
            >
              Select all shown
            </button>
          )}
          {totalCount > nodes.length && !view.isReadOnly ? (
            <button type="button" className="button" aria-disabled={fetching} onClick={select}>
              Select {totalCount > mostSelected ? `the first ${mostSelected}` : `all ${totalCount}`} that fit
            </button>
          ) : null}
          <button type="button" className="button" disabled={isEmpty} aria-disabled={fetching} onClick={save}>
            Save CSV
          </button>
          <FreezeButton className="button" />
        </div>
      </div>
      {failure === undefined ? null : (
        <p className="form-trouble" role="alert">
          Not all of them could be fetched. {failure.message}
        </p>
      )}
    </>
  );
};

/** Fetches one thing at a time, and gives it up with the page. */
const useFetching = () => {
  const [fetching, setFetching] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);
  const begin = <T,>(fetch: (signal: AbortSignal) => Promise<ApiResult<T>>, onDone: (value: T) => void): void => {
    if (fetching) return;
    const own = new AbortController();
    abort.current = own;
    setFetching(true);
    setFailure(undefined);
    fetch(own.signal).then(
      (result) => {
        setFetching(false);
        if (result.ok) onDone(result.value);
        else setFailure(result.error);
      },
      () => undefined,
    );
  };
  return { fetching, failure, begin };
};
