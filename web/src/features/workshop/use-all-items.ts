import { useEffect, useMemo, useState } from 'react';
import { client } from '../../api/client.ts';
import { MoreItemsDocument } from './documents.ts';
import type { ItemData, ItemsData } from './workshop-data.ts';

/** Everything that was said, as far as it arrived, in the order in which it was said. */
export interface AllItems {
  readonly items: readonly ItemData[];
  readonly total: number;
  /** Why the rest did not arrive; undefined while nothing went wrong. */
  readonly trouble: string | undefined;
}

/** The first page and what follows it, each once and as the newest answer has it. Pure. */
export const joinItems = (first: readonly ItemData[], rest: readonly ItemData[]): readonly ItemData[] => {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...rest.filter(({ id }) => !known.has(id))];
};

/** Everything that was said in a workshop: the first page that came with it, and the pages that follow as they arrive. Further pages that were there stand until they are read anew. */
export const useAllItems = (workshop: string, first: ItemsData): AllItems => {
  const [rest, setRest] = useState<{ readonly workshop: string; readonly items: readonly ItemData[] }>();
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    setTrouble(undefined);
    if (!first.pageInfo.hasNextPage) {
      setRest(undefined);
      return undefined;
    }
    const abort = new AbortController();
    fetchRest(workshop, first, abort.signal).then(
      (found) => {
        if (typeof found === 'string') setTrouble(found);
        else setRest({ workshop, items: found });
      },
      () => undefined,
    );
    return () => abort.abort();
  }, [workshop, first]);
  return useMemo(() => {
    const items = joinItems(first.nodes, rest?.workshop === workshop ? rest.items : []);
    return { items, total: first.totalCount, trouble };
  }, [workshop, first, rest, trouble]);
};

/** The pages after the first; words where one could not be fetched. */
const fetchRest = async (
  workshop: string,
  first: ItemsData,
  signal: AbortSignal,
): Promise<readonly ItemData[] | string> => {
  let { hasNextPage, endCursor } = first.pageInfo;
  const items: ItemData[] = [];
  while (hasNextPage) {
    const result = await client(MoreItemsDocument, { id: workshop, after: endCursor ?? null }, { signal });
    if (!result.ok) return result.error.message;
    const page = result.value.workshop?.items;
    if (!page) return 'The workshop is not there any more.';
    items.push(...page.nodes);
    ({ hasNextPage, endCursor } = page.pageInfo);
  }
  return items;
};
