import type { Id } from '../model/entity.ts';
import { createHeap } from './heap.ts';
import { isRequiredByLaw, keyOfChange, weightOf, type ReleaseChange } from './release-change.ts';
import type { ReleaseGraph } from './release-graph.ts';

/** A set of changes with the way along which it releases the class. A step without a flow is one that a new flow is to take. */
export interface ReleaseSet {
  readonly changes: readonly ReleaseChange[];
  readonly start: Id;
  readonly steps: readonly { readonly flow?: Id; readonly to: Id }[];
  readonly channel: Id;
}

/** What was found: the best first. `isExact` false: the search was given up where it had looked at sets of `smallest` changes, or more. */
export interface ReleaseSetsFound {
  readonly sets: readonly ReleaseSet[];
  readonly isExact: boolean;
  readonly smallest?: number;
}

/** What a search is bound by. */
export interface ReleaseSearch {
  readonly first: number;
  /** How many ways that begin somewhere are looked at. */
  readonly mostLooked: number;
}

/** A search as it goes on: it gives a set that may do, and is to be told whether that does release the class when its changes are made. */
export type ReleaseSearching = Generator<ReleaseSet, ReleaseSetsFound, boolean>;

/** Sets are told apart by what law requires first, then by size, then by weight. */
const lawCost = 1e9;
const changeCost = 1e4;

/**
 * The smallest sets of changes each of which is needed along one way from where the class begins out by a channel, and none of which has another in
 * it: those without what law requires first, then the fewest changes, then the least of an intervention. New flows only where no set without
 * one is as good: with as little that law requires, and as few changes. Exact until `mostLooked` is met. Whoever asks proves each set that it
 * gives, in their own time. Pure.
 */
export function* searchReleaseSets(graph: ReleaseGraph, search: ReleaseSearch): ReleaseSearching {
  const without = yield* searchOnce(graph, search, { newFlows: false, below: Infinity, known: [] });
  // Rounded down to what law requires and the number of changes: the weights do not count here.
  const below = changeCost * Math.floor(Math.min(...without.sets.map(({ changes }) => costOf(changes))) / changeCost);
  if (below <= changeCost) return without;
  const withFlows = yield* searchOnce(graph, search, { newFlows: true, below, known: without.sets });
  const sets = [...without.sets, ...withFlows.sets]
    .map((set) => ({ set, cost: costOf(set.changes) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ set }) => set);
  const bounds = [without.smallest, withFlows.smallest].filter((each) => each !== undefined);
  return {
    sets: sets.slice(0, search.first),
    isExact: without.isExact && withFlows.isExact,
    ...(bounds.length === 0 ? {} : { smallest: Math.min(...bounds) }),
  };
}

/** How many changes something costs. */
const sizeOf = (cost: number): number => Math.floor((cost % lawCost) / changeCost);

const costOf = (changes: readonly ReleaseChange[]): number =>
  changes.reduce((sum, change) => sum + changeCost + weightOf(change) + (isRequiredByLaw(change) ? lawCost : 0), 0);

/** A way that begins somewhere: what it needs so far, and how it came. With a channel it is one that gets out. */
interface Label {
  readonly system: Id;
  readonly needs: ReadonlyMap<string, ReleaseChange>;
  readonly start: ReleaseGraph['starts'][number];
  readonly steps: ReleaseSet['steps'];
  readonly channel?: Id;
}

interface Pass {
  /** Looks for sets with a new flow, instead of those without. */
  readonly newFlows: boolean;
  /** Only sets that cost less. */
  readonly below: number;
  readonly known: readonly ReleaseSet[];
}

function* searchOnce(
  graph: ReleaseGraph,
  { first, mostLooked }: ReleaseSearch,
  { newFlows, below, known }: Pass,
): ReleaseSearching {
  const left = costsLeft(graph, newFlows);
  const queue = createHeap<Label>();
  const looked = new Map<Id, Label[]>();
  const sets: ReleaseSet[] = [];
  const keysFound = known.map(({ changes }) => changes.map(keyOfChange));
  /** The least that a set costs which a way is a part of. */
  const costIn = (label: Label): number =>
    costOf([...label.needs.values()]) + (label.channel === undefined ? left(label.system) : 0);
  const push = (label: Label): void => {
    const cost = costIn(label);
    if (cost < below) queue.push(label, cost);
  };
  for (const start of graph.starts) push({ system: start.system, needs: new Map(), start, steps: [] });
  let count = 0;
  for (;;) {
    const label = queue.pop();
    if (label === undefined) break;
    if (label.channel !== undefined) {
      const set = toSet(label, label.channel);
      const keys = [...label.needs.keys()];
      const isMore = keysFound.some((found) => found.every((key) => label.needs.has(key)));
      if (isMore || !(yield set)) continue;
      sets.push(set);
      keysFound.push(keys);
      if (sets.length >= first) break;
      continue;
    }
    const there = looked.get(label.system) ?? [];
    looked.set(label.system, there);
    if (there.some((other) => makesNeedless(other, label))) continue;
    if ((count += 1) > mostLooked) return { sets, isExact: false, smallest: sizeOf(costIn(label)) };
    there.push(label);
    for (const next of onwards(graph, label, newFlows)) push(next);
  }
  return { sets, isExact: true };
}

/** Whether whatever the second gets to, the first gets to with no more changes. Where a copy begins depends on the flows there are. */
const makesNeedless = (first: Label, second: Label): boolean =>
  (first.start.isStable || first.start.system === second.start.system) &&
  [...first.needs.keys()].every((key) => second.needs.has(key));

function* onwards(graph: ReleaseGraph, label: Label, newFlows: boolean): Generator<Label> {
  const { system, needs, start, steps } = label;
  const visited = new Set([start.system, ...steps.map(({ to }) => to)]);
  for (const { flow, needs: more } of graph.flowsOut(system)) {
    if (visited.has(flow.to)) continue;
    yield { system: flow.to, needs: both(needs, more), start, steps: [...steps, { flow: flow.id, to: flow.to }] };
  }
  if (!newFlows) {
    for (const { channel, needs: more } of graph.exits(system))
      yield { system, needs: both(needs, more), start, steps, channel: channel.id };
    return;
  }
  if (!graph.has.includes(system)) return;
  for (const to of graph.serving) {
    if (visited.has(to) || graph.isFlowBetween(system, to)) continue;
    const added = both(needs, [...graph.leaving(system), { kind: 'ADD_FLOW', from: system, to }]);
    for (const { channel, needs: more } of graph.exits(to))
      yield { system: to, needs: both(added, more), start, steps: [...steps, { to }], channel: channel.id };
  }
}

const both = (needs: Label['needs'], more: readonly ReleaseChange[]): Label['needs'] =>
  more.length === 0 ? needs : new Map([...needs, ...more.map((change) => [keyOfChange(change), change] as const)]);

const toSet = ({ needs, start, steps }: Label, channel: Id): ReleaseSet => ({
  changes: [...needs.values()],
  start: start.system,
  steps,
  channel,
});

/** The least that getting out from a system costs, by a new flow at last where that is looked for; Infinity where there is no way (Dijkstra, backwards). */
const costsLeft = (graph: ReleaseGraph, newFlows: boolean): ((system: Id) => number) => {
  const exit = Math.min(...graph.serving.map((system) => leastExit(graph, system)));
  const costs = costsBackwards(
    graph,
    newFlows
      ? graph.has.map((system) => {
          const added = costOf([...graph.leaving(system), { kind: 'ADD_FLOW', from: system, to: '' }]);
          return [system, added + exit] as const;
        })
      : graph.serving.map((system) => [system, leastExit(graph, system)] as const),
  );
  return (system) => costs.get(system) ?? Infinity;
};

const leastExit = (graph: ReleaseGraph, system: Id): number =>
  Math.min(...graph.exits(system).map(({ needs }) => costOf(needs)));

const costsBackwards = (graph: ReleaseGraph, ends: readonly (readonly [Id, number])[]): ReadonlyMap<Id, number> => {
  const costs = new Map<Id, number>();
  const queue = createHeap<readonly [Id, number]>();
  for (const [system, cost] of ends) if (cost !== Infinity) queue.push([system, cost], cost);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [system, cost] = next;
    if (costs.has(system)) continue;
    costs.set(system, cost);
    for (const { flow, needs } of graph.flowsIn(system))
      if (!costs.has(flow.from)) queue.push([flow.from, cost + costOf(needs)], cost + costOf(needs));
  }
  return costs;
};
