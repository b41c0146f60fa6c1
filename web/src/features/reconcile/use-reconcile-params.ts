import { useCallback, useMemo } from 'react';
import type {
  ObservationDecision,
  ObservedFactKind,
  ReconciliationFilter,
  ReconciliationStatus,
} from '../../gql/graphql.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { decisions, facts, openStatuses, statuses } from './words.ts';

/**
 * What the list is narrowed to, as it stands in the address. Without a status: those that want a decision; without a decision:
 * what nobody decided about; `ANY` lifts either.
 */
export interface ReconcileParams {
  readonly status: ReconciliationStatus | 'ANY' | undefined;
  readonly fact: ObservedFactKind | undefined;
  readonly run: string | undefined;
  readonly origin: string | undefined;
  readonly decision: ObservationDecision | 'ANY' | undefined;
  readonly text: string | undefined;
}

/** A change of the address: an undefined value takes the parameter away. */
export type ReconcileChange = { readonly [K in keyof ReconcileParams]?: ReconcileParams[K] | undefined };

/** The parameters that narrow nothing. */
export const noParams: ReconcileParams = {
  status: undefined,
  fact: undefined,
  run: undefined,
  origin: undefined,
  decision: undefined,
  text: undefined,
};

/** The parameters of an address. Unknown values read as none. Pure and total. */
export const parseReconcileParams = (url: URL): ReconcileParams => {
  const read = (name: string): string | undefined => url.searchParams.get(name) || undefined;
  const one = <T extends string>(known: readonly T[], name: string): T | 'ANY' | undefined =>
    read(name) === 'ANY' ? 'ANY' : known.find((each) => each === read(name));
  return {
    status: one(statuses, 'status'),
    fact: facts.find((each) => each === read('fact')),
    run: read('run'),
    origin: read('origin'),
    decision: one(decisions, 'decision'),
    text: read('text'),
  };
};

/** The filter of the API for these parameters. Pure. */
export const filterOf = ({ status, fact, decision, text, ...where }: ReconcileParams): ReconciliationFilter => ({
  ...placeOf(where),
  status: status === undefined ? openStatuses : status === 'ANY' ? null : [status],
  fact: fact === undefined ? null : [fact],
  decision: decision === undefined || decision === 'ANY' ? null : [decision],
  undecided: decision === undefined ? true : null,
  text: text ?? null,
});

/** The part of the filter that says of which import. Pure. */
export const placeOf = ({ run, origin }: Pick<ReconcileParams, 'run' | 'origin'>): ReconciliationFilter => ({
  run: run ?? null,
  origin: origin ?? null,
});

/** The address's parameters and the way to change some of them. */
export const useReconcileParams = (): readonly [ReconcileParams, (change: ReconcileChange) => void] => {
  const url = useLocation();
  const params = useMemo(() => parseReconcileParams(url), [url]);
  const change = useCallback((next: ReconcileChange) => {
    const search = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(next)) {
      if (value === undefined || value === '') search.delete(key);
      else search.set(key, value);
    }
    // Words are typed letter by letter: each is no step of its own to go back to.
    const typed = Object.keys(next).length === 1 && 'text' in next;
    navigate(`/reconcile${search.size === 0 ? '' : `?${search.toString()}`}`, { replace: typed });
  }, []);
  return [params, change];
};
