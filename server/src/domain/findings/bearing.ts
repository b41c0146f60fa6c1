import type { RestrictionTarget } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Id } from '../model/entity.ts';
import type { Finding, FoundEntity } from './finding.ts';

/** The systems and access channels that a finding bears on, each once. */
export interface Bearing {
  readonly systems: ReadonlySet<Id>;
  readonly channels: ReadonlySet<Id>;
}

/**
 * What a finding bears on: the systems and channels it names, the ends of its flows, the servers of its channels, and where its restrictions,
 * and those its claims are about, apply. What the inventory does not have is left out. Pure.
 */
export const bearingOf = (graph: EhiGraph, { entities }: Finding): Bearing => {
  const systems = new Set<Id>();
  const channels = new Set<Id>();
  for (const entity of entities) add(graph, entity, systems, channels);
  return { systems, channels };
};

const kindByTarget = { SYSTEM: 'system', FLOW: 'flow', CHANNEL: 'channel' } as const satisfies Readonly<
  Record<RestrictionTarget['kind'], FoundEntity['kind']>
>;

const add = (graph: EhiGraph, { kind, id }: FoundEntity, systems: Set<Id>, channels: Set<Id>): void => {
  switch (kind) {
    case 'system':
      if (graph.System.has(id)) systems.add(id);
      return;
    case 'flow': {
      const flow = graph.Flow.get(id);
      if (flow !== undefined) systems.add(flow.from).add(flow.to);
      return;
    }
    case 'channel': {
      const channel = graph.AccessChannel.get(id);
      if (channel === undefined) return;
      channels.add(id);
      systems.add(channel.system);
      return;
    }
    case 'restriction': {
      const at = graph.Restriction.get(id)?.appliesTo;
      if (at !== undefined) add(graph, { kind: kindByTarget[at.kind], id: at.id }, systems, channels);
      return;
    }
    case 'claim': {
      const restriction = graph.BasisClaim.get(id)?.restriction;
      if (restriction !== undefined) add(graph, { kind: 'restriction', id: restriction }, systems, channels);
      return;
    }
    case 'dataClass':
    case 'audience':
    case 'observation':
      return;
  }
};
