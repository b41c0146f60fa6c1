import type { ClassGraph } from './class-graph.ts';
import type { StartKind } from './answer.ts';
import { possibleReach } from './reach.ts';
import { forEachIn } from './rows.ts';

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
  const holders: number[] = [];
  const origins: number[] = [];
  graph.roles.forEach((role, system) => {
    if (role !== undefined) holders.push(system);
    if (role === 'ORIGIN') origins.push(system);
  });
  if (origins.length === 0) {
    return { kinds: new Map(holders.map((system) => [system, 'HOLDER'])), originUnknown: holders.length > 0 };
  }
  const kinds = new Map<number, StartKind>(origins.map((system) => [system, 'ORIGIN']));
  const supplied = possibleReach(graph, origins);
  const isHolder = new Uint8Array(graph.systems.length);
  for (const system of holders) if (supplied[system] !== 1) isHolder[system] = 1;
  for (const system of unsuppliedFirst(graph, supplied, isHolder)) kinds.set(system, 'UNEXPLAINED_COPY');
  return { kinds: new Map([...kinds].sort(([a], [b]) => a - b)), originUnknown: false };
};

/**
 * The holders that no other holder can supply, save those of a ring that they are in. Of what no origin reaches only the systems that a
 * holder can reach matter, and whatever leads to such a holder is one of them. Linear: what holders reach is put in order, senders before
 * receivers, and then cut into rings (Kosaraju); a ring without a holder ahead of it begins.
 */
const unsuppliedFirst = (graph: ClassGraph, supplied: Uint8Array, isHolder: Uint8Array): readonly number[] => {
  const order = sendersFirst(graph, supplied, isHolder);
  const ringOf = new Int32Array(graph.systems.length).fill(-1);
  const first: number[] = [];
  /** By ring: whether a holder in it, or ahead of it, supplies what comes after. */
  const supplies: boolean[] = [];
  const isInOrder = new Uint8Array(graph.systems.length);
  for (const system of order) isInOrder[system] = 1;
  for (const start of order) {
    if (ringOf[start] !== -1) continue;
    const ring = supplies.length;
    const members = [start];
    ringOf[start] = ring;
    let hasAhead = false;
    for (let at = 0; at < members.length; at += 1)
      forEachIn(graph.flowsIn, members[at] ?? -1, (flow) => {
        const from = graph.flowFrom[flow] ?? -1;
        if (isInOrder[from] !== 1) return;
        const known = ringOf[from] ?? -1;
        if (known === -1) {
          ringOf[from] = ring;
          members.push(from);
        } else if (known !== ring) hasAhead ||= supplies[known] === true;
      });
    const holding = members.filter((system) => isHolder[system] === 1);
    supplies.push(hasAhead || holding.length > 0);
    if (!hasAhead) first.push(...holding);
  }
  return first;
};

/** What unsupplied holders reach, each system before all that it alone leads to: by the time a walk is done with it, last first. */
const sendersFirst = (graph: ClassGraph, supplied: Uint8Array, isHolder: Uint8Array): readonly number[] => {
  const seen = new Uint8Array(graph.systems.length);
  const done: number[] = [];
  const { starts, items } = graph.flowsOut;
  for (let start = 0; start < isHolder.length; start += 1) {
    if (isHolder[start] !== 1 || seen[start] === 1) continue;
    seen[start] = 1;
    const stack = [{ system: start, next: starts[start] ?? 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if (top.next >= (starts[top.system + 1] ?? 0)) {
        done.push(top.system);
        stack.pop();
        continue;
      }
      const to = graph.flowTo[items[top.next] ?? -1] ?? -1;
      top.next += 1;
      if (seen[to] === 1 || supplied[to] === 1) continue;
      seen[to] = 1;
      stack.push({ system: to, next: starts[to] ?? 0 });
    }
  }
  return done.toReversed();
};
