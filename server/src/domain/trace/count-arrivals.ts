import { onwardFlows, type Passage } from './passage.ts';

/**
 * In how many ways paths come to each place, by what they met before it (LIMITED, UNDOCUMENTED bits): `ways[4 * system + met]`
 * for a system, its own restrictions not counted in; `flowEnds[4 * flow + met]` for paths that end at a flow that stops them, its
 * own counted in. Everyone whom the same places stop and limit shares them: who may leave by which channel does not come in.
 */
export interface Arrivals {
  readonly ways: Float64Array;
  readonly flowEnds: Float64Array;
  readonly exact: boolean;
}

/** How many systems searches may still enter, over all the counts of one question. Mutable: each search takes from it. */
export interface SearchBudget {
  left: number;
}

/** What a question may spend where loops keep a count from being read off the graph: a few tens of milliseconds. */
export const createSearchBudget = (left = 300_000): SearchBudget => ({ left });

/** What each count gets when others have spent the budget: small counts stay exact. */
const leastBudget = 1_000;

/**
 * Counts by the order of the graph where the traced part has no loop: exact, linear. With loops by search: exact unless the
 * budget runs out, and then what was found so far, marked not exact.
 */
export const countArrivals = (passage: Passage, budget: SearchBudget): Arrivals => {
  const order = topologicalOrder(passage);
  return order === undefined ? countBySearch(passage, budget) : countInOrder(passage, order);
};

const add = (totals: Float64Array, slot: number, ways: number): void => {
  totals[slot] = (totals[slot] ?? 0) + ways;
};

/**
 * The useful systems a path can reach, suppliers first; `undefined` where they form a loop. A flow to its own sender is one nobody
 * walks, and no loop.
 */
const topologicalOrder = (passage: Passage): readonly number[] | undefined => {
  const { graph } = passage;
  const onward = (system: number): readonly number[] =>
    onwardFlows(passage, system)
      .map((flow) => graph.flowTo[flow] ?? -1)
      .filter((to) => to !== system);
  const reached = new Uint8Array(graph.systems.length);
  const indegree = new Int32Array(graph.systems.length);
  const queue = passage.starts.filter((start) => passage.useful[start] === 1);
  for (const start of queue) reached[start] = 1;
  const all: number[] = [];
  for (let system = queue.pop(); system !== undefined; system = queue.pop()) {
    all.push(system);
    for (const to of onward(system)) {
      indegree[to] = (indegree[to] ?? 0) + 1;
      if (reached[to] === 1) continue;
      reached[to] = 1;
      queue.push(to);
    }
  }
  const ready = all.filter((system) => indegree[system] === 0);
  const order: number[] = [];
  for (let system = ready.pop(); system !== undefined; system = ready.pop()) {
    order.push(system);
    for (const to of onward(system)) {
      indegree[to] = (indegree[to] ?? 0) - 1;
      if (indegree[to] === 0) ready.push(to);
    }
  }
  return order.length === all.length ? order : undefined;
};

const countInOrder = (passage: Passage, order: readonly number[]): Arrivals => {
  const { graph } = passage;
  const ways = waysTo(passage, order);
  const flowEnds = new Float64Array(graph.flows.length * 4);
  const place = new Map(order.map((system, position) => [system, position]));
  for (const [system, position] of place) {
    if (passage.systemStops(system)) continue;
    for (const flow of passage.flowsOut(system)) {
      if (!passage.flowStops(flow)) continue;
      const to = graph.flowTo[flow] ?? -1;
      // A stopped flow back to a system that comes earlier ends only those paths that have not been there.
      const come = (place.get(to) ?? Infinity) > position ? ways : waysTo(passage, order, to);
      for (let met = 0; met < 4; met += 1) {
        const past = met | passage.meetsAtSystem(system) | passage.meetsAtFlow(flow);
        add(flowEnds, flow * 4 + past, come[system * 4 + met] ?? 0);
      }
    }
  }
  return { ways, flowEnds, exact: true };
};

/** In how many ways a path comes to each system; `avoid` is left out of every path. */
const waysTo = (passage: Passage, order: readonly number[], avoid?: number): Float64Array => {
  const { graph } = passage;
  const ways = new Float64Array(graph.systems.length * 4);
  for (const start of passage.starts) if (start !== avoid && passage.useful[start] === 1) add(ways, start * 4, 1);
  for (const system of order) {
    const flows = onwardFlows(passage, system);
    for (let met = 0; met < 4; met += 1) {
      const come = ways[system * 4 + met] ?? 0;
      if (come === 0) continue;
      for (const flow of flows) {
        const to = graph.flowTo[flow] ?? -1;
        if (to === system || to === avoid) continue;
        add(ways, to * 4 + (met | passage.meetsAtSystem(system) | passage.meetsAtFlow(flow)), come);
      }
    }
  }
  return ways;
};

/** One system on the path: what was met before it, the flows out of it and the next one to try. */
interface Frame {
  readonly system: number;
  readonly met: number;
  readonly flows: readonly number[];
  next: number;
}

/** Walks every path there is, taking one from the budget for each system entered. Mutates `budget`. */
const countBySearch = (passage: Passage, budget: SearchBudget): Arrivals => {
  const { graph } = passage;
  const ways = new Float64Array(graph.systems.length * 4);
  const flowEnds = new Float64Array(graph.flows.length * 4);
  const onPath = new Uint8Array(graph.systems.length);
  const limit = Math.max(budget.left, leastBudget);
  let entered = 0;
  const stack: Frame[] = [];
  const enter = (system: number, met: number): void => {
    entered += 1;
    onPath[system] = 1;
    add(ways, system * 4 + met, 1);
    stack.push({ system, met, flows: passage.systemStops(system) ? [] : passage.flowsOut(system), next: 0 });
  };
  for (const start of passage.starts) {
    if (passage.useful[start] === 0) continue;
    enter(start, 0);
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      if (entered > limit) {
        budget.left = 0;
        return { ways, flowEnds, exact: false };
      }
      const flow = frame.flows[frame.next];
      if (flow === undefined) {
        onPath[frame.system] = 0;
        stack.pop();
        continue;
      }
      frame.next += 1;
      const to = graph.flowTo[flow] ?? -1;
      if (onPath[to] === 1) continue;
      const past = frame.met | passage.meetsAtSystem(frame.system) | passage.meetsAtFlow(flow);
      if (passage.flowStops(flow)) add(flowEnds, flow * 4 + past, 1);
      else if (passage.useful[to] === 1) enter(to, past);
    }
  }
  budget.left = Math.max(0, budget.left - entered);
  return { ways, flowEnds, exact: true };
};
