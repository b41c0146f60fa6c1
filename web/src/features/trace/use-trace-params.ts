import { useCallback, useMemo } from 'react';
import { restrictionFilters, type RestrictionFilter } from '../../graph-model/transforms/filter-restrictions.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';

export const pathTabs = ['all', 'released', 'limited', 'stopped', 'undocumented', 'incomplete'] as const;
export type PathTab = (typeof pathTabs)[number];

/** What the tabs above the paths are called. */
export const tabTitles: Readonly<Record<PathTab, string>> = {
  all: 'All',
  released: 'Released',
  limited: 'Limited',
  stopped: 'Stopped',
  undocumented: 'Undocumented',
  incomplete: 'Incomplete',
};

/** Everything the trace screen shows, as it stands in the address: an address is a view. */
export interface TraceParams {
  readonly dataClass: string;
  readonly part: string | undefined;
  readonly audience: string | undefined;
  readonly channel: string | undefined;
  readonly asOf: string | undefined;
  /** The rule pack that restrictions are judged by; the newest in force when undefined. */
  readonly rulePack: string | undefined;
  /** Which restrictions are looked for. */
  readonly show: RestrictionFilter;
  readonly selected: string | undefined;
  readonly path: string | undefined;
  readonly tab: PathTab;
  readonly view: 'picture' | 'table';
  readonly open: readonly string[];
}

const names = {
  dataClass: 'class',
  part: 'part',
  audience: 'audience',
  channel: 'channel',
  asOf: 'asOf',
  rulePack: 'pack',
  show: 'show',
  selected: 'sel',
  path: 'path',
  tab: 'tab',
  view: 'view',
  open: 'open',
} as const;

/** What a parameter says when it is not there. */
const defaults: { readonly [K in keyof typeof names]?: string } = { tab: 'all', view: 'picture', show: 'all' };

/** A change of the address: an undefined value takes the parameter away. */
export type ParamChange = { readonly [K in keyof TraceParams]?: TraceParams[K] | undefined };

/** The parameters of an address. Unknown values read as the default. Pure and total. */
export const parseTraceParams = (url: URL): TraceParams => {
  const read = (name: keyof typeof names): string | undefined => url.searchParams.get(names[name]) ?? undefined;
  const tab = read('tab');
  return {
    dataClass: read('dataClass') ?? '',
    part: read('part'),
    audience: read('audience'),
    channel: read('channel'),
    asOf: read('asOf'),
    rulePack: read('rulePack'),
    show: restrictionFilters.find((known) => known === read('show')) ?? 'all',
    selected: read('selected'),
    path: read('path'),
    tab: pathTabs.find((known) => known === tab) ?? 'all',
    view: read('view') === 'table' ? 'table' : 'picture',
    open: (read('open') ?? '').split(',').filter((group) => group !== ''),
  };
};

/** The address with a change, other parameters untouched. Defaults are left out, so that equal views have equal addresses. */
export const withTraceParams = (url: URL, change: ParamChange): string => {
  const params = new URLSearchParams(url.searchParams);
  for (const key of Object.keys(change) as (keyof typeof names)[]) {
    const value = change[key];
    const text = typeof value === 'string' ? value : (value ?? []).join(',');
    if (text === '' || text === defaults[key]) params.delete(names[key]);
    else params.set(names[key], text);
  }
  return `/trace?${params.toString()}`;
};

/** The address's parameters and the way to change some of them. Each change is a step that the browser's Back undoes. */
export const useTraceParams = (): readonly [TraceParams, (change: ParamChange) => void] => {
  const url = useLocation();
  const params = useMemo(() => parseTraceParams(url), [url]);
  const change = useCallback((next: ParamChange) => navigate(withTraceParams(new URL(location.href), next)), []);
  return [params, change];
};
