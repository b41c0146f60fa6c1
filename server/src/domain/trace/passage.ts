import type { ClassGraph } from './class-graph.ts';
import type { Place } from './placed-restrictions.ts';
import { listsOf } from './rows.ts';

/** What a path of one audience has met so far, as bits. */
export const LIMITED = 1;
export const UNDOCUMENTED = 2;

/**
 * A class graph as one audience sees it, or several that the same systems and flows hold up: what stops it where, and what a path picks up (LIMITED, UNDOCUMENTED bits) at each
 * place. `useful` marks the systems from which a path can still end somewhere; a path never needs to visit another.
 */
export interface Passage {
  readonly graph: ClassGraph;
  readonly starts: readonly number[];
  readonly systemStops: (system: number) => boolean;
  readonly flowStops: (flow: number) => boolean;
  readonly channelStops: (channel: number) => boolean;
  readonly meetsAtSystem: (system: number) => number;
  readonly meetsAtFlow: (flow: number) => number;
  readonly meetsAtChannel: (channel: number) => number;
  /** The flows out of a system, those only that are on the way to the channel asked about. */
  readonly flowsOut: (system: number) => readonly number[];
  /** Channels by which a path may end at a system: those that offer the class to the audience. */
  readonly exits: (system: number) => readonly number[];
  readonly useful: Uint8Array;
}

/** The passage for the audiences in `bits`, from `starts` (in order). */
export const createPassage = (graph: ClassGraph, starts: readonly number[], bits: number): Passage => {
  const stops = (place: Place | undefined): boolean => place !== undefined && (place.stops & bits) !== 0;
  const meets = (place: Place | undefined): number =>
    place === undefined
      ? 0
      : ((place.limits & bits) !== 0 ? LIMITED : 0) | ((place.undocumented & bits) !== 0 ? UNDOCUMENTED : 0);
  const exits = listsOf(
    graph.channelsOf,
    (channel) => graph.channelOffer[channel] === 'OFFERED' && ((graph.channelFor[channel] ?? 0) & bits) !== 0,
  );
  const flowsOut = listsOf(graph.flowsOut, (flow) => graph.onTheWay[graph.flowTo[flow] ?? -1] === 1);
  const passage = {
    graph,
    starts,
    flowsOut: (system: number) => flowsOut[system] ?? [],
    systemStops: (system: number) => stops(graph.onSystem[system]),
    flowStops: (flow: number) => stops(graph.onFlow[flow]),
    channelStops: (channel: number) => stops(graph.onChannel[channel]),
    meetsAtSystem: (system: number) => meets(graph.onSystem[system]),
    meetsAtFlow: (flow: number) => meets(graph.onFlow[flow]),
    meetsAtChannel: (channel: number) => meets(graph.onChannel[channel]),
    exits: (system: number) => exits[system] ?? [],
  };
  return { ...passage, useful: usefulSystems(passage) };
};

/** Systems at which a path can end, and every system that can pass the class on to such a one. */
const usefulSystems = (passage: Omit<Passage, 'useful'>): Uint8Array => {
  const { graph } = passage;
  const useful = new Uint8Array(graph.systems.length);
  const queue: number[] = [];
  const mark = (system: number): void => {
    if (useful[system] === 0) {
      useful[system] = 1;
      queue.push(system);
    }
  };
  const suppliers: number[][] = graph.systems.map(() => []);
  graph.systems.forEach((_, system) => {
    if (graph.onTheWay[system] !== 1) return;
    if (passage.systemStops(system)) return mark(system);
    if (passage.exits(system).length > 0) mark(system);
    for (const flow of passage.flowsOut(system)) {
      if (passage.flowStops(flow)) mark(system);
      else suppliers[graph.flowTo[flow] ?? -1]?.push(system);
    }
  });
  for (let system = queue.pop(); system !== undefined; system = queue.pop())
    for (const supplier of suppliers[system] ?? []) mark(supplier);
  return useful;
};

/** The flows a path may follow out of `system`: not stopped, and towards a useful system. None out of a system that stops. */
export const onwardFlows = (passage: Passage, system: number): readonly number[] =>
  passage.systemStops(system)
    ? []
    : passage
        .flowsOut(system)
        .filter((flow) => !passage.flowStops(flow) && passage.useful[passage.graph.flowTo[flow] ?? -1] === 1);
