import type { ClassGraph } from './class-graph.ts';
import type { ClassSearch } from './class-search.ts';
import { leavesBy } from './reach.ts';
import type { Outcome } from './answer.ts';
import { forEachIn } from './rows.ts';

/** The outcomes of a channel by audience, given as its bit (design.md 4.1 item 4). */
export const outcomesOf = (
  { graph, possible, reach }: Pick<ClassSearch, 'graph' | 'possible' | 'reach'>,
  channel: number,
): ((bit: number) => Outcome) => {
  const system = graph.channelSystem[channel] ?? -1;
  const offer = graph.channelOffer[channel] ?? 'UNKNOWN';
  if (possible[system] !== 1) return () => 'UNREACHED';
  if (offer !== 'OFFERED') return () => offer;
  const out = leavesBy(graph, reach, system, graph.onChannel[channel]);
  return (bit) => ((out.clear & bit) !== 0 ? 'RELEASED' : (out.any & bit) !== 0 ? 'LIMITED' : 'WITHHELD');
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
