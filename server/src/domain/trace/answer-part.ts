import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Id } from '../model/entity.ts';
import { stopsRelease } from '../model/concepts.ts';
import type {
  AudiencePathCounts,
  Outcome,
  TraceAnswer,
  TracedChannel,
  TracedRestriction,
  TracePath,
} from './answer.ts';
import type { ClassGraph } from './class-graph.ts';
import { searchClass, type ClassSearch } from './class-search.ts';
import type { ClassGraphRequest } from './placed-restrictions.ts';
import type { SearchBudget } from './count-arrivals.ts';
import { countPaths } from './count-paths.ts';
import { describePath, type Names } from './describe-path.ts';
import { bearingRestrictions, type BearingRestriction } from './met-restrictions.ts';
import { outcomesOf, strandedSystems } from './outcomes.ts';
import { once } from '../once.ts';
import { idsAt, tracedFlows, tracedSystems } from './traced-places.ts';
import type { TraceIndex } from './trace-index.ts';
import { shortestWay, systemAt } from './witness.ts';

/**
 * An answer before it is told which parts share it and put into words. Its lists are worked out when they are first read: a question about
 * outcomes does not pay for the picture. `countPaths` takes from `budget` (mutates it).
 */
export interface PartAnswer extends Omit<TraceAnswer, 'id' | 'parts' | 'isRest' | 'sentence' | 'pathCounts'> {
  readonly countPaths: (budget: SearchBudget) => readonly AudiencePathCounts[];
}

/** The answer for one class and at most 31 audiences. Total. */
export const answerPart = (index: TraceIndex, request: ClassGraphRequest): PartAnswer => {
  const search = searchClass(index, request);
  const { graph, starts, startNumbers, possible, reach } = search;
  const stranded = strandedSystems(graph, possible);
  const channels = tracedChannels(search);
  const outcomes = once(() =>
    channels.flatMap(({ channel, outcomes: each }) =>
      each.map(({ audience, outcome }) => ({ channel, audience, outcome })),
    ),
  );
  const strandedIds = once(() => stranded.map((system) => systemId(graph, system)));
  // What is worked out later may not hold on to the index: an answer outlasts the revision it was made in.
  const names = namesOf(index.graph.Audience);
  const { integrationKinds } = index;
  const systems = once(() => tracedSystems(graph, integrationKinds, starts, possible, reach, new Set(stranded)));
  const flows = once(() => tracedFlows(graph, possible, reach));
  const restrictions = once(() =>
    bearingRestrictions(graph, possible, reach).map((bearing) => withWitness(names, graph, startNumbers, bearing)),
  );
  return {
    starts: [...starts.kinds].map(([system, kind]) => ({ system: systemId(graph, system), kind })),
    originUnknown: starts.originUnknown,
    get outcomes() {
      return outcomes();
    },
    get systems() {
      return systems();
    },
    get flows() {
      return flows();
    },
    channels,
    get restrictions() {
      return restrictions();
    },
    get stranded() {
      return strandedIds();
    },
    countPaths: (budget) => countPaths(graph, startNumbers, budget),
  };
};

/** Names for sentences, from the inventory ("the patient"); an id stands for itself where there is no name. */
export const namesOf = (audiences: EhiGraph['Audience']): Names => ({
  audience: (id) => {
    const name = audiences.get(id)?.name ?? id;
    // A word that begins like "HIE" keeps its capitals.
    return `the ${/^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name}`;
  },
});

const systemId = (graph: ClassGraph, system: number): Id => graph.systems[system]?.id ?? '';

const tracedChannels = (search: ClassSearch): readonly TracedChannel[] => {
  const { graph, possible } = search;
  return graph.channels.flatMap((channel, number) => {
    if (graph.channelAsked[number] !== true) return [];
    const outcomes: { audience: Id; outcome: Outcome }[] = [];
    const outcomeFor = outcomesOf(search, number);
    graph.audiences.forEach((audience, at) => {
      const bit = 1 << at;
      if (((graph.channelFor[number] ?? 0) & bit) === 0) return;
      outcomes.push({ audience, outcome: outcomeFor(bit) });
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
};

const withWitness = (
  names: Names,
  graph: ClassGraph,
  starts: readonly number[],
  bearing: BearingRestriction,
): TracedRestriction => {
  const { placed, place, bits } = bearing;
  const { restriction, documentation, judged } = placed;
  const audiences = graph.audiences.filter((_, number) => (bits & (1 << number)) !== 0);
  const witness = once(() => witnessOf(names, graph, starts, bearing, graph.audiences.indexOf(audiences[0] ?? '')));
  return {
    restriction: restriction.id,
    place,
    audiences,
    documentation,
    ...(judged === undefined ? {} : { judged }),
    get witness() {
      return witness();
    },
  };
};

/** A shortest path to a restriction, as the audience of that number meets it. */
const witnessOf = (
  names: Names,
  graph: ClassGraph,
  starts: readonly number[],
  { placed, at, place }: BearingRestriction,
  first: number,
): TracePath => {
  const way = shortestWay(graph, starts, systemAt(graph, at), 1 << first, place === 'BEHIND');
  const flows = at.kind === 'FLOW' ? [...way.flows, at.number] : way.flows;
  const key = [
    systemId(graph, way.systems[0] ?? -1),
    ...flows.map((flow) => graph.flows[flow]?.id ?? ''),
    `?${placed.restriction.id}`,
  ];
  return describePath(graph, names, first, {
    systems: way.systems,
    flows,
    ...(at.kind === 'CHANNEL' ? { channel: at.number } : {}),
    ...(place === 'BEHIND' ? { behind: placed.restriction.id } : {}),
    status: place === 'BEHIND' || stopsRelease(placed.restriction.effect) ? 'STOPPED' : 'LIMITED',
    key: key.join('~'),
  });
};
