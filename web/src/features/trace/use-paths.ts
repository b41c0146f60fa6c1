import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import type { ApiFailure } from '../../api/failure.ts';
import { PathsDocument } from './documents.ts';
import type { PathData } from './trace-data.ts';
import type { PathTab, TraceParams } from './use-trace-params.ts';

const pageSize = 20;

/** The most pages fetched by themselves to find the path an address names. */
const searchedPages = 10;

/** The paths fetched so far. `hasMore` when more follow; `more` fetches the next page, or tries again what failed. */
export interface PathList {
  readonly paths: readonly PathData[];
  readonly loading: boolean;
  readonly hasMore: boolean;
  readonly error: ApiFailure | undefined;
  readonly more: () => void;
}

interface Pages {
  readonly paths: readonly PathData[];
  readonly cursor: string | undefined;
  readonly hasMore: boolean;
  readonly count: number;
}

const none: Pages = { paths: [], cursor: undefined, hasMore: true, count: 0 };

/** The paths of one answer, page by page as they are asked for, anew when the question changes. `revision` is the answer's, so both stay together. */
export const usePaths = (params: TraceParams, answerId: string | undefined, revision: number | undefined): PathList => {
  const [pages, setPages] = useState(none);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<ApiFailure>();
  const abort = useRef<AbortController>(undefined);
  const { dataClass, audience, channel, asOf, tab } = params;
  const key = JSON.stringify([dataClass, audience, channel, asOf, tab, answerId, revision]);

  const fetchPage = useCallback(
    (from: Pages) => {
      if (answerId === undefined) return;
      abort.current?.abort();
      const own = new AbortController();
      abort.current = own;
      setLoading(true);
      setError(undefined);
      client(
        PathsDocument,
        {
          dataClass,
          part: answerId,
          audience: audience ?? null,
          channel: channel ?? null,
          asOf: asOf ?? null,
          ...filterOf(tab),
          first: pageSize,
          after: from.cursor ?? null,
        },
        { signal: own.signal },
      ).then(
        (result) => {
          if (own.signal.aborted) return;
          setLoading(false);
          if (!result.ok) {
            setError(result.error);
            return;
          }
          const { nodes, pageInfo } = result.value.tracePaths;
          setPages({
            paths: [...from.paths, ...nodes],
            cursor: pageInfo.endCursor ?? from.cursor,
            hasMore: pageInfo.hasNextPage,
            count: from.count + 1,
          });
        },
        () => undefined,
      );
    },
    // The key stands for all parts of the question.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key],
  );

  useEffect(() => {
    setPages(none);
    fetchPage(none);
    return () => abort.current?.abort();
  }, [fetchPage]);

  useEffect(() => {
    const sought = params.path !== undefined && !pages.paths.some((path) => path.id === params.path);
    if (sought && pages.count > 0 && pages.hasMore && !loading && error === undefined && pages.count < searchedPages)
      fetchPage(pages);
  }, [params.path, pages, loading, error, fetchPage]);

  const more = useCallback(() => fetchPage(pages), [fetchPage, pages]);
  return { paths: pages.paths, loading, hasMore: pages.hasMore, error, more };
};

const filterOf = (
  tab: PathTab,
): { readonly status: 'RELEASED' | 'LIMITED' | 'STOPPED' | null; readonly undocumented: boolean | null } => {
  switch (tab) {
    case 'all':
      return { status: null, undocumented: null };
    case 'released':
      return { status: 'RELEASED', undocumented: null };
    case 'limited':
      return { status: 'LIMITED', undocumented: null };
    case 'stopped':
      return { status: 'STOPPED', undocumented: null };
    case 'undocumented':
      return { status: null, undocumented: true };
  }
};
