import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { useNotedWhenFree } from '../../api/noted-changes.ts';
import { unmovedBy } from '../../api/unmoved-by.ts';
import type { ApiFailure } from '../../api/failure.ts';
import type { WaysQuery } from '../../gql/graphql.ts';
import { thingOf } from '../../graph-model/map/map-picture.ts';
import type { MapParams } from './use-map-params.ts';
import type { WayData } from './map-data.ts';
import { WaysDocument } from './documents.ts';

type Page = WaysQuery['ways'];

/** The ways fetched so far, first to last. `asked` says whether from, to and so on make a question at all. */
export interface WayList {
  readonly asked: boolean;
  readonly ways: readonly WayData[];
  readonly count: Page['count'] | undefined;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly error: ApiFailure | undefined;
  readonly more: () => void;
}

const pageSize = 20;
/** The most that are asked for anew at once. */
const mostAnew = 200;
const none = { ways: [], count: undefined, cursor: undefined, hasMore: false } as const;

interface Pages {
  readonly ways: readonly WayData[];
  readonly count: Page['count'] | undefined;
  readonly cursor: string | undefined;
  readonly hasMore: boolean;
}

/** The ways that the address asks for, page by page as they are wanted, anew when the question changes. */
export const useWays = ({ ways, dataClass, asOf }: MapParams): WayList => {
  const [pages, setPages] = useState<Pages>(none);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<ApiFailure>();
  const abort = useRef<AbortController>(undefined);
  const from = ways === undefined ? undefined : thingOf(ways.from);
  const to = ways === undefined ? undefined : thingOf(ways.to);
  const through = (ways?.through ?? []).flatMap((id) => thingOf(id) ?? []);
  const asked = from?.concept === 'SYSTEM' && to !== undefined;
  const key = JSON.stringify([from, to, through, dataClass, asOf]);

  const fetchPage = useCallback(
    (before: Pages, first = pageSize) => {
      abort.current?.abort();
      if (from === undefined || to === undefined || !asked) return;
      const own = new AbortController();
      abort.current = own;
      setLoading(true);
      setError(undefined);
      const variables = {
        from: from.id,
        to,
        via: through.map(({ id }) => id),
        dataClass: dataClass ?? null,
        asOf: asOf ?? null,
        first,
        after: before.cursor ?? null,
      };
      client(WaysDocument, variables, { signal: own.signal }).then(
        (result) => {
          if (own.signal.aborted) return;
          setLoading(false);
          if (!result.ok) {
            setError(result.error);
            return;
          }
          const { nodes, count, pageInfo } = result.value.ways;
          setPages({
            ways: [...before.ways, ...nodes],
            count,
            cursor: pageInfo.endCursor ?? undefined,
            hasMore: pageInfo.hasNextPage,
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
    setError(undefined);
    setLoading(false);
    fetchPage(none);
    return () => abort.current?.abort();
  }, [fetchPage]);
  // After a change of the inventory: as many as are shown, which stay until they come.
  const noted = useNotedWhenFree(loading, unmovedBy(WaysDocument));
  const seen = useRef(noted);
  useEffect(() => {
    if (seen.current === noted) return;
    seen.current = noted;
    fetchPage(none, Math.min(mostAnew, Math.max(pageSize, pages.ways.length)));
  });
  const more = useCallback(() => fetchPage(pages), [fetchPage, pages]);
  return { asked, ways: pages.ways, count: pages.count, hasMore: pages.hasMore, loading, error, more };
};
