import { useEffect, useState } from 'react';
import type { ReconcileParams } from './use-reconcile-params.ts';
import { placeOf } from './use-reconcile-params.ts';
import { ReconciledKeysDocument } from './documents.ts';
import { fetchPages } from './fetch-pages.ts';
import type { Choice, CountData } from './reconciled-item.ts';

/** How many there are of each kind and status; `COUNTING` until that is known, `FAILED` where it cannot be counted. */
export type Counts = readonly CountData[] | 'COUNTING' | 'FAILED';

/**
 * How many there are of each kind and status: of everything, as `all` says, or of the one import that the address names, counted here,
 * and counted anew when `all` changes.
 */
export const useCounts = (
  { run, origin }: Pick<ReconcileParams, 'run' | 'origin'>,
  all: readonly CountData[],
): Counts => {
  const [counted, setCounted] = useState<{ readonly of: string; readonly counts: Counts }>();
  const of = JSON.stringify([run, origin]);
  const isNarrowed = run !== undefined || origin !== undefined;
  // Counted of everything, these change with every decision anywhere: then the ones of this import may have too.
  const stamp = JSON.stringify(all);
  useEffect(() => {
    if (!isNarrowed) return undefined;
    const abort = new AbortController();
    fetchPages(ReconciledKeysDocument, placeOf({ run, origin }), abort.signal).then(
      (result) => {
        if (!abort.signal.aborted) setCounted({ of, counts: result.ok ? countsOf(result.value) : 'FAILED' });
      },
      () => undefined,
    );
    return () => abort.abort();
  }, [isNarrowed, run, origin, of, stamp]);
  if (!isNarrowed) return all;
  return counted?.of === of ? counted.counts : 'COUNTING';
};

/** How many there are of each kind and status. Pure. */
export const countsOf = (choices: readonly Choice[]): readonly CountData[] => {
  const counts = new Map<string, CountData>();
  for (const { fact, status, observation } of choices) {
    const key = `${fact} ${status}`;
    const known = counts.get(key) ?? { fact, status, count: 0, undecided: 0 };
    const isUndecided = observation.decision === null || observation.decision === undefined;
    counts.set(key, { ...known, count: known.count + 1, undecided: known.undecided + (isUndecided ? 1 : 0) });
  }
  return [...counts.values()];
};
