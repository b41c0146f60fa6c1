import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { channelOutcomes, type HeldOutcome } from './channel-outcomes.ts';
import type { ClassShape } from './class-shape.ts';
import { dayOf } from './day-index.ts';
import { areSame, groundsOf, isSameGround, type Grounds } from './grounds.ts';
import { groupParts } from './parts.ts';
import type { RestrictionJudge } from './question.ts';
import type { TraceIndex } from './trace-index.ts';

/** What the outcomes of one group of parts were worked out from. */
interface GroupGrounds {
  readonly part: Id | undefined;
  readonly lineage: readonly Id[];
  readonly shape: ClassShape;
  readonly grounds: Grounds;
  readonly verdicts: readonly object[];
}

interface Known {
  readonly asOf: CalendarDate;
  readonly groups: readonly GroupGrounds[];
  readonly outcomes: readonly HeldOutcome[];
}

/** By the shape of the class itself, which outlasts every edit that does not bear on it. */
const knownByShape = new WeakMap<ClassShape, Map<Id, Known>>();

/** `verdictOf`: what `judge` says of a restriction follows from this; the same object for as long as that is so. */
export interface OutcomesQuestion {
  readonly asOf: CalendarDate;
  readonly judge: RestrictionJudge;
  readonly verdictOf: (restriction: Id) => object;
}

/**
 * What `channelOutcomes` answers; the very same list from an earlier revision where nothing that bears on the class, on its parts, or on the verdicts on what
 * restricts them has changed since. Pure and total.
 */
export const channelOutcomesRemembered = (
  index: TraceIndex,
  dataClass: Id,
  question: OutcomesQuestion,
): readonly HeldOutcome[] => {
  const { asOf } = question;
  const groups = groupParts(index, dataClass, asOf).map(({ parts, lineage }) =>
    groundsOfGroup(index, parts[0], lineage, question),
  );
  const [own] = groups;
  if (own === undefined) return channelOutcomes(index, dataClass, question);
  const byClass = knownByShape.get(own.shape) ?? new Map<Id, Known>();
  knownByShape.set(own.shape, byClass);
  const known = byClass.get(dataClass);
  if (known !== undefined && known.asOf === asOf && areSameGroups(known.groups, groups)) return known.outcomes;
  const outcomes = channelOutcomes(index, dataClass, question);
  byClass.set(dataClass, { asOf, groups, outcomes });
  return outcomes;
};

const groundsOfGroup = (
  index: TraceIndex,
  part: Id | undefined,
  lineage: readonly Id[],
  { asOf, verdictOf }: OutcomesQuestion,
): GroupGrounds => {
  const grounds = groundsOf(index, lineage);
  const verdicts = grounds.restrictions.flatMap((each) =>
    (each ?? []).filter((restriction) => isLiveOn(restriction, asOf)).map(({ id }) => verdictOf(id)),
  );
  return { part, lineage, shape: dayOf(index, asOf).shapeOf(lineage), grounds, verdicts };
};

const areSameGroups = (a: readonly GroupGrounds[], b: readonly GroupGrounds[]): boolean =>
  a.length === b.length &&
  a.every((group, at) => {
    const other = b[at];
    return (
      other !== undefined &&
      group.part === other.part &&
      group.shape === other.shape &&
      areSame(group.lineage, other.lineage) &&
      isSameGround(group.grounds, other.grounds) &&
      areSame(group.verdicts, other.verdicts)
    );
  });
