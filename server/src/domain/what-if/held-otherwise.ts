import type { Restriction } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import {
  channelOutcomes,
  classOutcomes,
  compareIds,
  type HeldOutcome,
  type Outcome,
  type RestrictionJudge,
  type TraceIndex,
} from '../trace/index.ts';

/** What comes of a class on a channel for an audience is the same as before, and other restrictions make it so. Lists are by id. */
export interface HeldOtherwise {
  readonly dataClass: Id;
  readonly channel: Id;
  readonly audience: Id;
  readonly outcome: Outcome;
  /** Those that hold it back now and would not. */
  readonly noLonger: readonly Id[];
  /** Those that would hold it back and do not now. */
  readonly newly: readonly Id[];
  /** Those that hold it back now and still would. */
  readonly still: readonly Id[];
}

/** How a restriction is documented bears on nothing here. */
const judge: RestrictionJudge = () => ({ verdict: 'COVERED', documentation: 'COMPLETE', reason: '', cite: [] });

/**
 * Where a class is held back as before, by other restrictions: what a comparison of outcomes alone does not show. By class, then channel, then
 * audience. Looks only at classes on which something bears otherwise, and at none where every restriction is as it was. Pure.
 */
export const heldOtherwise = (base: TraceIndex, sandbox: TraceIndex, asOf: CalendarDate): readonly HeldOtherwise[] => {
  if (isSameRestrictions(base, sandbox)) return [];
  return base.classes.flatMap(({ id: dataClass }) => {
    if (!isClassOf(base, dataClass, asOf) || !isClassOf(sandbox, dataClass, asOf)) return [];
    if (isUntouched(base, sandbox, dataClass, asOf)) return [];
    const before = new Map(channelOutcomes(base, dataClass, { asOf, judge }).map((each) => [placeOf(each), each]));
    return channelOutcomes(sandbox, dataClass, { asOf, judge }).flatMap((now) => {
      const then = before.get(placeOf(now));
      if (then?.outcome !== now.outcome) return [];
      const [was, is] = [idsOf(then), idsOf(now)];
      const noLonger = was.filter((id) => !is.includes(id));
      const newly = is.filter((id) => !was.includes(id));
      if (noLonger.length === 0 && newly.length === 0) return [];
      const { channel, audience, outcome } = now;
      return [{ dataClass, channel, audience, outcome, noLonger, newly, still: was.filter((id) => is.includes(id)) }];
    });
  });
};

const isSameRestrictions = ({ graph: { Restriction: before } }: TraceIndex, { graph }: TraceIndex): boolean => {
  const after: ReadonlyMap<Id, Restriction> = graph.Restriction;
  return before === after || (before.size === after.size && [...before].every(([id, each]) => after.get(id) === each));
};

const isClassOf = ({ graph }: TraceIndex, dataClass: Id, asOf: CalendarDate): boolean => {
  const known = graph.DataClass.get(dataClass);
  return known?.level === 'CLASS' && isLiveOn(known, asOf);
};

/** What was found of a part is the same object for as long as nothing that bears on it differs. */
const isUntouched = (base: TraceIndex, sandbox: TraceIndex, dataClass: Id, asOf: CalendarDate): boolean => {
  const before = classOutcomes(base, dataClass, asOf)?.groups ?? [];
  const after = classOutcomes(sandbox, dataClass, asOf)?.groups ?? [];
  return before.length === after.length && before.every(({ found }, at) => found === after[at]?.found);
};

const placeOf = ({ channel, audience }: HeldOutcome): string => `${channel}\n${audience}`;

const idsOf = ({ heldBackBy }: HeldOutcome): readonly Id[] =>
  heldBackBy.map(({ restriction }) => restriction).sort(compareIds);
