import type { ClassGraph } from './class-graph.ts';
import type { PlaceRef } from './met-restrictions.ts';
import { forEachIn } from './rows.ts';

/** A way by number: `systems[i]` sends by `flows[i]` to `systems[i + 1]`. */
export interface Way {
  readonly systems: readonly number[];
  readonly flows: readonly number[];
}

/**
 * The shortest way from a start to `system` for the audience `bit`, the first in id order among equals; with `free`, restrictions
 * are ignored. Throws when there is none: callers ask only about systems that the reach says are reached.
 */
export const shortestWay = (
  graph: ClassGraph,
  starts: readonly number[],
  system: number,
  bit: number,
  free: boolean,
): Way => {
  const cameBy = new Map<number, number>();
  const seen = new Set<number>(starts);
  let frontier = [...starts];
  while (!seen.has(system) && frontier.length > 0) {
    const next: number[] = [];
    for (const from of frontier) {
      if (!free && ((graph.onSystem[from]?.stops ?? 0) & bit) !== 0) continue;
      forEachIn(graph.flowsOut, from, (flow) => {
        const to = graph.flowTo[flow] ?? -1;
        if (seen.has(to) || (!free && ((graph.onFlow[flow]?.stops ?? 0) & bit) !== 0)) return;
        seen.add(to);
        cameBy.set(to, flow);
        next.push(to);
      });
    }
    frontier = next;
  }
  if (!seen.has(system)) throw new Error(`no way to system ${graph.systems[system]?.id ?? system}`);
  const systems = [system];
  const flows: number[] = [];
  for (let flow = cameBy.get(system); flow !== undefined; flow = cameBy.get(systems[0] ?? -1)) {
    flows.unshift(flow);
    systems.unshift(graph.flowFrom[flow] ?? -1);
  }
  return { systems, flows };
};

/** The system at whose door a place stands: itself, a flow's sender, a channel's server. */
export const systemAt = (graph: ClassGraph, at: PlaceRef): number =>
  at.kind === 'SYSTEM' ? at.number : ((at.kind === 'FLOW' ? graph.flowFrom : graph.channelSystem)[at.number] ?? -1);
