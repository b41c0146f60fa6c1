import type { Catalogues } from '../domain/catalogue/index.ts';
import { findingsDifference, type FindingsDifference } from '../domain/findings/index.ts';
import { originalOf, rememberOriginal } from '../domain/hidden/originals.ts';
import { isCalendarDate, type CalendarDate, type Id } from '../domain/model/entity.ts';
import { once } from '../domain/once.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  createTraceIndex,
  type RestrictionJudge,
  type Trace,
  type TraceError,
  type TraceIndex,
  type TraceQuestion,
} from '../domain/trace/index.ts';
import type { BusinessCalendar } from '../domain/verdict/index.ts';
import {
  compareIndexes,
  copiesLeft,
  describeHeld,
  describeWhatIf,
  heldOtherwise,
  verdictTurns,
  withOutages,
  type HeldOtherwise,
  type IndexDifference,
  type Outage,
  type OutageProblem,
  type SaidChange,
  type VerdictTurn,
} from '../domain/what-if/index.ts';
import type { PlacedProblem, SetChange } from './change-set.ts';
import { findingsOf } from './findings-of.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { createKnownCodes } from './known-codes.ts';
import type { RulePacks } from './load-rule-packs.ts';
import { planChangeSet } from './plan-change-set.ts';
import type { Stamp } from './read-links.ts';
import { traceRemembered } from './remembered-traces.ts';
import { findPack, traceJudge } from './restriction-judge.ts';
import { verdictsOf } from './verdicts-of.ts';

/** What is assumed of a day. */
export interface WhatIfRequest {
  readonly changes: readonly SetChange[];
  readonly outages: readonly Outage[];
  readonly asOf: CalendarDate;
  readonly rulePack?: string | null | undefined;
}

/** What a what-if is judged by, and who asks. */
export interface WhatIfDeps {
  readonly catalogues: Catalogues;
  readonly packs: RulePacks;
  readonly calendar?: BusinessCalendar;
  readonly stamp: Stamp;
}

/** What is wrong with one change, or with one outage: those are counted on after the changes. */
export type WhatIfProblem = PlacedProblem | { readonly at: number; readonly error: OutageProblem };

/**
 * The inventory as it would be on a day, beside the one that is there. What differs is worked out when it is first read: a question about what
 * is released does not pay for the findings.
 */
export interface WhatIf {
  readonly base: TraceIndex;
  /** Holds for the day alone. It has the revision of the inventory it was made from. */
  readonly sandbox: TraceIndex;
  readonly asOf: CalendarDate;
  readonly changes: readonly SaidChange[];
  readonly outages: readonly Outage[];
  readonly difference: () => IndexDifference;
  /** Where the outcome is as before, and other restrictions make it so. */
  readonly held: () => readonly HeldOtherwise[];
  readonly findings: () => FindingsDifference;
  readonly verdicts: () => readonly VerdictTurn[];
  /** What to know beside the difference, in words. */
  readonly notes: () => readonly string[];
  readonly trace: (question: Omit<TraceQuestion, 'asOf' | 'judge'>) => Result<Trace, TraceError>;
}

/** The changes cannot be made, or what is down is not there; every problem by place. */
export interface WhatIfRefused {
  readonly type: 'WhatIfRefused';
  readonly problems: readonly WhatIfProblem[];
}

/** How many changes and outages one what-if takes. The API says the same. */
export const mostChanges = 500;
export const mostOutages = 100;

/** How many what-ifs of one revision are kept: a page asks for one again and again, page by page and class by class. */
const mostKept = 8;

const keptByIndex = new WeakMap<TraceIndex, Map<string, WhatIf>>();

/**
 * What would be if changes were made and things were down, on an index that stays as it is: nothing is written, and nothing that the index
 * remembers is touched. Errors: `WhatIfRefused`; too many changes; no such day; no such rule pack.
 */
export const whatIf = (
  base: TraceIndex,
  deps: WhatIfDeps,
  request: WhatIfRequest,
): Result<WhatIf, WhatIfRefused | TraceError | InputInvalid> => {
  const { asOf, changes, outages, rulePack } = request;
  if (!isCalendarDate(asOf)) return err({ type: 'DateInvalid', value: asOf });
  const tooMany = checkCounts(request);
  if (tooMany !== undefined) return err(tooMany);
  const pack = findPack(deps.packs, rulePack ?? undefined);
  if (!pack.ok) return pack;
  const kept = keptByIndex.get(base) ?? new Map<string, WhatIf>();
  keptByIndex.set(base, kept);
  const key = JSON.stringify([asOf, pack.value.id, changes, outages, deps.stamp.actor]);
  const known = kept.get(key);
  if (known !== undefined) return ok(known);
  const made = makeWhatIf(base, deps, request);
  if (!made.ok) return made;
  kept.set(key, made.value);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return made;
};

const checkCounts = ({ changes, outages }: WhatIfRequest): InputInvalid | undefined => {
  for (const [field, { length }, most] of [
    ['changes', changes, mostChanges],
    ['outages', outages, mostOutages],
  ] as const)
    if (length > most)
      return inputInvalid(field, `There are ${length} in ${field}; a what-if takes at most ${most}. Ask about fewer.`);
  return undefined;
};

/** What `whatIf` answers, without it being kept for another question. The day, the rule pack and the numbers of changes are right already. */
export const makeWhatIf = (
  base: TraceIndex,
  deps: WhatIfDeps,
  { changes, outages, asOf, rulePack }: WhatIfRequest,
): Result<WhatIf, WhatIfRefused | InputInvalid> => {
  const { graph } = base;
  const context = { stamp: deps.stamp, codes: createKnownCodes(deps.catalogues) };
  const planned = planChangeSet(graph, changes, context);
  const down = withOutages(planned.graph, outages, asOf);
  if (!down.ok || planned.problems.length > 0) {
    const at = changes.length + (down.ok ? 0 : outages.findIndex(({ id }) => id === down.error.id));
    return err({
      type: 'WhatIfRefused',
      problems: [...planned.problems, ...(down.ok ? [] : [{ at, error: down.error }])],
    });
  }
  // Where names are hidden, what imports saw is matched by those of the original, which is supposed to change the same way.
  const original = originalOf(graph);
  if (original !== undefined && down.value !== graph) {
    const same = withOutages(planChangeSet(original, changes, context).graph, outages, asOf);
    if (same.ok) rememberOriginal(down.value, same.value);
  }
  const sandbox = createTraceIndex(down.value, base.integrationKinds, base);
  const judgeOf = (index: TraceIndex): Result<RestrictionJudge, InputInvalid> =>
    traceJudge({ ...deps, graph: index.graph }, asOf, rulePack);
  const judge = judgeOf(sandbox);
  if (!judge.ok) return judge;
  const verdictsIn = (index: TraceIndex) => {
    const found = verdictsOf(
      { ...deps, graph: index.graph },
      { asOf, ...(typeof rulePack === 'string' ? { rulePack } : {}) },
    );
    return found.ok ? found.value : [];
  };
  const moment = (index: TraceIndex) => ({
    findings: findingsOf(index, deps.catalogues, asOf),
    reviews: index.graph.FindingReview,
  });
  const held = once(() => heldOtherwise(base, sandbox, asOf));
  return ok({
    base,
    sandbox,
    asOf,
    outages,
    changes: planned.writes.map(({ write: { concept, document, action } }): SaidChange => ({
      kind: action === 'END' || action === 'CREATE' ? action : 'UPDATE',
      concept,
      name: document.name,
    })),
    difference: once(() => compareIndexes(base, sandbox, asOf)),
    findings: once(() => findingsDifference(moment(base), moment(sandbox))),
    held,
    notes: once(() => [
      ...describeHeld([sandbox.graph, base.graph], held()),
      ...copiesLeft(
        base,
        sandbox,
        asOf,
        base.classes.map(({ id }) => id),
      ),
    ]),
    verdicts: once(() => verdictTurns(verdictsIn(base), verdictsIn(sandbox))),
    trace: (question) => traceRemembered(sandbox, { ...question, asOf, judge: judge.value }),
  });
};

/** What differs for one audience, or for all where none is named. */
export const differenceFor = (answer: WhatIf, audience: Id | undefined): IndexDifference => {
  const whole = answer.difference();
  if (audience === undefined) return whole;
  return {
    ...whole,
    turns: whole.turns.filter((turn) => turn.audience === audience),
    effects: whole.effects.filter((effect) => effect.audience === audience),
  };
};

/** A what-if in a sentence or two. */
export const sentenceOfWhatIf = (answer: WhatIf, audience: Id | undefined): string =>
  describeWhatIf(
    answer.sandbox.graph,
    answer,
    differenceFor(answer, audience),
    answer.held().filter((each) => audience === undefined || each.audience === audience),
  );
