import { useCallback, useMemo } from 'react';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { listKinds, type ListConcept } from './list-kinds.ts';
import { standings, type Standing } from './list-rows.ts';

/** What is listed and how, as it stands in the address. */
export interface ListParams {
  readonly concept: ListConcept;
  readonly text: string | undefined;
  /** The number of the column it is sorted by, from 0. */
  readonly sort: number;
  readonly descending: boolean;
  readonly level: string | undefined;
  readonly group: string | undefined;
  readonly standing: Standing | undefined;
}

const concepts = Object.keys(listKinds) as ListConcept[];

/** The parameters of an address; `undefined` when it names no list. Unknown values read as none. Pure and total. */
export const parseListParams = (url: URL): ListParams | undefined => {
  const read = (name: string): string | undefined => url.searchParams.get(name) || undefined;
  const concept = concepts.find((each) => each === read('concept'));
  if (concept === undefined) return undefined;
  const sort = Number(read('sort') ?? 0);
  return {
    concept,
    text: read('text'),
    sort: sort >= 0 && sort < listKinds[concept].columns.length && Number.isInteger(sort) ? sort : 0,
    descending: read('way') === 'down',
    level: read('level'),
    group: read('group'),
    standing: standings.find((each) => each === read('standing')),
  };
};

/** A change of the address by parameter; an empty text takes it away. */
export type ListChange = Readonly<Partial<Record<'text' | 'sort' | 'way' | 'level' | 'group' | 'standing', string>>>;

/** The address's parameters and the way to change some of them. */
export const useListParams = (): readonly [ListParams | undefined, (change: ListChange) => void] => {
  const url = useLocation();
  const params = useMemo(() => parseListParams(url), [url]);
  const change = useCallback((next: ListChange) => {
    const search = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(next)) {
      if (value === '') search.delete(key);
      else search.set(key, value);
    }
    navigate(`/list?${search.toString()}`, { replace: 'text' in next });
  }, []);
  return [params, change];
};
