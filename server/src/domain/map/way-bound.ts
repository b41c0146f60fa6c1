import type { WayGraph } from './way-graph.ts';

/** What a search may still spend, in hops looked at. Mutable: each look takes from it. */
export interface Work {
  left: number;
}

/** What one page of ways, or one count of them, may spend: some tens of milliseconds. */
export const createWork = (left = 2_000_000): Work => ({ left });

/** Returns how many more hops a way needs at least from a system; -1 where there is no way on from it. */
export type WayBound = (system: number) => number;

/**
 * Returns the bound for ways that have been in the systems `onPath`. Without systems that have to lie between it is exact: so many hops are
 * enough. With them it is no more than a bound, for each of them is looked at alone. Takes from `work`.
 */
export const createWayBound = ({ hops, goal, via, toGoal }: WayGraph, onPath: Uint8Array, work: Work): WayBound => {
  // A system is seen in the look whose number it has: nothing has to be cleared.
  const seen = new Int32Array(onPath.length);
  const wanted = new Uint8Array(onPath.length);
  for (const each of via) wanted[each] = 1;
  let look = 0;
  return (system) => {
    look += 1;
    let [least, missing] = [0, 1];
    for (const each of via) if (onPath[each] === 0) missing += 1;
    let rim = [system];
    seen[system] = look;
    for (let step = 0; rim.length > 0; step += 1) {
      const next: number[] = [];
      for (const here of rim) {
        if (here === goal || wanted[here] === 1) {
          least = Math.max(least, step + (toGoal.get(here) ?? 0));
          missing -= 1;
          if (missing === 0) return least;
        }
        const out = hops.get(here) ?? [];
        work.left -= 1 + out.length;
        for (const { to } of out) {
          if (onPath[to] === 1 || seen[to] === look) continue;
          seen[to] = look;
          next.push(to);
        }
      }
      rim = next;
    }
    return -1;
  };
};
