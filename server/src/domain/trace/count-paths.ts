import type { Id } from '../model/entity.ts';
import type { AudiencePathCounts, PathCount } from './answer.ts';
import type { ClassGraph } from './class-graph.ts';
import type { Place } from './placed-restrictions.ts';
import { countArrivals, type Arrivals, type SearchBudget } from './count-arrivals.ts';
import { createPassage, LIMITED, UNDOCUMENTED, type Passage } from './passage.ts';

/**
 * The numbers of paths for each audience of a graph, in order: release paths end at a channel, restricted ones at the first
 * system, flow or channel that stops them, and no path enters a system twice. Exact where the traced part has no loop; with
 * loops exact while the budget lasts, and then "at least". Audiences that the same systems and flows hold up are counted together.
 */
export const countPaths = (
  graph: ClassGraph,
  starts: readonly number[],
  budget: SearchBudget,
): readonly AudiencePathCounts[] => {
  const arrivalsBySignature = new Map<string, Arrivals>();
  const bitsBySignature = new Map<string, number>();
  const signatures = graph.audiences.map((_, number) => signatureOf(graph, 1 << number));
  signatures.forEach((signature, number) => {
    bitsBySignature.set(signature, (bitsBySignature.get(signature) ?? 0) | (1 << number));
  });
  return graph.audiences.map((audience, number) => {
    const signature = signatures[number] ?? '';
    const arrivals =
      arrivalsBySignature.get(signature) ??
      countArrivals(createPassage(graph, starts, bitsBySignature.get(signature) ?? 0), budget);
    arrivalsBySignature.set(signature, arrivals);
    return countEnds(audience, createPassage(graph, starts, 1 << number), arrivals);
  });
};

/** Equal for two audiences that the same systems and flows stop, limit, and hold up without a claim. */
const signatureOf = (graph: ClassGraph, bit: number): string => {
  const has = (bits: number): string => ((bits & bit) === 0 ? '0' : '1');
  const sign = (places: readonly Place[]): string =>
    places
      .filter(({ restrictions }) => restrictions.length > 0)
      .map(({ stops, limits, undocumented }) => has(stops) + has(limits) + has(undocumented))
      .join('');
  return `${sign(graph.onSystem)} ${sign(graph.onFlow)}`;
};

/** Adds up where the arrivals end for one audience. */
const countEnds = (audience: Id, passage: Passage, { ways, flowEnds, exact }: Arrivals): AudiencePathCounts => {
  const released = new Float64Array(4);
  const stopped = new Float64Array(4);
  const add = (totals: Float64Array, slot: number, more: number): void => {
    totals[slot] = (totals[slot] ?? 0) + more;
  };
  passage.graph.systems.forEach((_, system) => {
    for (let met = 0; met < 4; met += 1) {
      const come = ways[system * 4 + met] ?? 0;
      if (come === 0) continue;
      const here = met | passage.meetsAtSystem(system);
      if (passage.systemStops(system)) {
        add(stopped, here, come);
        continue;
      }
      for (const channel of passage.exits(system)) {
        add(passage.channelStops(channel) ? stopped : released, here | passage.meetsAtChannel(channel), come);
      }
    }
  });
  flowEnds.forEach((ends, slot) => add(stopped, slot % 4, ends));
  const count = (slots: readonly number[], totals: readonly Float64Array[]): PathCount => {
    const value = totals.reduce((sum, total) => slots.reduce((inner, slot) => inner + (total[slot] ?? 0), sum), 0);
    return value > Number.MAX_SAFE_INTEGER ? { value: Number.MAX_SAFE_INTEGER, exact: false } : { value, exact };
  };
  return {
    audience,
    release: count([0, 1, 2, 3], [released]),
    limited: count([LIMITED, LIMITED | UNDOCUMENTED], [released]),
    restricted: count([0, 1, 2, 3], [stopped]),
    undocumented: count([UNDOCUMENTED, LIMITED | UNDOCUMENTED], [released, stopped]),
  };
};
