import type { Catalogues } from '../catalogue/index.ts';
import { claimStatusOn, currentAnswers } from '../claim/index.ts';
import { unmappedEntries } from '../coverage/index.ts';
import { liveIn, liveOf } from '../findings/live.ts';
import type { BasisClaim, DataClass, Workshop } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import type { TraceIndex } from '../trace/index.ts';
import { jsonRecord } from './json-list.ts';

/** What can be unknown in an inventory, in the order in which it is told. `countUnknowns` says what each counts. */
export const unknownKinds = [
  'CLASS_UNMAPPED',
  'CLASS_WITHOUT_ORIGIN',
  'CLASS_UNDECIDED',
  'CHANNEL_RELEASES',
  'RESTRICTION_GROUND',
  'CONDITION_UNKNOWN',
  'SYSTEM_CUSTODIAN',
  'SAID_UNKNOWN',
] as const;
export type UnknownKind = (typeof unknownKinds)[number];

/** How much of each kind is unknown. */
export type UnknownCounts = Readonly<Record<UnknownKind, number>>;

/** What each kind is in words, for whoever reads a table of them. */
export const unknownWords: Readonly<Record<UnknownKind, string>> = {
  CLASS_UNMAPPED: 'Classes of the record set that nobody mapped',
  CLASS_WITHOUT_ORIGIN: 'Data classes without a system of origin',
  CLASS_UNDECIDED: 'Data classes nobody decided about',
  CHANNEL_RELEASES: 'Channels whose releases nobody recorded',
  RESTRICTION_GROUND: 'Restrictions without a known ground',
  CONDITION_UNKNOWN: 'Conditions answered with unknown',
  SYSTEM_CUSTODIAN: 'Systems without a custodian',
  SAID_UNKNOWN: 'Things a workshop said nobody knows',
};

/** What unknowns are counted in. */
export interface UnknownsQuestion {
  readonly index: TraceIndex;
  readonly catalogues: Catalogues;
  readonly asOf: CalendarDate;
}

/**
 * Returns how much is unknown in an inventory on a day, by kind. Only what is live that day counts:
 *
 * - `CLASS_UNMAPPED`: classes that the catalogues put into the designated record set and no data class of the level CLASS stands for.
 * - `CLASS_WITHOUT_ORIGIN`: data classes of the level CLASS, those outside the record set left out, for which no system is the origin of
 *   the class, of something above it or of a part of it.
 * - `CLASS_UNDECIDED`: data classes of the level CLASS whose place in the record set is UNDECIDED.
 * - `CHANNEL_RELEASES`: access channels that name no class they release.
 * - `RESTRICTION_GROUND`: restrictions whose basis is UNKNOWN, or on which no claim counts.
 * - `CONDITION_UNKNOWN`: current answers UNKNOWN, of claims that count on live restrictions.
 * - `SYSTEM_CUSTODIAN`: systems that name no custodian.
 * - `SAID_UNKNOWN`: items of workshops of the kind UNKNOWN that are open.
 *
 * Pure. Linear in the size of the inventory.
 */
export const countUnknowns = ({ index, catalogues, asOf }: UnknownsQuestion): UnknownCounts => {
  const { graph } = index;
  const classes = liveIn(index.classes, asOf);
  const hasOrigin = originKnown(index, asOf);
  const counting = claimsThatCount(graph, asOf);
  return {
    CLASS_UNMAPPED: unmappedEntries(index, catalogues, asOf).length,
    CLASS_WITHOUT_ORIGIN: classes.filter((each) => !isOutside(each) && !hasOrigin(each.id)).length,
    CLASS_UNDECIDED: classes.filter(({ drsStatus }) => drsStatus === 'UNDECIDED').length,
    CHANNEL_RELEASES: liveOf(graph.AccessChannel, asOf).filter(
      ({ releases }) => !releases.some((link) => isLiveOn(link, asOf)),
    ).length,
    RESTRICTION_GROUND: liveOf(graph.Restriction, asOf).filter(
      ({ id, basis }) => basis === 'UNKNOWN' || !counting.has(id),
    ).length,
    CONDITION_UNKNOWN: [...counting.values()]
      .flat()
      .flatMap((claim) => currentAnswers(claim))
      .filter(({ answer }) => answer === 'UNKNOWN').length,
    SYSTEM_CUSTODIAN: liveIn(index.systems, asOf).filter(({ custodian }) => (custodian ?? '') === '').length,
    SAID_UNKNOWN: [...graph.WorkshopItem.values()].filter(
      (item) => item.kind === 'UNKNOWN' && item.state === 'OPEN' && isLiveOn(item, asOf),
    ).length,
  };
};

/** How much is unknown in all. */
export const totalUnknown = (counts: UnknownCounts): number =>
  unknownKinds.reduce((sum, kind) => sum + counts[kind], 0);

/** Returns the counts that a workshop keeps of when it was opened or closed; `undefined` where it keeps none. */
export const keptUnknowns = (
  workshop: Workshop,
  field: 'unknownsAtOpen' | 'unknownsAtClose',
): UnknownCounts | undefined => {
  const kept = jsonRecord(workshop[field]);
  if (kept === undefined) return undefined;
  const count = (kind: UnknownKind): number => {
    const value = kept[kind];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
  };
  return Object.fromEntries(unknownKinds.map((kind) => [kind, count(kind)])) as Record<UnknownKind, number>;
};

const isOutside = ({ drsStatus }: DataClass): boolean => drsStatus === 'NO' || drsStatus === 'EXCLUDED';

/** Whether a class, something above it or a part of it is one that a live system is the origin of. */
const originKnown = (index: TraceIndex, asOf: CalendarDate): ((dataClass: Id) => boolean) => {
  const { graph } = index;
  const named = new Set<Id>();
  for (const { holds } of liveIn(index.systems, asOf))
    for (const hold of holds) if (hold.role === 'ORIGIN' && isLiveOn(hold, asOf)) named.add(hold.dataClass);
  const withPart = new Set([...named].flatMap((id) => aboveOf(graph, id)));
  return (id) => withPart.has(id) || aboveOf(graph, id).some((each) => named.has(each));
};

/** A class and everything above it; a ring ends where it began. */
const aboveOf = (graph: EhiGraph, dataClass: Id): readonly Id[] => {
  const above: Id[] = [];
  for (
    let id: Id | undefined = dataClass;
    id !== undefined && !above.includes(id);
    id = graph.DataClass.get(id)?.partOf
  )
    above.push(id);
  return above;
};

/** The claims that count on a day, by restriction. */
const claimsThatCount = (graph: EhiGraph, asOf: CalendarDate): ReadonlyMap<Id, readonly BasisClaim[]> => {
  const counting = new Map<Id, BasisClaim[]>();
  for (const claim of graph.BasisClaim.values()) {
    const restriction = graph.Restriction.get(claim.restriction);
    if (restriction === undefined || !isLiveOn(restriction, asOf) || claimStatusOn(claim, asOf) === undefined) continue;
    counting.set(restriction.id, [...(counting.get(restriction.id) ?? []), claim]);
  }
  return counting;
};
