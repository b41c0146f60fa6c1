import { useCallback, useMemo } from 'react';
import { groupings, type Grouping } from '../../graph-model/map/map-groups.ts';
import { overlays, type Overlay } from '../../graph-model/map/map-overlay.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';

/** `auto`: by organization where everything is shown and that is much, else not at all. */
export type GroupChoice = Grouping | 'none' | 'auto';

/** Which neighbours of a thing are shown beside what is around the middle. `of` is a view id. */
export interface Expanded {
  readonly of: string;
  readonly direction: 'IN' | 'OUT' | 'BOTH';
}

/** Everything the map shows, as it stands in the address: an address is a view. Ids are those of the view (`system:…`, `channel:…`, `group:…`). */
export interface MapParams {
  readonly around: readonly string[];
  readonly hops: number;
  readonly expand: readonly Expanded[];
  readonly show: readonly string[];
  readonly hide: readonly string[];
  readonly group: GroupChoice;
  /** The groups that are not folded. */
  readonly open: readonly string[];
  readonly overlay: Overlay;
  readonly dataClass: string | undefined;
  readonly asOf: string | undefined;
  /** How many things at most; what the server takes when undefined. */
  readonly most: number | undefined;
  readonly selected: readonly string[];
  readonly view: 'picture' | 'table';
  readonly ways: WaysQuestion | undefined;
  /** The steps of the chosen way, view ids. */
  readonly way: readonly string[];
}

/** From where, through what, to where; view ids, empty while not chosen. */
export interface WaysQuestion {
  readonly from: string;
  readonly through: readonly string[];
  readonly to: string;
}

/** A change of the address: an undefined value takes the parameter away. */
export type MapChange = { readonly [K in keyof MapParams]?: MapParams[K] | undefined };

const names: { readonly [K in keyof MapParams]: string } = {
  around: 'around',
  hops: 'hops',
  expand: 'expand',
  show: 'show',
  hide: 'hide',
  group: 'group',
  open: 'open',
  overlay: 'overlay',
  dataClass: 'class',
  asOf: 'asOf',
  most: 'most',
  selected: 'sel',
  view: 'view',
  ways: 'ways',
  way: 'way',
};

/** What a parameter says when it is not there. */
const defaults: { readonly [K in keyof MapParams]?: string } = {
  hops: '1',
  group: 'auto',
  overlay: 'status',
  view: 'picture',
};

/** Ids stand in lists: what would end one is written otherwise. */
const writeList = (ids: readonly string[], mark = ','): string =>
  ids.map((id) => id.replaceAll('%', '%25').replaceAll(',', '%2C').replaceAll('~', '%7E')).join(mark);
const readList = (text: string | undefined, mark = ','): readonly string[] =>
  (text ?? '')
    .split(mark)
    .filter((id) => id !== '')
    .map((id) => id.replaceAll('%7E', '~').replaceAll('%2C', ',').replaceAll('%25', '%'));

/** The parameters of an address. Unknown values read as the default. Pure and total. */
export const parseMapParams = (url: URL): MapParams => {
  const read = (name: keyof MapParams): string | undefined => url.searchParams.get(names[name]) ?? undefined;
  const hops = Number(read('hops') ?? 1);
  const most = Number(read('most') ?? 0);
  const ways = read('ways');
  return {
    around: readList(read('around')),
    hops: Number.isInteger(hops) && hops >= 0 && hops <= 4 ? hops : 1,
    expand: (read('expand') ?? '').split(',').flatMap((each) => {
      const [of = '', direction] = readList(each, '~');
      if (of === '') return [];
      return [{ of, direction: direction === 'IN' || direction === 'OUT' ? direction : 'BOTH' }];
    }),
    show: readList(read('show')),
    hide: readList(read('hide')),
    group: [...groupings, 'none' as const].find((known) => known === read('group')) ?? 'auto',
    open: readList(read('open')),
    overlay: overlays.find((known) => known === read('overlay')) ?? 'status',
    dataClass: read('dataClass'),
    asOf: read('asOf'),
    most: Number.isInteger(most) && most >= 1 && most <= 5000 ? most : undefined,
    selected: readList(read('selected')),
    view: read('view') === 'table' ? 'table' : 'picture',
    ways: ways === undefined ? undefined : readWays(ways),
    way: readList(read('way')),
  };
};

const readWays = (text: string): WaysQuestion => {
  const [from = '', to = '', through = ''] = text.split('~');
  return {
    from: readList(from)[0] ?? '',
    to: readList(to)[0] ?? '',
    through: readList(through),
  };
};

const write = <K extends keyof MapParams>(key: K, value: MapParams[K] | undefined): string => {
  if (value === undefined) return '';
  switch (key) {
    case 'expand':
      return (value as MapParams['expand'])
        .map(({ of, direction }) => writeList(direction === 'BOTH' ? [of] : [of, direction], '~'))
        .join(',');
    case 'ways': {
      const { from, to, through } = value as WaysQuestion;
      return [writeList([from]), writeList([to]), writeList(through)].join('~');
    }
    default:
      return Array.isArray(value) ? writeList(value as readonly string[]) : String(value);
  }
};

/** The address with a change, other parameters untouched. Defaults are left out, so that equal views have equal addresses. */
export const withMapParams = (url: URL, change: MapChange): string => {
  const params = new URLSearchParams(url.searchParams);
  for (const key of Object.keys(change) as (keyof MapParams)[]) {
    const text = write(key, change[key]);
    if (text === '' || text === defaults[key]) params.delete(names[key]);
    else params.set(names[key], text);
  }
  const query = params.toString();
  return query === '' ? '/map' : `/map?${query}`;
};

/** Changes some parameters. `replace` leaves no step to come back to: what is looked at and selected, not what is shown. */
export type ChangeMap = (change: MapChange, options?: { readonly replace?: boolean }) => void;

/** The address's parameters and the way to change some of them. Each change is a step that the browser's Back undoes, unless it replaces. */
export const useMapParams = (): readonly [MapParams, ChangeMap] => {
  const url = useLocation();
  const params = useMemo(() => parseMapParams(url), [url]);
  const change = useCallback<ChangeMap>(
    (next, options) => navigate(withMapParams(new URL(location.href), next), options),
    [],
  );
  return [params, change];
};
