import type { AccessChannel, BasisClaim, DataClass, Flow, Restriction, System } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, type Id } from '../model/entity.ts';

/**
 * One revision of the inventory, arranged for tracing: what mentions a class, by class, so that a question costs by the
 * part of the graph that bears on it. Every list is in id order, which fixes the order of every answer.
 */
export interface TraceIndex {
  readonly graph: EhiGraph;
  /** Kinds of system that pass EHI on rather than keep it (catalogue `system-kinds`, lane INTEGRATION). */
  readonly integrationKinds: ReadonlySet<string>;
  readonly systems: readonly System[];
  readonly flows: readonly Flow[];
  readonly channels: readonly AccessChannel[];
  readonly holdersByClass: ReadonlyMap<Id, readonly System[]>;
  readonly flowsByClass: ReadonlyMap<Id, readonly Flow[]>;
  readonly channelsByClass: ReadonlyMap<Id, readonly AccessChannel[]>;
  readonly restrictionsByClass: ReadonlyMap<Id, readonly Restriction[]>;
  /** Restrictions that name no class: they limit every one. */
  readonly restrictionsOnAll: readonly Restriction[];
  /** Data classes of the level CLASS: domains and elements are left out. */
  readonly classes: readonly DataClass[];
  readonly partsByClass: ReadonlyMap<Id, readonly DataClass[]>;
  readonly claimsByRestriction: ReadonlyMap<Id, readonly BasisClaim[]>;
  /** Every audience some channel is for, whenever: who an unrestricted question speaks of. */
  readonly audiences: readonly Id[];
}

/** The index of a graph. Pure; linear in the size of the graph apart from sorting. */
export const createTraceIndex = (graph: EhiGraph, integrationKinds: ReadonlySet<string> = new Set()): TraceIndex => {
  const systems = sortedById(graph.System);
  const flows = sortedById(graph.Flow);
  const channels = sortedById(graph.AccessChannel);
  const restrictions = sortedById(graph.Restriction);
  const dataClasses = sortedById(graph.DataClass);
  return {
    graph,
    integrationKinds,
    systems,
    flows,
    channels,
    holdersByClass: groupByEach(systems, (system) => system.holds.map((hold) => hold.dataClass)),
    flowsByClass: groupByEach(flows, (flow) => flow.carries.map((carry) => carry.dataClass)),
    channelsByClass: groupByEach(channels, (channel) => channel.releases.map((link) => link.dataClass)),
    restrictionsByClass: groupByEach(restrictions, (restriction) => restriction.limits),
    restrictionsOnAll: restrictions.filter((restriction) => restriction.limits.length === 0),
    classes: dataClasses.filter(({ level }) => level === 'CLASS'),
    partsByClass: groupByEach(dataClasses, (part) => (part.partOf === undefined ? [] : [part.partOf])),
    claimsByRestriction: groupByEach(sortedById(graph.BasisClaim), (claim) => [claim.restriction]),
    audiences: [...new Set(channels.flatMap((channel) => channel.audiences))].sort(compareIds),
  };
};

export { compareIds };

const sortedById = <T extends { readonly id: Id }>(byId: ReadonlyMap<Id, T>): readonly T[] =>
  [...byId.values()].sort((a, b) => compareIds(a.id, b.id));

const groupByEach = <T>(items: readonly T[], keysOf: (item: T) => readonly Id[]): ReadonlyMap<Id, readonly T[]> => {
  const groups = new Map<Id, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
};
