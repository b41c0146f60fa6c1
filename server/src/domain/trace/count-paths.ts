import type { PathCount } from './answer.ts';
import { LIMITED, onwardFlows, UNDOCUMENTED, type Passage } from './passage.ts';

/** How many systems a search may enter where loops keep the count from being read off the graph. */
export const defaultCountBudget = 200_000;

/** The numbers of paths of one audience; `release` includes `limited`. */
export interface PathCounts {
  readonly release: PathCount;
  readonly limited: PathCount;
  readonly restricted: PathCount;
  readonly undocumented: PathCount;
}

/**
 * Counts the paths of a passage: release paths end at a channel, restricted ones at the first system, flow or channel that
 * stops them, and no path enters a system twice. Exact where the traced part has no loop, in time linear in the graph;
 * with loops by search, exact unless it would enter more than `budget` systems, and then "at least".
 */
export const countPaths = (passage: Passage, budget: number = defaultCountBudget): PathCounts => {
  const order = topologicalOrder(passage);
  return order === undefined ? countBySearch(passage, budget) : countInOrder(passage, order);
};

/** Four running totals, one for each combination of LIMITED and UNDOCUMENTED, for paths that release and paths that end stopped. */
interface Tally {
  readonly released: Float64Array;
  readonly stopped: Float64Array;
}

const newTally = (): Tally => ({ released: new Float64Array(4), stopped: new Float64Array(4) });

/** Adds the paths that end at `system`, `ways` of them having met `met` before it; `flowEnds` says by which stopped flows they may end. */
const endAt = (
  passage: Passage,
  tally: Tally,
  system: number,
  met: number,
  ways: number,
  flowEnds: (flow: number) => boolean,
): void => {
  const add = (totals: Float64Array, slot: number): void => {
    totals[slot] = (totals[slot] ?? 0) + ways;
  };
  const here = met | passage.meetsAtSystem(system);
  if (passage.systemStops(system)) return add(tally.stopped, here);
  for (const channel of passage.exits(system)) {
    const past = here | passage.meetsAtChannel(channel);
    add(passage.channelStops(channel) ? tally.stopped : tally.released, past);
  }
  for (const flow of passage.graph.flowsOut[system] ?? []) {
    if (passage.flowStops(flow) && flowEnds(flow)) add(tally.stopped, here | passage.meetsAtFlow(flow));
  }
};

const toCounts = ({ released, stopped }: Tally, exact: boolean): PathCounts => {
  const count = (slots: readonly number[], totals: readonly Float64Array[]): PathCount => {
    const value = totals.reduce((sum, total) => slots.reduce((inner, slot) => inner + (total[slot] ?? 0), sum), 0);
    return value > Number.MAX_SAFE_INTEGER ? { value: Number.MAX_SAFE_INTEGER, exact: false } : { value, exact };
  };
  const limited = [LIMITED, LIMITED | UNDOCUMENTED];
  return {
    release: count([0, 1, 2, 3], [released]),
    limited: count(limited, [released]),
    restricted: count([0, 1, 2, 3], [stopped]),
    undocumented: count([UNDOCUMENTED, LIMITED | UNDOCUMENTED], [released, stopped]),
  };
};

/** The useful systems a path can reach, suppliers first; `undefined` where they form a loop. A flow to its own sender counts as a loop nobody walks. */
const topologicalOrder = (passage: Passage): readonly number[] | undefined => {
  const { graph } = passage;
  const reached = new Uint8Array(graph.systems.length);
  const queue = passage.starts.filter((start) => passage.useful[start] === 1);
  for (const start of queue) reached[start] = 1;
  const indegree = new Int32Array(graph.systems.length);
  const all: number[] = [];
  for (let system = queue.pop(); system !== undefined; system = queue.pop()) {
    all.push(system);
    for (const flow of onwardFlows(passage, system)) {
      const to = graph.flowTo[flow] ?? -1;
      if (to === system) continue;
      indegree[to] = (indegree[to] ?? 0) + 1;
      if (reached[to] === 0) {
        reached[to] = 1;
        queue.push(to);
      }
    }
  }
  const ready = all.filter((system) => indegree[system] === 0);
  const order: number[] = [];
  for (let system = ready.pop(); system !== undefined; system = ready.pop()) {
    order.push(system);
    for (const flow of onwardFlows(passage, system)) {
      const to = graph.flowTo[flow] ?? -1;
      if (to === system) continue;
      indegree[to] = (indegree[to] ?? 0) - 1;
      if (indegree[to] === 0) ready.push(to);
    }
  }
  return order.length === all.length ? order : undefined;
};

const countInOrder = (passage: Passage, order: readonly number[]): PathCounts => {
  const { graph } = passage;
  const tally = newTally();
  const ways = waysTo(passage, order);
  const place = new Map(order.map((system, position) => [system, position]));
  // A stopped flow back to a system that comes earlier ends only those paths that have not been there.
  const goesBack = (flow: number): boolean =>
    (place.get(graph.flowTo[flow] ?? -1) ?? Infinity) <= (place.get(graph.flowFrom[flow] ?? -1) ?? -1);
  for (const system of order) {
    for (let met = 0; met < 4; met += 1) {
      const come = ways[system * 4 + met] ?? 0;
      if (come !== 0) endAt(passage, tally, system, met, come, (flow) => !goesBack(flow));
    }
  }
  for (const system of order) {
    if (passage.systemStops(system)) continue;
    for (const flow of graph.flowsOut[system] ?? []) {
      if (!passage.flowStops(flow) || !goesBack(flow)) continue;
      const avoiding = waysTo(passage, order, graph.flowTo[flow]);
      for (let met = 0; met < 4; met += 1) {
        const slot = met | passage.meetsAtSystem(system) | passage.meetsAtFlow(flow);
        tally.stopped[slot] = (tally.stopped[slot] ?? 0) + (avoiding[system * 4 + met] ?? 0);
      }
    }
  }
  return toCounts(tally, true);
};

/** In how many ways a path comes to each system, by what it met before it: slot `4 * system + met`. `avoid` is left out of every path. */
const waysTo = (passage: Passage, order: readonly number[], avoid?: number): Float64Array => {
  const { graph } = passage;
  const ways = new Float64Array(graph.systems.length * 4);
  for (const start of passage.starts) if (start !== avoid) ways[start * 4] = (ways[start * 4] ?? 0) + 1;
  for (const system of order) {
    const flows = onwardFlows(passage, system);
    for (let met = 0; met < 4; met += 1) {
      const come = ways[system * 4 + met] ?? 0;
      if (come === 0) continue;
      for (const flow of flows) {
        const to = graph.flowTo[flow] ?? -1;
        if (to === system || to === avoid) continue;
        const slot = to * 4 + (met | passage.meetsAtSystem(system) | passage.meetsAtFlow(flow));
        ways[slot] = (ways[slot] ?? 0) + come;
      }
    }
  }
  return ways;
};

const countBySearch = (passage: Passage, budget: number): PathCounts => {
  const { graph } = passage;
  const tally = newTally();
  const onPath = new Uint8Array(graph.systems.length);
  let entered = 0;
  /** One system on the path: what was met before it, the flows out of it and the next one to try. */
  type Frame = { readonly system: number; readonly met: number; readonly flows: readonly number[]; next: number };
  for (const start of passage.starts) {
    if (passage.useful[start] === 0) continue;
    const stack: Frame[] = [];
    const enter = (system: number, met: number): void => {
      entered += 1;
      onPath[system] = 1;
      endAt(passage, tally, system, met, 1, (flow) => onPath[graph.flowTo[flow] ?? -1] === 0);
      stack.push({ system, met, flows: onwardFlows(passage, system), next: 0 });
    };
    enter(start, 0);
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      if (entered > budget) return toCounts(tally, false);
      const flow = frame.flows[frame.next];
      if (flow === undefined) {
        onPath[frame.system] = 0;
        stack.pop();
        continue;
      }
      frame.next += 1;
      const to = graph.flowTo[flow] ?? -1;
      if (onPath[to] === 0) enter(to, frame.met | passage.meetsAtSystem(frame.system) | passage.meetsAtFlow(flow));
    }
  }
  return toCounts(tally, true);
};
