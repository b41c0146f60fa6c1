import { err } from '../domain/result.ts';
import { largestPage, type Connection } from './connections.ts';
import { pageSize } from './cursors.ts';
import { orThrow } from './errors.ts';

interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** One page of a list in memory, in its order; a cursor is made of an item's id, and stays good while the item is in the list. */
export const pageInOrder = <T>(all: readonly T[], idOf: (item: T) => string, args: PageArgs): Connection<T> => {
  const cursorOf = (item: T): string => Buffer.from(idOf(item)).toString('base64url');
  const after = args.after ?? undefined;
  const from = after === undefined ? 0 : all.findIndex((item) => cursorOf(item) === after) + 1;
  if (after !== undefined && from === 0) orThrow(err({ type: 'CursorInvalid', value: after }));
  const nodes = all.slice(from, from + pageSize(args.first, 50, largestPage));
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    nodes,
    totalCount: all.length,
    pageInfo: { hasNextPage: from + nodes.length < all.length, endCursor: edges.at(-1)?.cursor ?? null },
  };
};

/** One page of findings, in their order. */
export const pageOfFindings = <T extends { readonly id: string }>(all: readonly T[], args: PageArgs): Connection<T> =>
  pageInOrder(all, ({ id }) => id, args);
