import type { Restriction } from '../model/concepts.ts';
import { recordReads, stillGives, type Reads } from '../model/recorded-reads.ts';
import { judgeRestriction, type JudgeContext } from './judge-restriction.ts';
import type { Verdict } from './verdict.ts';

/** A verdict, with all that it was worked out from. */
interface Remembered {
  readonly context: Omit<JudgeContext, 'graph' | 'lawClasses'>;
  /** Absent where nobody asked for them. */
  readonly lawClasses?: ReturnType<JudgeContext['lawClasses']>;
  readonly reads: Reads;
  readonly verdict: Verdict;
}

/** How many verdicts of one restriction are kept: a few days, packs or branches of history. */
const mostKept = 4;

/** By the restriction as it is written: another revision that leaves it alone has the very same one. */
const remembered = new WeakMap<Restriction, Remembered[]>();

/**
 * What `judgeRestriction` answers, from an earlier time where nothing that was looked at has changed since: after an edit only what it bears
 * on is judged anew, and nothing stale is ever given. Total.
 */
export const judgeRemembered = (restriction: Restriction, context: JudgeContext): Verdict => {
  const known = remembered.get(restriction) ?? [];
  remembered.set(restriction, known);
  const same = known.find((each) => isSame(each, context));
  if (same !== undefined) return same.verdict;
  const { graph, lawClasses, ...rest } = context;
  const { lookup, reads } = recordReads(graph);
  let asked: ReturnType<JudgeContext['lawClasses']> | undefined;
  const verdict = judgeRestriction(restriction, {
    ...rest,
    graph: lookup,
    lawClasses: () => (asked = lawClasses()),
  });
  known.unshift({ context: rest, reads, verdict, ...(asked === undefined ? {} : { lawClasses: asked }) });
  known.length = Math.min(known.length, mostKept);
  return verdict;
};

const isSame = ({ context: before, lawClasses, reads }: Remembered, now: JudgeContext): boolean =>
  before.asOf === now.asOf &&
  before.pack === now.pack &&
  before.catalogues === now.catalogues &&
  before.calendar === now.calendar &&
  areSame(before.claims, now.claims) &&
  stillGives(now.graph, reads) &&
  (lawClasses === undefined || areSame(lawClasses, now.lawClasses()));

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((each, at) => each === b[at]));
