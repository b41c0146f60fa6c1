import { useEffect, useRef, useState, type ReactNode } from 'react';
import { client } from '../../api/client.ts';
import type { ApiResult } from '../../api/failure.ts';
import type { ImportRunPageQuery } from '../../gql/graphql.ts';
import { downloadCsv } from '../../ui/download.ts';
import { useAnnounce } from '../../ui/live.ts';
import { readBetween } from '../../view/read-between.ts';
import { aboutTable } from '../../view/saved-about.ts';
import { useNamedView } from '../../view/use-named-view.ts';
import { ImportRunPageDocument } from './documents.ts';
import { newestFirst, runsAsCsv, type RunData } from './run-data.ts';

/** As many imports as are fetched at once. */
const pageSize = 200;

/** Saves every import there was as CSV. */
export const SaveRuns = (props: { readonly isEmpty: boolean }): ReactNode => {
  const announce = useAnnounce();
  const view = useNamedView();
  const [isFetching, setIsFetching] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);
  const save = async (): Promise<void> => {
    if (isFetching) return;
    abort.current = new AbortController();
    setIsFetching(true);
    setTrouble(undefined);
    const { signal } = abort.current;
    const runs = await readBetween(() => fetchAll(signal), signal);
    setIsFetching(false);
    if (!runs.ok) {
      setTrouble(runs.error.message);
      return;
    }
    const { value, revisions } = runs.value;
    const asOf = new Date().toISOString().slice(0, 10);
    const about = aboutTable({ asOf, revisions, narrowedTo: [] }, view);
    const text = runsAsCsv(newestFirst(value), about, view.namesHidden);
    downloadCsv('imports.csv', text);
    announce('CSV saved.');
  };
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={props.isEmpty}
        aria-disabled={isFetching}
        // It rejects only when the page was left.
        onClick={() => void save().catch(() => undefined)}
      >
        Save CSV
      </button>
      {trouble === undefined ? null : (
        <span className="form-trouble" role="alert">
          Not all of them could be fetched. {trouble}
        </span>
      )}
    </>
  );
};

const fetchAll = async (signal: AbortSignal): Promise<ApiResult<readonly RunData[]>> => {
  const found: RunData[] = [];
  for (let after: string | null = null; ;) {
    const page: ApiResult<ImportRunPageQuery> = await client(
      ImportRunPageDocument,
      { first: pageSize, after },
      { signal },
    );
    if (!page.ok) return page;
    const { nodes, pageInfo }: ImportRunPageQuery['importRuns'] = page.value.importRuns;
    found.push(...nodes);
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || after === null) return { ok: true, value: found };
  }
};
