import { isLiveOn, type Lifespan } from '../domain/model/entity.ts';
import { fromCursor, pageSize, toCursor, type ListPlace } from './cursors.ts';

/** The most a page of a list can hold. */
export const largestPage = 500;

/** A page as the API gives it. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/** The arguments of every list of things that refer to something. */
export interface ReferenceArgs {
  readonly liveOn?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Returns the page of things that a store or list has cut already. `valueOf` gives what they are sorted by. */
export const toConnection = <T extends { readonly id: string }>(
  items: readonly T[],
  page: { readonly totalCount: number; readonly hasNextPage: boolean; readonly valueOf: (item: T) => string },
): Connection<T> => {
  const edges = items.map((node) => ({ cursor: toCursor({ value: page.valueOf(node), id: node.id }), node }));
  return {
    edges,
    nodes: items,
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: page.totalCount,
  };
};

/** Returns one page of a list that is in memory, sorted by name (case ignored) and then id. */
export const pageOf = <T extends Lifespan & { readonly id: string; readonly name: string }>(
  all: readonly T[] | undefined,
  { liveOn, first, after }: ReferenceArgs,
): Connection<T> => {
  const size = pageSize(first, 50, largestPage);
  const place = fromCursor(after);
  const items = typeof liveOn === 'string' ? (all ?? []).filter((item) => isLiveOn(item, liveOn)) : (all ?? []);
  const rest = place === undefined ? items : items.filter((item) => isAfter(item, place));
  const nodes = rest.slice(0, size);
  const page = { totalCount: items.length, hasNextPage: rest.length > size, valueOf: ({ name }: T) => name };
  return toConnection(nodes, page);
};

const isAfter = ({ id, name }: { readonly id: string; readonly name: string }, place: ListPlace): boolean => {
  const [own, last] = [name.toLowerCase(), place.value.toLowerCase()];
  return own > last || (own === last && id > place.id);
};
