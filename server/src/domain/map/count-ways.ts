import type { PathCount } from '../trace/index.ts';
import { createWayBound, type Work } from './way-bound.ts';
import type { WayGraph } from './way-graph.ts';

/**
 * How many ways there are. Exact where what they can take has no loop, and with loops as long as `work` lasts: then at least those that were
 * counted.
 */
export const countWays = (graph: WayGraph, work: Work): PathCount => {
  if (!graph.isOpen) return { value: 0, exact: true };
  const order = inOrder(graph);
  const { value, exact } =
    order === undefined ? countBySearch(graph, work) : { value: countInOrder(graph, order), exact: true };
  return value > Number.MAX_SAFE_INTEGER ? { value: Number.MAX_SAFE_INTEGER, exact: false } : { value, exact };
};

/** The systems, senders first; `undefined` where they form a loop. */
const inOrder = ({ hops }: WayGraph): readonly number[] | undefined => {
  const incoming = new Map<number, number>();
  for (const out of hops.values()) for (const { to } of out) incoming.set(to, (incoming.get(to) ?? 0) + 1);
  const ready = [...hops.keys()].filter((system) => !incoming.has(system));
  const order: number[] = [];
  for (let system = ready.pop(); system !== undefined; system = ready.pop()) {
    order.push(system);
    for (const { to } of hops.get(system) ?? []) {
      const left = (incoming.get(to) ?? 0) - 1;
      incoming.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return order.length === hops.size ? order : undefined;
};

/** From stop to stop: without loops, what has to lie between can only be passed in one order. */
const countInOrder = ({ hops, start, goal, via }: WayGraph, order: readonly number[]): number => {
  const stops = [start, ...order.filter((system) => via.includes(system)), ...(goal === start ? [] : [goal])];
  const between = (from: number, to: number): number => {
    const ways = new Map([[from, 1]]);
    for (const system of order) {
      const come = ways.get(system);
      if (system === to) return come ?? 0;
      if (come === undefined) continue;
      for (const hop of hops.get(system) ?? []) ways.set(hop.to, (ways.get(hop.to) ?? 0) + come);
    }
    return 0;
  };
  return stops.slice(1).reduce((product, stop, at) => product * between(stops[at] ?? -1, stop), 1);
};

/** Goes along every way there is, several flows of one pair at once. */
const countBySearch = (graph: WayGraph, work: Work): PathCount => {
  const { start, goal, via, hops } = graph;
  const flowsTo = new Map([...hops].map(([system, out]) => [system, bundled(out)]));
  const onPath = new Uint8Array(graph.day.things.length);
  const boundFrom = createWayBound(graph, onPath, work);
  const stack: { readonly system: number; readonly ways: number; readonly out: Bundles; next: number }[] = [];
  const enter = (system: number, ways: number): void => {
    onPath[system] = 1;
    stack.push({ system, ways, out: flowsTo.get(system) ?? [], next: 0 });
  };
  let value = 0;
  enter(start, 1);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    if (work.left <= 0) return { value, exact: false };
    const bundle = frame.out[frame.next];
    if (bundle === undefined) {
      onPath[frame.system] = 0;
      stack.pop();
      continue;
    }
    frame.next += 1;
    const [to, flows] = bundle;
    if (to === goal) {
      if (via.every((each) => onPath[each] === 1)) value += frame.ways * flows;
    } else if (onPath[to] === 0 && boundFrom(to) !== -1) enter(to, frame.ways * flows);
  }
  return { value, exact: true };
};

/** The systems that hops lead to, each with how many there are. */
type Bundles = readonly (readonly [to: number, flows: number])[];

const bundled = (out: readonly { readonly to: number }[]): Bundles => {
  const flowsTo = new Map<number, number>();
  for (const { to } of out) flowsTo.set(to, (flowsTo.get(to) ?? 0) + 1);
  return [...flowsTo];
};
