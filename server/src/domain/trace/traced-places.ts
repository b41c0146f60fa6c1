import type { Id } from '../model/entity.ts';
import type { AudienceReach, Lane, ReachState, StartKind, TracedFlow, TracedSystem } from './answer.ts';
import type { ClassGraph } from './class-graph.ts';
import type { Place } from './placed-restrictions.ts';
import { leavesBy, type Reach } from './reach.ts';
import type { Starts } from './starts.ts';

/** The restrictions at a place that bear on the class and the audiences asked, by id. */
export const idsAt = (place: Place | undefined): readonly Id[] =>
  (place?.restrictions ?? []).map(({ restriction }) => restriction.id);

/** Every system the class is in, or would be in if nothing were held back, on the way to the channel asked about, by id. */
export const tracedSystems = (
  graph: ClassGraph,
  integrationKinds: ReadonlySet<string>,
  starts: Starts,
  possible: Uint8Array,
  reach: Reach,
  stranded: ReadonlySet<number>,
): readonly TracedSystem[] =>
  graph.systems.flatMap((system, number) => {
    if (possible[number] !== 1 || graph.onTheWay[number] !== 1) return [];
    const role = graph.roles[number];
    const start = starts.kinds.get(number);
    const place = graph.onSystem[number];
    return [
      {
        system: system.id,
        lane: laneOf(integrationKinds.has(system.kind), role === 'ORIGIN', start),
        ...(role === undefined ? {} : { role }),
        undeclared: role === undefined,
        ...(start === undefined ? {} : { start }),
        stranded: stranded.has(number),
        reach: reachStates(graph, (bit) => {
          if (((reach.any[number] ?? 0) & bit) === 0) return 'BEHIND';
          if (((place?.stops ?? 0) & bit) !== 0) return 'STOPPED';
          return ((reach.clear[number] ?? 0) & bit) !== 0 ? 'CLEAR' : 'LIMITED';
        }),
        restrictions: idsAt(place),
      },
    ];
  });

/** Every live flow that carries the class, or would, between such systems, by id. */
export const tracedFlows = (graph: ClassGraph, possible: Uint8Array, reach: Reach): readonly TracedFlow[] =>
  graph.flows.flatMap((flow, number) => {
    const from = graph.flowFrom[number] ?? -1;
    if (possible[from] !== 1 || graph.onTheWay[graph.flowTo[number] ?? -1] !== 1) return [];
    const out = leavesBy(graph, reach, from, graph.onFlow[number]);
    return [
      {
        flow: flow.id,
        reach: reachStates(graph, (bit) => {
          if ((out.present & bit) === 0) return 'BEHIND';
          if ((out.any & bit) === 0) return 'STOPPED';
          return (out.clear & bit) !== 0 ? 'CLEAR' : 'LIMITED';
        }),
        restrictions: idsAt(graph.onFlow[number]),
      },
    ];
  });

/** Origins stand first, whatever else they do; systems that pass EHI on stand between them and the holders. */
export const laneOf = (passesOn: boolean, isOrigin: boolean, start?: StartKind): Lane => {
  if (isOrigin) return 'ORIGIN';
  if (passesOn) return 'INTEGRATION';
  return start === 'HOLDER' ? 'ORIGIN' : 'COPY';
};

const reachStates = (graph: ClassGraph, stateOf: (bit: number) => ReachState): readonly AudienceReach[] =>
  graph.audiences.map((audience, number) => ({ audience, state: stateOf(1 << number) }));
