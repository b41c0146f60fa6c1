import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { classOutcomes, compareIds, type ClassOutcomes, type TraceIndex } from '../trace/index.ts';
import { directionOf } from './turn.ts';
import { classTurns, type ChannelsReleasing, type OutcomeTurn } from './class-turns.ts';

/** A class, and systems where it begins and from which no channel that releases it can be reached, restrictions ignored; by id. */
export interface StrandedTurn {
  readonly dataClass: Id;
  readonly systems: readonly Id[];
}

/** Of how many classes what differs for an audience. A class of which more is released on one channel and less on another is in none of these. */
export interface AudienceEffect {
  readonly audience: Id;
  /** Something of the class was released on some channel, and is on none any more. */
  readonly nowhereAnyMore: number;
  /** Released on fewer channels than before, and on some still. */
  readonly fewerChannels: number;
  /** Released on some channel now, and on none before. */
  readonly firstReleased: number;
  /** Released on more channels than before. */
  readonly moreChannels: number;
  /** Released on as many channels as before, and otherwise: on others, limited, or in part. */
  readonly otherwise: number;
}

/** How two inventories differ in what is released on a day. Lists are by id of the class, then channel, then audience. */
export interface IndexDifference {
  readonly turns: readonly OutcomeTurn[];
  readonly stranded: readonly StrandedTurn[];
  readonly unstranded: readonly StrandedTurn[];
  /** For each audience of which something is told, by id. */
  readonly effects: readonly AudienceEffect[];
}

/**
 * Compares what is released of every class of the level CLASS, parts and all, on every channel for each audience it is for, and where classes
 * are stranded. Costs by what bears on a class otherwise in one than in the other, where one index was made from the other. Pure.
 */
export const compareIndexes = (base: TraceIndex, sandbox: TraceIndex, asOf: CalendarDate): IndexDifference => {
  const turns: OutcomeTurn[] = [];
  const stranded: StrandedTurn[] = [];
  const unstranded: StrandedTurn[] = [];
  const effects = new Map<Id, MutableEffect>();
  for (const dataClass of classesOf(base, sandbox)) {
    const before = outcomesIn(base, dataClass, asOf);
    const after = outcomesIn(sandbox, dataClass, asOf);
    const differing = classTurns(dataClass, before, after);
    if (differing === undefined) continue;
    for (const turn of differing.turns) turns.push(turn);
    // Where something is not released for another reason than before, nothing is taken or given.
    const told = new Set(
      differing.turns.filter(({ moved }) => directionOf(moved) !== 'NEITHER').map(({ audience }) => audience),
    );
    for (const each of differing.releasing) if (told.has(each.audience)) count(effects, each);
    const [then, now] = [strandedOf(before), strandedOf(after)];
    const fresh = now.filter((system) => !then.includes(system));
    const gone = then.filter((system) => !now.includes(system));
    if (fresh.length > 0) stranded.push({ dataClass, systems: fresh });
    if (gone.length > 0) unstranded.push({ dataClass, systems: gone });
  }
  return {
    turns,
    stranded,
    unstranded,
    effects: [...effects.values()].sort((a, b) => compareIds(a.audience, b.audience)),
  };
};

const classesOf = (base: TraceIndex, sandbox: TraceIndex): readonly Id[] => {
  const ids = base.classes.map(({ id }) => id);
  if (base.classes === sandbox.classes) return ids;
  return [...new Set([...ids, ...sandbox.classes.map(({ id }) => id)])].sort(compareIds);
};

/** A class that is of another level there is no row of the coverage. */
const outcomesIn = (index: TraceIndex, dataClass: Id, asOf: CalendarDate): ClassOutcomes | undefined => {
  const known = index.graph.DataClass.get(dataClass);
  return known?.level === 'CLASS' && isLiveOn(known, asOf) ? classOutcomes(index, dataClass, asOf) : undefined;
};

/** Where the class itself, its parts left out, is stranded. */
const strandedOf = (found: ClassOutcomes | undefined): readonly Id[] => found?.groups[0]?.found.strandedStarts ?? [];

type MutableEffect = { -readonly [K in keyof AudienceEffect]: AudienceEffect[K] };

const count = (effects: Map<Id, MutableEffect>, { audience, before, after }: ChannelsReleasing): void => {
  const effect = effects.get(audience) ?? {
    audience,
    nowhereAnyMore: 0,
    fewerChannels: 0,
    firstReleased: 0,
    moreChannels: 0,
    otherwise: 0,
  };
  effects.set(audience, effect);
  if (after < before) effect[after === 0 ? 'nowhereAnyMore' : 'fewerChannels'] += 1;
  else if (after > before) effect[before === 0 ? 'firstReleased' : 'moreChannels'] += 1;
  else effect.otherwise += 1;
};
