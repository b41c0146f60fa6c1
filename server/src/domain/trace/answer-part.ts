import type { Id } from '../model/entity.ts';
import { stopsRelease } from '../model/concepts.ts';
import type { Outcome, TraceAnswer, TracedChannel, TracedRestriction } from './answer.ts';
import { createClassGraph, type ClassGraph, type ClassGraphRequest } from './class-graph.ts';
import type { SearchBudget } from './count-arrivals.ts';
import { countPaths } from './count-paths.ts';
import { describePath, type Names } from './describe-path.ts';
import { bearingRestrictions, type BearingRestriction } from './met-restrictions.ts';
import { outcomeOf, strandedSystems } from './outcomes.ts';
import { possibleReach, reachFrom, type Reach } from './reach.ts';
import { findStarts } from './starts.ts';
import { idsAt, tracedFlows, tracedSystems } from './traced-places.ts';
import type { TraceIndex } from './trace-index.ts';
import { shortestWay, systemAt } from './witness.ts';

/** An answer before it is told which parts share it and put into words. */
export type PartAnswer = Omit<TraceAnswer, 'id' | 'parts' | 'isRest' | 'sentence'>;

/** The answer for one class and at most 31 audiences; counting paths takes from `budget` (mutates it). Total. */
export const answerPart = (index: TraceIndex, request: ClassGraphRequest, budget: SearchBudget): PartAnswer => {
  const graph = createClassGraph(index, request);
  const starts = findStarts(graph);
  const startNumbers = [...starts.kinds.keys()];
  const possible = possibleReach(graph, startNumbers);
  const reach = reachFrom(graph, startNumbers);
  const stranded = strandedSystems(graph, possible);
  const channels = tracedChannels(graph, possible, reach);
  const names = namesOf(index);
  return {
    starts: [...starts.kinds].map(([system, kind]) => ({ system: systemId(graph, system), kind })),
    originUnknown: starts.originUnknown,
    outcomes: channels.flatMap(({ channel, outcomes }) => outcomes.map((outcome) => ({ channel, ...outcome }))),
    systems: tracedSystems(graph, index.integrationKinds, starts, possible, reach, new Set(stranded)),
    flows: tracedFlows(graph, possible, reach),
    channels,
    restrictions: bearingRestrictions(graph, possible, reach).map((bearing) =>
      withWitness(names, graph, startNumbers, bearing),
    ),
    stranded: stranded.map((system) => systemId(graph, system)),
    pathCounts: countPaths(graph, startNumbers, budget),
  };
};

/** Names for sentences, from the inventory ("the patient"); an id stands for itself where there is no name. */
export const namesOf = (index: TraceIndex): Names => ({
  audience: (id) => {
    const name = index.graph.Audience.get(id)?.name ?? id;
    // A word that begins like "HIE" keeps its capitals.
    return `the ${/^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name}`;
  },
});

const systemId = (graph: ClassGraph, system: number): Id => graph.systems[system]?.id ?? '';

const tracedChannels = (graph: ClassGraph, possible: Uint8Array, reach: Reach): readonly TracedChannel[] =>
  graph.channels.flatMap((channel, number) => {
    if (graph.channelAsked[number] !== true) return [];
    const outcomes: { audience: Id; outcome: Outcome }[] = [];
    graph.audiences.forEach((audience, at) => {
      const bit = 1 << at;
      if (((graph.channelFor[number] ?? 0) & bit) === 0) return;
      outcomes.push({ audience, outcome: outcomeOf(graph, possible, reach, number, bit) });
    });
    return [
      {
        channel: channel.id,
        offer: graph.channelOffer[number] ?? 'UNKNOWN',
        reachable: possible[graph.channelSystem[number] ?? -1] === 1,
        outcomes,
        restrictions: idsAt(graph.onChannel[number]),
      },
    ];
  });

const withWitness = (
  names: Names,
  graph: ClassGraph,
  starts: readonly number[],
  bearing: BearingRestriction,
): TracedRestriction => {
  const { placed, at, place, bits } = bearing;
  const audiences = graph.audiences.filter((_, number) => (bits & (1 << number)) !== 0);
  const first = graph.audiences.indexOf(audiences[0] ?? '');
  const way = shortestWay(graph, starts, systemAt(graph, at), 1 << first, place === 'BEHIND');
  const flows = at.kind === 'FLOW' ? [...way.flows, at.number] : way.flows;
  const key = [
    systemId(graph, way.systems[0] ?? -1),
    ...flows.map((flow) => graph.flows[flow]?.id ?? ''),
    `?${placed.restriction.id}`,
  ];
  const witness = describePath(graph, names, first, {
    systems: way.systems,
    flows,
    ...(at.kind === 'CHANNEL' ? { channel: at.number } : {}),
    ...(place === 'BEHIND' ? { behind: placed.restriction.id } : {}),
    status: place === 'BEHIND' || stopsRelease(placed.restriction.effect) ? 'STOPPED' : 'LIMITED',
    key: key.join('~'),
  });
  const { restriction, documentation, judged } = placed;
  return {
    restriction: restriction.id,
    place,
    audiences,
    documentation,
    ...(judged === undefined ? {} : { judged }),
    witness,
  };
};
