import type { ClassGraph } from './class-graph.ts';
import { forEachIn } from './rows.ts';

/** Which systems the class could be in, restrictions ignored: 1 or 0 by system number. Linear in the graph. */
export const possibleReach = (graph: ClassGraph, starts: Iterable<number>): Uint8Array => {
  const reached = new Uint8Array(graph.systems.length);
  const queue: number[] = [];
  for (const start of starts) {
    if (reached[start] === 0) {
      reached[start] = 1;
      queue.push(start);
    }
  }
  for (let system = queue.pop(); system !== undefined; system = queue.pop()) {
    forEachIn(graph.flowsOut, system, (flow) => {
      const to = graph.flowTo[flow] ?? -1;
      if (reached[to] === 0) {
        reached[to] = 1;
        queue.push(to);
      }
    });
  }
  return reached;
};

/** By system number, the audiences (bits) for which the class is there at all, and for which it got there meeting no restriction. */
export interface Reach {
  readonly any: Int32Array;
  readonly clear: Int32Array;
}

/**
 * How far the class gets for every audience at once: one monotone pass over (system, audience), loops included.
 * A system's own restrictions bear on leaving it, not on being there.
 */
export const reachFrom = (graph: ClassGraph, starts: Iterable<number>): Reach => {
  const any = new Int32Array(graph.systems.length);
  const clear = new Int32Array(graph.systems.length);
  const queue: number[] = [];
  for (const start of starts) {
    any[start] = graph.everyone;
    clear[start] = graph.everyone;
    queue.push(start);
  }
  const reach = { any, clear };
  for (let system = queue.pop(); system !== undefined; system = queue.pop()) {
    const from = system;
    forEachIn(graph.flowsOut, from, (flow) => {
      const out = leavesBy(graph, reach, from, graph.onFlow[flow]);
      const to = graph.flowTo[flow] ?? -1;
      const nextAny = (any[to] ?? 0) | out.any;
      const nextClear = (clear[to] ?? 0) | out.clear;
      if (nextAny !== any[to] || nextClear !== clear[to]) {
        any[to] = nextAny;
        clear[to] = nextClear;
        queue.push(to);
      }
    });
  }
  return reach;
};

/** The audiences (bits) for which the class gets out of a system: `present` at the door, `any` and `clear` past it. */
export interface Leaving {
  readonly present: number;
  readonly any: number;
  readonly clear: number;
}

/** What leaves `system` through a flow or channel with the given restrictions. */
export const leavesBy = (
  graph: ClassGraph,
  reach: Reach,
  system: number,
  door: { readonly stops: number; readonly limits: number } | undefined,
): Leaving => {
  const own = graph.onSystem[system];
  const present = (reach.any[system] ?? 0) & ~(own?.stops ?? 0);
  const clear = (reach.clear[system] ?? 0) & ~(own?.stops ?? 0) & ~(own?.limits ?? 0);
  return { present, any: present & ~(door?.stops ?? 0), clear: clear & ~(door?.stops ?? 0) & ~(door?.limits ?? 0) };
};
