import { stopsRelease, type Effect } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import { isIncomplete } from '../verdict/index.ts';
import type { PathStatus, PathStep, TracePath } from './answer.ts';
import type { ClassGraph } from './class-graph.ts';
import type { Place, PlacedRestriction } from './placed-restrictions.ts';

/**
 * A path or the beginning of one, by number. It ends at `channel` if given, else at its last flow or system. `behind`: the
 * restriction it ends at, where it would only get if what stops it earlier were lifted.
 */
export interface PathShape {
  readonly behind?: Id;
  readonly systems: readonly number[];
  readonly flows: readonly number[];
  readonly channel?: number;
  readonly status: PathStatus;
  readonly key: string;
}

/** What a describer needs to know besides the graph: names to print. */
export interface Names {
  readonly audience: (id: string) => string;
}

/** The path as the answer gives it, for the audience number `audience` of the graph. */
export const describePath = (graph: ClassGraph, names: Names, audience: number, path: PathShape): TracePath => {
  const audienceId = graph.audiences[audience] ?? '';
  const met = restrictionsOn(graph, path, 1 << audience);
  return {
    id: `${audienceId}~${path.key}`,
    audience: audienceId,
    status: path.status,
    steps: stepsOf(graph, path),
    restrictions: met.map(({ placed }) => placed.restriction.id),
    sentence: `${journey(graph, path)}${ending(graph, path, met, names.audience(audienceId))}`,
  };
};

/** A restriction met on a path, and the name of the place it sits at. */
export interface Met {
  readonly placed: PlacedRestriction;
  readonly place: string;
}

/** The restrictions that a path meets for the audiences of a bit, in the order of the path, with the names of their places. */
export const restrictionsOn = (graph: ClassGraph, path: PathShape, bit: number): readonly Met[] => {
  const at = (place: Place | undefined, name: string | undefined): readonly Met[] =>
    (place?.restrictions ?? [])
      .filter((placed) => (placed.audiences & bit) !== 0)
      .map((placed) => ({ placed, place: name ?? '' }));
  return [
    ...path.systems.flatMap((system, position) => {
      const flow = path.flows[position];
      return [
        ...at(graph.onSystem[system], graph.systems[system]?.name),
        ...(flow === undefined ? [] : at(graph.onFlow[flow], graph.flows[flow]?.name)),
      ];
    }),
    ...(path.channel === undefined ? [] : at(graph.onChannel[path.channel], graph.channels[path.channel]?.name)),
  ];
};

const stepsOf = (graph: ClassGraph, path: PathShape): readonly PathStep[] => {
  const steps: PathStep[] = [];
  path.systems.forEach((number, position) => {
    const system = graph.systems[number];
    if (system !== undefined) steps.push({ kind: 'SYSTEM', id: system.id, name: system.name });
    const flow = graph.flows[path.flows[position] ?? -1];
    if (flow !== undefined) steps.push({ kind: 'FLOW', id: flow.id, name: flow.name });
  });
  const channel = graph.channels[path.channel ?? -1];
  return channel === undefined ? steps : [...steps, { kind: 'CHANNEL', id: channel.id, name: channel.name }];
};

/** "A sends it by HL7 v2 to B, which sends it by SFTP to C". A last flow that stops is left to the ending. */
const journey = (graph: ClassGraph, { systems, flows, behind }: PathShape): string => {
  const sends = behind === undefined ? 'sends' : 'would send';
  const name = (position: number): string => graph.systems[systems[position] ?? -1]?.name ?? '';
  if (systems.length === 1) return `${name(0)} holds it`;
  const hops = systems.slice(1).map((_, hop) => {
    const protocol = graph.flows[flows[hop] ?? -1]?.protocol;
    return `${sends} it${protocol === undefined ? '' : ` by ${protocol}`} to ${name(hop + 1)}`;
  });
  return `${name(0)} ${hops.join(', which ')}`;
};

const ending = (graph: ClassGraph, path: PathShape, met: readonly Met[], audience: string): string => {
  const channel = graph.channels[path.channel ?? -1];
  const lastFlow = path.flows.length === path.systems.length ? graph.flows[path.flows.at(-1) ?? -1] : undefined;
  const place = channel ?? lastFlow ?? graph.systems[path.systems.at(-1) ?? -1];
  if (path.behind !== undefined) return endingBehind(met, path.behind, audience);
  const facts = met.map(({ placed, place: where }) => {
    const { name, effect } = placed.restriction;
    return `“${name}” ${effectVerbs[effect].does} it at ${where} (${basisOf(placed)})`;
  });
  const told = facts.length === 0 ? '' : ` ${facts.join('; ')}.`;
  if (path.status === 'STOPPED') return `; it goes no further than ${place?.name ?? ''} for ${audience}.${told}`;
  const release = channel === undefined ? '.' : `; ${channel.name} releases it to ${audience}.`;
  return path.status === 'RELEASED' ? `${release} Nothing restricts this path.` : `${release}${told}`;
};

/** What the restriction at the end would do, were those that stop the path before it lifted. */
const endingBehind = (met: readonly Met[], behind: Id, audience: string): string => {
  const lifted = met
    .filter(({ placed }) => placed.restriction.id !== behind && stopsRelease(placed.restriction.effect))
    .map(({ placed, place }) => `“${placed.restriction.name}” at ${place}`);
  const last = met.find(({ placed }) => placed.restriction.id === behind);
  if (last === undefined) return '.';
  const { name, effect } = last.placed.restriction;
  const then = `“${name}” would ${effectVerbs[effect].base} it at ${last.place} for ${audience} (${basisOf(last.placed)})`;
  return `; were ${lifted.join(' and ')} lifted, ${then}.`;
};

const basisOf = ({ documentation, judged }: PlacedRestriction): string => {
  if (documentation === 'NONE') return 'no documented exception';
  if (judged === undefined) return 'a basis is recorded';
  return isIncomplete(judged) ? 'documentation not complete' : 'documented';
};

const effectVerbs: Readonly<Record<Effect, { readonly base: string; readonly does: string }>> = {
  WITHHOLDS: { base: 'withhold', does: 'withholds' },
  FILTERS: { base: 'filter', does: 'filters' },
  DELAYS: { base: 'delay', does: 'delays' },
  CHARGES: { base: 'charge for', does: 'charges for' },
  CONDITIONS: { base: 'put conditions on', does: 'puts conditions on' },
  NARROWS_MANNER: { base: 'narrow the manner of', does: 'narrows the manner of' },
};
