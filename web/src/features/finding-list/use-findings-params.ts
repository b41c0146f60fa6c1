import { useCallback, useMemo } from 'react';
import type { FindingFilter, FindingLevel, FindingState } from '../../gql/graphql.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { levels, states } from './words.ts';

/** What the findings are narrowed to, as it stands in the address. */
export interface FindingsParams {
  readonly asOf: string | undefined;
  readonly level: FindingLevel | undefined;
  readonly state: FindingState | undefined;
  readonly rule: string | undefined;
  readonly text: string | undefined;
  readonly entity: string | undefined;
}

/** A change of the address: an undefined value takes the parameter away. */
export type FindingsChange = { readonly [K in keyof FindingsParams]?: FindingsParams[K] | undefined };

/** The parameters of an address. Unknown values read as none. Pure and total. */
export const parseFindingsParams = (url: URL): FindingsParams => {
  const read = (name: string): string | undefined => url.searchParams.get(name) || undefined;
  return {
    asOf: read('asOf'),
    level: levels.find((level) => level === read('level')),
    state: states.find((state) => state === read('state')),
    rule: read('rule'),
    text: read('text'),
    entity: read('entity'),
  };
};

/** The filter of the API for these parameters. Pure. */
export const filterOf = ({ level, state, rule, text, entity }: FindingsParams): FindingFilter => ({
  level: level ?? null,
  state: state ?? null,
  rule: rule ?? null,
  text: text ?? null,
  entity: entity ?? null,
});

/** The address's parameters and the way to change some of them. */
export const useFindingsParams = (): readonly [FindingsParams, (change: FindingsChange) => void] => {
  const url = useLocation();
  const params = useMemo(() => parseFindingsParams(url), [url]);
  const change = useCallback((next: FindingsChange) => {
    const search = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(next)) {
      if (value === undefined || value === '') search.delete(key);
      else search.set(key, value);
    }
    // Words are typed letter by letter: each is no step of its own to go back to.
    navigate(`/findings${search.size === 0 ? '' : `?${search.toString()}`}`, { replace: 'text' in next });
  }, []);
  return [params, change];
};
