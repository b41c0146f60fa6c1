import type { ClassGraph } from './class-graph.ts';
import type { StartKind } from './answer.ts';
import { possibleReach } from './reach.ts';

/** The systems a class begins at, by number, and whether no origin is recorded. */
export interface Starts {
  readonly kinds: ReadonlyMap<number, StartKind>;
  readonly originUnknown: boolean;
}

/**
 * Where a class begins (design.md 4.1 item 2): its origins; without any, every holder. A holder that no recorded flow
 * could supply, restrictions ignored, begins too: in a ring of such holders, each of the ring. Pure and total.
 */
export const findStarts = (graph: ClassGraph): Starts => {
  const holders = graph.roles.flatMap((role, system) => (role === undefined ? [] : [system]));
  const origins = holders.filter((system) => graph.roles[system] === 'ORIGIN');
  if (origins.length === 0) {
    return { kinds: new Map(holders.map((system) => [system, 'HOLDER'])), originUnknown: holders.length > 0 };
  }
  const kinds = new Map<number, StartKind>(origins.map((system) => [system, 'ORIGIN']));
  const supplied = possibleReach(graph, origins);
  const unsupplied = holders.filter((system) => !supplied[system]);
  const reachOf = new Map(unsupplied.map((system) => [system, possibleReach(graph, [system])]));
  for (const system of unsupplied) {
    const suppliers = unsupplied.filter((other) => other !== system && reachOf.get(other)?.[system] === 1);
    if (suppliers.every((supplier) => reachOf.get(system)?.[supplier] === 1)) kinds.set(system, 'UNEXPLAINED_COPY');
  }
  return { kinds: new Map([...kinds].sort(([a], [b]) => a - b)), originUnknown: false };
};
