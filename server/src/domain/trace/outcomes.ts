import type { ClassGraph } from './class-graph.ts';
import { leavesBy, type Reach } from './reach.ts';
import type { Outcome } from './answer.ts';
import { forEachIn } from './rows.ts';

/** The outcome of channel `channel` for the audience `bit` (design.md 4.1 item 4). `possible`: where the class could be, restrictions ignored. */
export const outcomeOf = (
  graph: ClassGraph,
  possible: Uint8Array,
  reach: Reach,
  channel: number,
  bit: number,
): Outcome => {
  const system = graph.channelSystem[channel] ?? -1;
  if (possible[system] !== 1) return 'UNREACHED';
  const offer = graph.channelOffer[channel];
  if (offer !== 'OFFERED') return offer ?? 'UNKNOWN';
  const out = leavesBy(graph, reach, system, graph.onChannel[channel]);
  if ((out.clear & bit) !== 0) return 'RELEASED';
  return (out.any & bit) !== 0 ? 'LIMITED' : 'WITHHELD';
};

/** The outcome of a class over its parts: theirs where they agree, PARTIAL where they differ. */
export const combineOutcomes = (parts: readonly Outcome[]): Outcome => {
  const [first, ...others] = parts;
  return first !== undefined && others.every((outcome) => outcome === first) ? first : 'PARTIAL';
};

/** Systems where the class is, or could be, and from which no channel that offers it can be reached, restrictions ignored; whoever is asked about. By number. */
export const strandedSystems = (graph: ClassGraph, possible: Uint8Array): readonly number[] => {
  const releases = new Uint8Array(graph.systems.length);
  const queue: number[] = [];
  const mark = (system: number): void => {
    if (releases[system] === 0) {
      releases[system] = 1;
      queue.push(system);
    }
  };
  graph.channels.forEach((_, channel) => {
    if (graph.channelOffer[channel] === 'OFFERED') mark(graph.channelSystem[channel] ?? -1);
  });
  for (let system = queue.pop(); system !== undefined; system = queue.pop()) {
    forEachIn(graph.flowsIn, system, (flow) => mark(graph.flowFrom[flow] ?? -1));
  }
  const stranded: number[] = [];
  for (let system = 0; system < releases.length; system += 1)
    if (possible[system] === 1 && releases[system] === 0) stranded.push(system);
  return stranded;
};
