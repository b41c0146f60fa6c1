import type { CalendarDate, Id } from '../model/entity.ts';
import type { RestrictionJudged } from '../verdict/index.ts';
import type { Outcome } from './answer.ts';
import { createChannelCauses, type ChannelCauses } from './channel-causes.ts';
import { searchClass, type ClassSearch } from './class-search.ts';
import { passesOf } from './merge-audiences.ts';
import { combineOutcomes, outcomesOf } from './outcomes.ts';
import { groupParts } from './parts.ts';
import type { RestrictionJudge } from './question.ts';

import { compareIds, type TraceIndex } from './trace-index.ts';

/** A restriction that holds a class back on a channel, and what it comes to for the class, or each of its parts it holds back there. */
export interface HoldingBack {
  readonly restriction: Id;
  readonly judged: readonly RestrictionJudged[];
}

/** What comes of a class on a channel for an audience. `heldBackBy` is by id, `[]` where nothing of it is held back there. */
export interface HeldOutcome {
  readonly channel: Id;
  readonly audience: Id;
  readonly outcome: Outcome;
  /** Whether something of it, the whole or a part, is released, limited or not. */
  readonly someReleased: boolean;
  readonly heldBackBy: readonly HoldingBack[];
}

/**
 * What a trace of a class, which must be in the inventory, says of every live channel and each audience the channel is for (design.md 4.1
 * item 4), by channel, then audience, with the restrictions that make it so: without what only the picture needs. The channels and audiences
 * are the same for every class of a day. Each restriction is judged for the one audience. Pure and total.
 */
export const channelOutcomes = (
  index: TraceIndex,
  dataClass: Id,
  { asOf, judge }: { readonly asOf: CalendarDate; readonly judge: RestrictionJudge },
): readonly HeldOutcome[] => {
  const passes = passesOf(index.audiences);
  const looks = groupParts(index, dataClass, asOf).map(({ lineage }) =>
    passes.map((audiences) => lookAt(index, lineage, asOf, audiences)),
  );
  const judgedFor = rememberJudged(judge);
  const found: HeldOutcome[] = [];
  const channels = looks[0]?.[0]?.search.graph.channels ?? [];
  channels.forEach(({ id: channel }, number) => {
    passes.forEach((audiences, pass) => {
      const seen = looks.flatMap((each) => each[pass] ?? []);
      const isFor = seen[0]?.search.graph.channelFor[number] ?? 0;
      if (isFor === 0) return;
      const outcomesFor = seen.map(({ search }) => outcomesOf(search, number));
      audiences.forEach((audience, at) => {
        const bit = 1 << at;
        if ((isFor & bit) === 0) return;
        const outcomes = outcomesFor.map((outcomeFor) => outcomeFor(bit));
        const outcome = combineOutcomes(outcomes);
        const held = outcomes.some((each) => each === 'WITHHELD' || each === 'LIMITED');
        const heldBackBy = held
          ? holdingBack(seen, outcomes, number, bit, (id, by) => judgedFor(id, by, audience))
          : nothing;
        const someReleased = outcomes.some((each) => each === 'RELEASED' || each === 'LIMITED');
        found.push({ channel, audience, outcome, someReleased, heldBackBy });
      });
    });
  });
  return found;
};

const nothing: readonly HoldingBack[] = [];

/** What holds the parts of a class back on a channel for an audience, by id. `outcomes`: of each part. */
const holdingBack = (
  looks: readonly Look[],
  outcomes: readonly Outcome[],
  channel: number,
  bit: number,
  judge: (restriction: Id, lineage: readonly Id[]) => RestrictionJudged,
): readonly HoldingBack[] => {
  const judgedBy = new Map<Id, RestrictionJudged[]>();
  looks.forEach(({ lineage, causes }, at) => {
    for (const { restriction } of causes(channel, bit, outcomes[at] ?? 'UNKNOWN')) {
      const judged = judge(restriction.id, lineage);
      const there = judgedBy.get(restriction.id);
      if (there === undefined) judgedBy.set(restriction.id, [judged]);
      else there.push(judged);
    }
  });
  return [...judgedBy]
    .map(([restriction, judged]) => ({ restriction, judged }))
    .sort((a, b) => compareIds(a.restriction, b.restriction));
};

/** One group of parts as at most 31 audiences see it. */
interface Look {
  readonly lineage: readonly Id[];
  readonly search: ClassSearch;
  readonly causes: ChannelCauses;
}

const lookAt = (index: TraceIndex, lineage: readonly Id[], asOf: CalendarDate, audiences: readonly Id[]): Look => {
  const search = searchClass(index, { lineage, asOf, audiences });
  return { lineage, search, causes: createChannelCauses(search.graph, search.possible, search.reach) };
};

/** One class meets the same restriction on the way to many channels. */
const rememberJudged = (
  judge: RestrictionJudge,
): ((restriction: Id, lineage: readonly Id[], audience: Id) => RestrictionJudged) => {
  const byLineage = new Map<readonly Id[], Map<string, RestrictionJudged>>();
  return (restriction, lineage, audience) => {
    const known = byLineage.get(lineage) ?? new Map<string, RestrictionJudged>();
    byLineage.set(lineage, known);
    const key = `${restriction}\n${audience}`;
    const judged = known.get(key) ?? judge(restriction, lineage, [audience]);
    known.set(key, judged);
    return judged;
  };
};
