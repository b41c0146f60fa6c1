import type { PathData } from './trace-data.ts';

/** The pages fetched so far, joined. `cursor` is where the next begins. */
export interface PathPages {
  readonly paths: readonly PathData[];
  readonly cursor: string | undefined;
  readonly hasMore: boolean;
  readonly count: number;
}

/** One page as the API gives it. */
export interface PathPage {
  readonly revision: number;
  readonly nodes: readonly PathData[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
}

/** No page yet. */
export const noPages: PathPages = { paths: [], cursor: undefined, hasMore: true, count: 0 };

/**
 * The pages with one more, or undefined when that page was read from another revision of the inventory than `revision`: its paths are not the paths
 * that the trace counts, and must not stand beside them. Pure and total.
 */
export const joinPage = (pages: PathPages, page: PathPage, revision: number): PathPages | undefined =>
  page.revision === revision
    ? {
        paths: [...pages.paths, ...page.nodes],
        cursor: page.pageInfo.endCursor ?? pages.cursor,
        hasMore: page.pageInfo.hasNextPage,
        count: pages.count + 1,
      }
    : undefined;
