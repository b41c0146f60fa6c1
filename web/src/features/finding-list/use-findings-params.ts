import { useCallback, useMemo } from 'react';
import type { FindingFilter, FindingLevel, FindingSort, FindingState } from '../../gql/graphql.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { levels, states } from './words.ts';

export const sorts: readonly FindingSort[] = ['LEVEL', 'DUE', 'NEWEST'];
export const dues = ['overdue', '7', '30', '90', 'none', 'before'] as const;
export type Due = (typeof dues)[number];
export const changeLists = ['all', 'appeared', 'gone', 'reviewed'] as const;
/** Which of what changed since a day is looked at: those still there, or one of the three lists. */
export type ChangeList = (typeof changeLists)[number];

/** How nobody is written where an owner is named: no name begins with a tilde. */
export const nobody = '~nobody';

/** What the findings are narrowed to and in which order they stand, as it stands in the address. Of levels, states and rules: any of them. */
export interface FindingsParams {
  readonly asOf: string | undefined;
  readonly level: readonly FindingLevel[];
  readonly state: readonly FindingState[];
  readonly rule: readonly string[];
  readonly text: string | undefined;
  readonly entity: string | undefined;
  readonly system: string | undefined;
  readonly channel: string | undefined;
  readonly owner: string | undefined;
  readonly due: Due | undefined;
  /** For `due` of `before`: the day. */
  readonly before: string | undefined;
  readonly since: string | undefined;
  readonly list: ChangeList;
  readonly sort: FindingSort;
}

/** A change of the address: an undefined value takes the parameter away. */
export type FindingsChange = { readonly [K in keyof FindingsParams]?: FindingsParams[K] | undefined };

/** A change that lifts every filter, and keeps the order. */
export const noFilters: FindingsChange = {
  asOf: undefined,
  level: [],
  state: [],
  rule: [],
  text: undefined,
  entity: undefined,
  system: undefined,
  channel: undefined,
  owner: undefined,
  due: undefined,
  before: undefined,
  since: undefined,
  list: 'all',
};

/** The parameters of an address. Unknown values read as none. Pure and total. */
export const parseFindingsParams = (url: URL): FindingsParams => {
  const read = (name: string): string | undefined => url.searchParams.get(name) || undefined;
  const several = (name: string): readonly string[] => read(name)?.split(',') ?? [];
  return {
    asOf: read('asOf'),
    level: levels.filter((level) => several('level').includes(level)),
    state: states.filter((state) => several('state').includes(state)),
    rule: several('rule').filter((rule) => rule !== ''),
    text: read('text'),
    entity: read('entity'),
    system: read('system'),
    channel: read('channel'),
    owner: read('owner'),
    due: dues.find((due) => due === read('due')),
    before: read('before'),
    since: read('since'),
    list: changeLists.find((list) => list === read('list')) ?? 'all',
    sort: sorts.find((sort) => sort === read('sort')) ?? 'LEVEL',
  };
};

const defaults: FindingsChange = { list: 'all', sort: 'LEVEL' };

/** The address with a change. What is as usual is left out, so that equal views have equal addresses. Pure and total. */
export const withFindingsParams = (url: URL, change: FindingsChange): string => {
  const search = new URLSearchParams(url.searchParams);
  for (const key of Object.keys(change) as (keyof FindingsParams)[]) {
    const value = change[key];
    const text = typeof value === 'string' ? value : (value ?? []).join(',');
    if (text === '' || text === defaults[key]) search.delete(key);
    else search.set(key, text);
  }
  return `/findings${search.size === 0 ? '' : `?${search.toString()}`}`;
};

/** Whether anything is narrowed at all. Pure. */
export const isFiltered = ({ sort: _sort, list: _list, ...filters }: FindingsParams): boolean =>
  Object.values(filters).some((value) => value !== undefined && value.length > 0);

/** The filter of the API for these parameters. Pure. */
export const filterOf = (params: FindingsParams): FindingFilter => ({
  levels: params.level.length === 0 ? null : [...params.level],
  states: params.state.length === 0 ? null : [...params.state],
  rules: params.rule.length === 0 ? null : [...params.rule],
  text: params.text ?? null,
  entity: params.entity ?? null,
  system: params.system ?? null,
  channel: params.channel ?? null,
  owner: params.owner === nobody ? null : (params.owner ?? null),
  unowned: params.owner === nobody ? true : null,
  due: dueFilterOf(params),
  changedSince: params.since ?? null,
});

const dueFilterOf = ({ due, before }: FindingsParams): FindingFilter['due'] => {
  switch (due) {
    case undefined:
      return null;
    case 'overdue':
      return { overdue: true };
    case 'none':
      return { none: true };
    case 'before':
      return before === undefined ? null : { before };
    case '7':
    case '30':
    case '90':
      return { withinDays: Number(due) };
  }
};

/** The address's parameters and the way to change some of them. */
export const useFindingsParams = (): readonly [FindingsParams, (change: FindingsChange) => void] => {
  const url = useLocation();
  const params = useMemo(() => parseFindingsParams(url), [url]);
  const change = useCallback((next: FindingsChange) => {
    // Words are typed letter by letter: each is no step of its own to go back to.
    navigate(withFindingsParams(new URL(location.href), next), { replace: 'text' in next && !('level' in next) });
  }, []);
  return [params, change];
};
