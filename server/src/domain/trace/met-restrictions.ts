import type { ClassGraph } from './class-graph.ts';
import type { PlacedRestriction } from './placed-restrictions.ts';
import { leavesBy, type Reach } from './reach.ts';

/** Where a restriction sits in a class graph, by number. */
export interface PlaceRef {
  readonly kind: 'SYSTEM' | 'FLOW' | 'CHANNEL';
  readonly number: number;
}

/** A restriction that bears on the class, met or behind another, for the audiences in `bits`. */
export interface BearingRestriction {
  readonly placed: PlacedRestriction;
  readonly at: PlaceRef;
  readonly place: 'MET' | 'BEHIND';
  readonly bits: number;
}

/**
 * Restrictions met (on a system the class reaches, a flow or channel it would leave by) and behind (would be met if what
 * stops it earlier were lifted), each once, by id (design.md 4.1 item 5). Asked about one channel, only those on the way to it.
 * Pure and total.
 */
export const bearingRestrictions = (
  graph: ClassGraph,
  possible: Uint8Array,
  reach: Reach,
): readonly BearingRestriction[] => {
  const found: BearingRestriction[] = [];
  const look = (at: PlaceRef, restrictions: readonly PlacedRestriction[], present: number, could: number): void => {
    for (const placed of restrictions) {
      const met = placed.audiences & present;
      const behind = placed.audiences & could;
      if (met !== 0) found.push({ placed, at, place: 'MET', bits: met });
      else if (behind !== 0) found.push({ placed, at, place: 'BEHIND', bits: behind });
    }
  };
  const could = (system: number): number => (possible[system] === 1 ? graph.everyone : 0);
  graph.onSystem.forEach((place, number) => {
    if (graph.onTheWay[number] !== 1) return;
    look({ kind: 'SYSTEM', number }, place.restrictions, reach.any[number] ?? 0, could(number));
  });
  graph.onFlow.forEach((place, number) => {
    if (graph.onTheWay[graph.flowTo[number] ?? -1] !== 1) return;
    const from = graph.flowFrom[number] ?? -1;
    look({ kind: 'FLOW', number }, place.restrictions, leavesBy(graph, reach, from, place).present, could(from));
  });
  graph.onChannel.forEach((place, number) => {
    if (graph.channelOffer[number] !== 'OFFERED') return;
    const system = graph.channelSystem[number] ?? -1;
    const audiences = graph.channelFor[number] ?? 0;
    look(
      { kind: 'CHANNEL', number },
      place.restrictions,
      leavesBy(graph, reach, system, place).present & audiences,
      could(system) & audiences,
    );
  });
  return found.sort((a, b) => order(a) - order(b) || (a.placed.restriction.id < b.placed.restriction.id ? -1 : 1));
};

const order = (bearing: BearingRestriction): number => (bearing.place === 'MET' ? 0 : 1);
