import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { useNotedWhenFree } from '../../api/noted-changes.ts';
import { unmovedBy } from '../../api/unmoved-by.ts';
import type { ApiFailure } from '../../api/failure.ts';
import type { FindingFilter, FindingSort } from '../../gql/graphql.ts';
import { FindingsDocument } from './documents.ts';
import type { FindingData } from './finding-data.ts';

/** How many findings are fetched at a time. */
const pageSize = 100;

/** What is asked of the queue. */
export interface FindingsQuestion {
  readonly asOf: string | null;
  readonly filter: FindingFilter;
  readonly sort: FindingSort;
}

/** The findings fetched so far, how many there are, and the ways to go on. `more` fetches the next page; `reload` what is there anew. */
export interface FindingsList {
  readonly findings: readonly FindingData[];
  readonly total: number | undefined;
  readonly loading: boolean;
  readonly error: ApiFailure | undefined;
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly reload: () => void;
}

interface Fetched {
  readonly key: string;
  readonly findings: readonly FindingData[];
  readonly total: number | undefined;
  readonly after: string | null;
  readonly hasMore: boolean;
}

const nothing: Fetched = { key: '', findings: [], total: undefined, after: null, hasMore: false };

/** The findings that fit, page by page as they are scrolled to. What was fetched stays in view while the same question is asked anew. */
export const useFindings = (question: FindingsQuestion): FindingsList => {
  const key = JSON.stringify(question);
  const [fetched, setFetched] = useState(nothing);
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<ApiFailure>();
  const underway = useRef<AbortController>(undefined);

  /** Fetches pages after `from` until there are `wanted` findings, and shows them at once. */
  const fetchTo = useCallback(
    async (from: Fetched, wanted: number): Promise<void> => {
      underway.current?.abort();
      const own = new AbortController();
      underway.current = own;
      setLoading(true);
      setError(undefined);
      let known = from;
      do {
        const variables = { ...(JSON.parse(key) as FindingsQuestion), first: pageSize, after: known.after };
        const result = await client(FindingsDocument, variables, { signal: own.signal });
        if (own.signal.aborted) return;
        if (!result.ok) {
          setLoading(false);
          setError(result.error);
          return;
        }
        const { nodes, totalCount, pageInfo } = result.value.findings;
        known = {
          key,
          findings: [...known.findings, ...nodes],
          total: totalCount,
          after: pageInfo.endCursor ?? null,
          hasMore: pageInfo.hasNextPage,
        };
      } while (known.hasMore && known.findings.length < wanted);
      setFetched(known);
      setLoading(false);
    },
    [key],
  );
  const start = useCallback(
    (wanted: number) => {
      fetchTo({ ...nothing, key }, wanted).catch(() => undefined);
    },
    [fetchTo, key],
  );

  useEffect(() => {
    start(pageSize);
    return () => underway.current?.abort();
  }, [start]);

  const more = useCallback(() => {
    // What failed is tried again when somebody asks for it, not by itself.
    if (!loading && error === undefined && fetched.hasMore && fetched.key === key)
      fetchTo(fetched, fetched.findings.length + pageSize).catch(() => undefined);
  }, [fetchTo, fetched, key, loading, error]);
  const reload = useCallback(() => start(fetched.findings.length), [start, fetched.findings.length]);
  const noted = useNotedWhenFree(loading, unmovedBy(FindingsDocument));
  const seen = useRef(noted);
  useEffect(() => {
    if (seen.current === noted) return;
    seen.current = noted;
    reload();
  });
  const { findings, total, hasMore } = fetched;
  return { findings, total, loading, error, hasMore, more, reload };
};
