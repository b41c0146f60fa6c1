import { stopsRelease } from '../model/concepts.ts';
import type { Outcome } from './answer.ts';
import type { ClassGraph } from './class-graph.ts';
import type { Place, PlacedRestriction } from './placed-restrictions.ts';
import type { Reach } from './reach.ts';
import { forEachIn } from './rows.ts';

/** What holds a class back on a channel for one audience (a bit), given what comes of it there; `[]` where nothing does. */
export type ChannelCauses = (channel: number, bit: number, outcome: Outcome) => readonly PlacedRestriction[];

/**
 * The restrictions that make an outcome WITHHELD: those that stop the class on the channel itself, and those where it stops last on every way
 * to the channel's system. LIMITED: those that limit it on some way by which it gets there and out. Each once, in the order they are met
 * backwards from the channel. Channels of one system share what is looked up: linear in the graph for each system.
 */
export const createChannelCauses = (graph: ClassGraph, possible: Uint8Array, reach: Reach): ChannelCauses => {
  const stoppedBefore = perSystem((system) => lastStops(graph, possible, reach, system));
  const limitedBefore = perSystem((system) => limitsOnTheWay(graph, reach, system));
  return (channel, bit, outcome) => {
    if (outcome !== 'WITHHELD' && outcome !== 'LIMITED') return none;
    const stops = outcome === 'WITHHELD';
    const system = graph.channelSystem[channel] ?? -1;
    const found = new Set<PlacedRestriction>();
    collect(graph.onChannel[channel], bit, stops, (placed) => found.add(placed));
    for (const [placed, bits] of (stops ? stoppedBefore : limitedBefore)(system))
      if ((bits & bit) !== 0) found.add(placed);
    return [...found];
  };
};

const none: readonly PlacedRestriction[] = [];

/** Restrictions with the audiences (bits) they hold the class back from. */
type Causes = ReadonlyMap<PlacedRestriction, number>;

const perSystem = (find: (system: number) => Causes): ((system: number) => Causes) => {
  const found = new Map<number, Causes>();
  return (system) => {
    const known = found.get(system) ?? find(system);
    found.set(system, known);
    return known;
  };
};

/** Gives the restrictions of a place that stop, or else limit, what goes to some of the audiences, with which of them. */
const collect = (
  place: Place | undefined,
  bits: number,
  stops: boolean,
  give: (placed: PlacedRestriction, bits: number) => void,
): void => {
  if (place === undefined || ((stops ? place.stops : place.limits) & bits) === 0) return;
  for (const placed of place.restrictions)
    if ((placed.audiences & bits) !== 0 && stopsRelease(placed.restriction.effect) === stops)
      give(placed, placed.audiences & bits);
};

/** Where the class is and may leave, what stops it lies elsewhere; where it is not, it stopped on a flow in or somewhere before. */
const lastStops = (graph: ClassGraph, possible: Uint8Array, { any }: Reach, last: number): Causes =>
  backwards(graph, last, (system, bits, give) => {
    if (possible[system] !== 1) return;
    const there = bits & (any[system] ?? 0);
    collect(graph.onSystem[system], there, true, give.cause);
    const behind = bits & ~there;
    if (behind === 0) return;
    forEachIn(graph.flowsIn, system, (flow) => {
      const from = graph.flowFrom[flow] ?? -1;
      const atTheDoor = (any[from] ?? 0) & ~(graph.onSystem[from]?.stops ?? 0);
      collect(graph.onFlow[flow], atTheDoor & behind, true, give.cause);
      give.system(from, behind);
    });
  });

const limitsOnTheWay = (graph: ClassGraph, { any }: Reach, last: number): Causes =>
  backwards(graph, last, (system, bits, give) => {
    collect(graph.onSystem[system], bits, false, give.cause);
    forEachIn(graph.flowsIn, system, (flow) => {
      const from = graph.flowFrom[flow] ?? -1;
      const leaves = (any[from] ?? 0) & ~(graph.onSystem[from]?.stops ?? 0);
      const passes = bits & leaves & ~(graph.onFlow[flow]?.stops ?? 0);
      if (passes === 0) return;
      collect(graph.onFlow[flow], passes, false, give.cause);
      give.system(from, passes);
    });
  });

interface Give {
  readonly cause: (placed: PlacedRestriction, bits: number) => void;
  readonly system: (system: number, bits: number) => void;
}

/** Looks at `last`, and at every system that a look gives, for those audiences for which it was not looked at before. */
const backwards = (
  graph: ClassGraph,
  last: number,
  look: (system: number, bits: number, give: Give) => void,
): Causes => {
  const causes = new Map<PlacedRestriction, number>();
  const seen = new Int32Array(graph.systems.length);
  const queue: (readonly [system: number, bits: number])[] = [];
  const give: Give = {
    cause: (placed, bits) => void causes.set(placed, (causes.get(placed) ?? 0) | bits),
    system: (system, bits) => {
      const fresh = bits & ~(seen[system] ?? 0);
      if (fresh === 0) return;
      seen[system] = (seen[system] ?? 0) | fresh;
      queue.push([system, fresh]);
    },
  };
  give.system(last, graph.everyone);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) look(next[0], next[1], give);
  return causes;
};
