import type {
  AccessChannel,
  BasisClaim,
  ConceptName,
  DataClass,
  Flow,
  Restriction,
  System,
} from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, type Id } from '../model/entity.ts';
import { once } from '../once.ts';

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
  /** The same object for as long as systems, flows and channels are the same: what is made of these alone is kept by it. */
  readonly structure: object;
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

/**
 * The index of a graph. What only depends on things that are the same as in `previous`, an index of another revision, is taken over from
 * there: most edits touch one kind of thing. Pure; linear in the size of the graph apart from sorting.
 */
export const createTraceIndex = (
  graph: EhiGraph,
  integrationKinds: ReadonlySet<string> = new Set(),
  previous?: TraceIndex,
): TraceIndex => {
  const before = previous?.graph;
  /** What was made of some kinds of things before, if they are the same now. */
  const from = <T>(kinds: readonly ConceptName[], known: T | undefined, make: () => T): T =>
    known !== undefined && before !== undefined && kinds.every((kind) => before[kind] === graph[kind]) ? known : make();
  const systems = from(['System'], previous?.systems, () => sortedById(graph.System));
  const flows = from(['Flow'], previous?.flows, () => sortedById(graph.Flow));
  const channels = from(['AccessChannel'], previous?.channels, () => sortedById(graph.AccessChannel));
  const restrictions = once(() => sortedById(graph.Restriction));
  const dataClasses = once(() => sortedById(graph.DataClass));
  return {
    graph,
    integrationKinds,
    systems,
    flows,
    channels,
    structure: from(['System', 'Flow', 'AccessChannel'], previous?.structure, () => ({})),
    holdersByClass: from(['System'], previous?.holdersByClass, () =>
      groupByEach(systems, (system) => system.holds.map((hold) => hold.dataClass)),
    ),
    flowsByClass: from(['Flow'], previous?.flowsByClass, () =>
      groupByEach(flows, (flow) => flow.carries.map((carry) => carry.dataClass)),
    ),
    channelsByClass: from(['AccessChannel'], previous?.channelsByClass, () =>
      groupByEach(channels, (channel) => channel.releases.map((link) => link.dataClass)),
    ),
    restrictionsByClass: from(['Restriction'], previous?.restrictionsByClass, () =>
      groupByEach(restrictions(), (restriction) => restriction.limits),
    ),
    restrictionsOnAll: from(['Restriction'], previous?.restrictionsOnAll, () =>
      restrictions().filter((restriction) => restriction.limits.length === 0),
    ),
    classes: from(['DataClass'], previous?.classes, () => dataClasses().filter(({ level }) => level === 'CLASS')),
    partsByClass: from(['DataClass'], previous?.partsByClass, () =>
      groupByEach(dataClasses(), (part) => (part.partOf === undefined ? [] : [part.partOf])),
    ),
    claimsByRestriction: from(['BasisClaim'], previous?.claimsByRestriction, () =>
      groupByEach(sortedById(graph.BasisClaim), (claim) => [claim.restriction]),
    ),
    audiences: from(['AccessChannel'], previous?.audiences, () =>
      [...new Set(channels.flatMap((channel) => channel.audiences))].sort(compareIds),
    ),
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
