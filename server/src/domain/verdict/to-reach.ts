import type { Condition, Leaf } from './rule-pack.ts';
import type { ConditionState, ReachStep, Truth, VerdictReach, VerdictId } from './verdict.ts';

/** What is to be done, or that nothing now can do it, with the conditions that stand against it. */
type Way =
  | {
      readonly possible: true;
      readonly steps: readonly ReachStep[];
      /** Whether somebody already answered a part of it as wanted. */
      readonly begun: boolean;
    }
  | { readonly possible: false; readonly against: readonly string[] };

/** What a tree is looked at for: that its facts fit (`answer`), or that all of it is evidenced. */
export type ReachAspect = 'answer' | 'evidenced';

/**
 * The conditions that would still have to come out as named for a tree to be met. Of alternatives the one that somebody has begun, of
 * several such, or where none is, the one with the fewest, the first of equals. Where answers or facts rule it out, the conditions that stand against it. Pure and total.
 */
export const wayTo = (
  condition: Condition,
  states: ReadonlyMap<string, ConditionState>,
  aspect: ReachAspect,
  wanted: 'MET' | 'NOT_MET' = 'MET',
): Way => {
  switch (condition.kind) {
    case 'LEAF':
      return wayOfLeaf(condition, states.get(condition.condition), aspect, wanted);
    case 'IF':
      return wanted === 'MET'
        ? fewest([wayTo(condition.when, states, aspect, 'NOT_MET'), wayTo(condition.needs, states, aspect)])
        : all([wayTo(condition.when, states, aspect), wayTo(condition.needs, states, aspect, 'NOT_MET')]);
    case 'ALL':
    case 'ANY': {
      const ways = condition.parts.map((part) => wayTo(part, states, aspect, wanted));
      return (condition.kind === 'ALL') === (wanted === 'MET') ? all(ways) : fewest(ways);
    }
    case 'NONE': {
      const turned = wanted === 'MET' ? 'NOT_MET' : 'MET';
      const ways = condition.parts.map((part) => wayTo(part, states, aspect, turned));
      return wanted === 'MET' ? all(ways) : fewest(ways);
    }
  }
};

const wayOfLeaf = (
  leaf: Leaf,
  state: ConditionState | undefined,
  aspect: ReachAspect,
  wanted: 'MET' | 'NOT_MET',
): Way => {
  const now: Truth = state === undefined ? 'UNKNOWN' : state[aspect];
  if (now === wanted) return { possible: true, steps: [], begun: state?.by === 'ANSWER' };
  // A condition with a clock fails for want of its document: one from within its time would still mend it.
  const isOpen = now === 'UNKNOWN' || (wanted === 'MET' && state?.missing !== undefined);
  if (!isOpen) return { possible: false, against: [leaf.condition] };
  const isAnswered = state?.by !== 'NOBODY' && state?.answer === wanted;
  const [paragraph] = leaf.cite;
  const step: ReachStep = {
    condition: leaf.condition,
    wanted,
    kind: isAnswered || (leaf.clock?.kind === 'BUSINESS_DAYS' && wanted === 'MET') ? 'EVIDENCE' : 'ANSWER',
    words: state?.missing ?? `An answer: ${leaf.question} (${paragraph ?? leaf.condition})`,
  };
  return { possible: true, steps: [step], begun: isAnswered };
};

const all = (ways: readonly Way[]): Way => {
  const against = ways.flatMap((way) => (way.possible ? [] : way.against));
  if (against.length > 0) return { possible: false, against: [...new Set(against)] };
  const steps = ways.flatMap((way) => (way.possible ? way.steps : []));
  const torn = steps.filter((step) =>
    steps.some((other) => other.condition === step.condition && other.wanted !== step.wanted),
  );
  if (torn.length > 0) {
    return { possible: false, against: [...new Set(torn.flatMap(({ condition }) => condition ?? []))] };
  }
  const begun = ways.some((way) => way.possible && way.begun);
  return { possible: true, steps: [...new Map(steps.map((step) => [step.condition, step])).values()], begun };
};

const fewest = (ways: readonly Way[]): Way => {
  const possible = ways.filter((way) => way.possible);
  // What is there already comes first, then what somebody has begun, then what takes the fewest steps.
  const rank = ({ steps, begun }: (typeof possible)[number]): number => (steps.length === 0 ? 0 : begun ? 1 : 2);
  const [best] = possible.toSorted((a, b) => rank(a) - rank(b) || a.steps.length - b.steps.length);
  return best ?? { possible: false, against: [...new Set(ways.flatMap((way) => (way.possible ? [] : way.against)))] };
};

/** A way as it is told, with the approval that a full verdict needs. */
export const reachOf = (verdict: VerdictId, way: Way, needsApproval: boolean): VerdictReach => {
  if (!way.possible) return { verdict, isPossible: false, steps: [], against: way.against };
  const steps = needsApproval ? [...way.steps, approvalStep] : way.steps;
  return { verdict, isPossible: true, steps, against: [] };
};

/** That a second person approves the claim. */
export const approvalStep: ReachStep = { kind: 'APPROVAL', words: 'Approval by a second person.' };
