import { useCallback, useMemo } from 'react';
import type { CoverageFilter } from '../../gql/graphql.ts';
import type { Outcome } from '../../graph-model/answer-input.ts';
import { coverageBases, coverageOutcomes, type CoverageBasis } from '../../graph-model/coverage/coverage-input.ts';
import { coverageGroupings, type CoverageGrouping } from '../../graph-model/coverage/coverage-view.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';

/** What the matrix shows, as it stands in the address: an address is a view. */
export interface CoverageParams {
  readonly audience: string | undefined;
  readonly asOf: string | undefined;
  /** The rule pack that restrictions are judged by; the newest in force when undefined. */
  readonly rulePack: string | undefined;
  readonly group: CoverageGrouping;
  /** Whether only portal, API and export are shown, side by side. */
  readonly sideBySide: boolean;
  /** Whether only classes are shown that the channels do not all treat alike. */
  readonly differing: boolean;
  readonly outcome: Outcome | undefined;
  readonly basis: CoverageBasis | undefined;
  readonly text: string | undefined;
}

/** A change of the address: an undefined value takes the parameter away. */
export type CoverageChange = { readonly [K in keyof CoverageParams]?: CoverageParams[K] | undefined };

const names: { readonly [K in keyof CoverageParams]: string } = {
  audience: 'audience',
  asOf: 'asOf',
  rulePack: 'pack',
  group: 'group',
  sideBySide: 'side-by-side',
  differing: 'differing',
  outcome: 'outcome',
  basis: 'basis',
  text: 'text',
};

/** The parameters of an address. Unknown values read as none. Pure and total. */
export const parseCoverageParams = (url: URL): CoverageParams => {
  const read = (name: keyof CoverageParams): string | undefined => url.searchParams.get(names[name]) || undefined;
  return {
    audience: read('audience'),
    asOf: read('asOf'),
    rulePack: read('rulePack'),
    group: coverageGroupings.find((each) => each === read('group')) ?? 'branch',
    sideBySide: read('sideBySide') === 'yes',
    differing: read('differing') === 'yes',
    outcome: coverageOutcomes.find((each) => each === read('outcome')),
    basis: coverageBases.find((each) => each === read('basis')),
    text: read('text'),
  };
};

/** The address with a change. What is as usual is left out, so that equal views have equal addresses. Pure and total. */
export const withCoverageParams = (url: URL, change: CoverageChange): string => {
  const search = new URLSearchParams(url.searchParams);
  for (const key of Object.keys(change) as (keyof CoverageParams)[]) {
    const value = change[key];
    const text = value === true ? 'yes' : value === false ? '' : (value ?? '');
    if (text === '' || (key === 'group' && text === 'branch')) search.delete(names[key]);
    else search.set(names[key], text);
  }
  return `/matrix${search.size === 0 ? '' : `?${search.toString()}`}`;
};

/** The filter of the API for these parameters. Pure. */
export const filterOf = (params: CoverageParams): CoverageFilter => ({
  audience: params.audience ?? null,
  families: params.sideBySide ? ['PORTAL', 'API', 'EXPORT'] : null,
  text: params.text ?? null,
  outcome: params.outcome ?? null,
  basis: params.basis ?? null,
  differing: params.differing,
});

/** The address of the trace that a cell stands for, or of a class on every channel where none is given. Pure. */
export const traceHref = (
  { asOf, rulePack }: Pick<CoverageParams, 'asOf' | 'rulePack'>,
  dataClass: string,
  audience: string | undefined,
  channel?: string,
): string => {
  const search = new URLSearchParams({ class: dataClass });
  if (audience !== undefined) search.set('audience', audience);
  if (channel !== undefined) search.set('channel', channel);
  if (asOf !== undefined) search.set('asOf', asOf);
  if (rulePack !== undefined) search.set('pack', rulePack);
  return `/trace?${search.toString()}`;
};

/** The address's parameters and the way to change some of them. */
export const useCoverageParams = (): readonly [CoverageParams, (change: CoverageChange) => void] => {
  const url = useLocation();
  const params = useMemo(() => parseCoverageParams(url), [url]);
  const change = useCallback((next: CoverageChange) => {
    // Words are typed letter by letter: each is no step of its own to go back to.
    navigate(withCoverageParams(new URL(location.href), next), { replace: 'text' in next });
  }, []);
  return [params, change];
};
