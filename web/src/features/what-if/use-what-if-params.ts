import { useCallback, useMemo } from 'react';
import { navigate, useLocation } from '../../ui/use-location.ts';

const looks = ['picture', 'table', 'findings', 'more'] as const;
/** Ways to look at what would differ. */
export type Look = (typeof looks)[number];
const sides = ['difference', 'before', 'after'] as const;
/** Which picture of the class is shown. */
export type Side = (typeof sides)[number];
const pages = ['sandbox', 'scenarios', 'compare', 'proposal', 'release'] as const;
/** The pages of this screen. */
export type WhatIfPageName = (typeof pages)[number];

/** Everything the what-if screen shows beside what is supposed, as it stands in the address. */
export interface WhatIfParams {
  readonly page: WhatIfPageName;
  /** A scenario to be opened, or that is looked at. */
  readonly scenario: string | undefined;
  /** The other scenario of a comparison. */
  readonly with: string | undefined;
  readonly look: Look;
  readonly side: Side;
  readonly dataClass: string | undefined;
  readonly part: string | undefined;
  readonly selected: string | undefined;
  readonly asOf: string | undefined;
  readonly turn: string | undefined;
  readonly ofClass: string | undefined;
  readonly channel: string | undefined;
  readonly audience: string | undefined;
}

const names = {
  page: 'page',
  // `scenario` is taken: it has any screen answer as if the scenario were so.
  scenario: 'open',
  with: 'with',
  look: 'look',
  side: 'side',
  dataClass: 'class',
  part: 'part',
  selected: 'sel',
  asOf: 'asOf',
  turn: 'turn',
  ofClass: 'only',
  channel: 'channel',
  audience: 'audience',
} as const;

const defaults: Readonly<Record<string, string>> = { page: 'sandbox', look: 'picture', side: 'difference' };

/** A change of the address: an undefined value takes the parameter away. */
export type ParamChange = { readonly [K in keyof WhatIfParams]?: WhatIfParams[K] | undefined };

/** The parameters of an address. Unknown values read as the default. Pure and total. */
export const parseWhatIfParams = (url: URL): WhatIfParams => {
  const read = (name: keyof typeof names): string | undefined => url.searchParams.get(names[name]) || undefined;
  return {
    page: pages.find((known) => known === read('page')) ?? 'sandbox',
    scenario: read('scenario'),
    with: read('with'),
    look: looks.find((known) => known === read('look')) ?? 'picture',
    side: sides.find((known) => known === read('side')) ?? 'difference',
    dataClass: read('dataClass'),
    part: read('part'),
    selected: read('selected'),
    asOf: read('asOf'),
    turn: read('turn'),
    ofClass: read('ofClass'),
    channel: read('channel'),
    audience: read('audience'),
  };
};

/** The address with a change, other parameters untouched; defaults are left out. Pure. */
export const withWhatIfParams = (url: URL, change: ParamChange): string => {
  const params = new URLSearchParams(url.searchParams);
  for (const key of Object.keys(change) as (keyof typeof names)[]) {
    const value = change[key];
    if (value === undefined || value === defaults[key]) params.delete(names[key]);
    else params.set(names[key], value);
  }
  const search = params.toString();
  return search === '' ? '/what-if' : `/what-if?${search}`;
};

/** The address's parameters and the way to change some of them. */
export const useWhatIfParams = (): readonly [WhatIfParams, (change: ParamChange, replace?: boolean) => void] => {
  const url = useLocation();
  const params = useMemo(() => parseWhatIfParams(url), [url]);
  const change = useCallback(
    (next: ParamChange, replace = false) => navigate(withWhatIfParams(new URL(location.href), next), { replace }),
    [],
  );
  return [params, change];
};
