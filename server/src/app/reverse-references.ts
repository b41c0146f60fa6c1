import type {
  AccessChannel,
  BasisClaim,
  ConceptName,
  Concepts,
  DataClass,
  Flow,
  Hold,
  Observation,
  Restriction,
  System,
} from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { compareIds, type Id } from '../domain/model/entity.ts';

/** That a system holds a class, with the system's name; `id` is unique among the holders of one class. */
export interface OwnedHold extends Hold {
  readonly id: string;
  readonly name: string;
  readonly system: Id;
}

type ById<T> = ReadonlyMap<Id, readonly T[]>;

/** What refers to each thing, by its id; within one thing by name (case ignored), then id. An id that nothing refers to has no entry. */
export interface ReverseReferences {
  readonly systemsByOrganization: ById<System>;
  readonly flowsBySender: ById<Flow>;
  readonly flowsByReceiver: ById<Flow>;
  readonly flowsByClass: ById<Flow>;
  readonly channelsBySystem: ById<AccessChannel>;
  readonly channelsByClass: ById<AccessChannel>;
  readonly channelsByAudience: ById<AccessChannel>;
  /** By kind and id of the target, e.g. `SYSTEM lis`. */
  readonly restrictionsByTarget: ReadonlyMap<string, readonly Restriction[]>;
  readonly restrictionsByClass: ById<Restriction>;
  readonly restrictionsByAudience: ById<Restriction>;
  readonly partsByClass: ById<DataClass>;
  readonly holdsByClass: ById<OwnedHold>;
  readonly claimsByRestriction: ById<BasisClaim>;
  readonly claimsByEvidence: ById<BasisClaim>;
  readonly observationsByRun: ById<Observation>;
}

/** Returns the reverse references of a graph, made once for each graph. Linear in the size of the graph apart from sorting. */
export const reverseReferencesOf = (graph: EhiGraph): ReverseReferences => {
  const known = referencesByGraph.get(graph) ?? collect(graph);
  referencesByGraph.set(graph, known);
  return known;
};

/** A graph is immutable, so what was worked out for it stays true as long as somebody holds it. */
const referencesByGraph = new WeakMap<EhiGraph, ReverseReferences>();

const collect = (graph: EhiGraph): ReverseReferences => {
  const systems = byName(graph, 'System');
  const flows = byName(graph, 'Flow');
  const channels = byName(graph, 'AccessChannel');
  const restrictions = byName(graph, 'Restriction');
  const claims = byName(graph, 'BasisClaim');
  const holds = systems.flatMap((system) =>
    system.holds.map((hold) => ({ ...hold, id: `${system.id}/${hold.role}`, name: system.name, system: system.id })),
  );
  return {
    systemsByOrganization: group(systems, ({ organization }) => (organization === undefined ? [] : [organization])),
    flowsBySender: group(flows, ({ from }) => [from]),
    flowsByReceiver: group(flows, ({ to }) => [to]),
    flowsByClass: group(flows, ({ carries }) => carries.map(({ dataClass }) => dataClass)),
    channelsBySystem: group(channels, ({ system }) => [system]),
    channelsByClass: group(channels, ({ releases }) => releases.map(({ dataClass }) => dataClass)),
    channelsByAudience: group(channels, ({ audiences }) => audiences),
    restrictionsByTarget: group(restrictions, ({ appliesTo }) => [`${appliesTo.kind} ${appliesTo.id}`]),
    restrictionsByClass: group(restrictions, ({ limits }) => limits),
    restrictionsByAudience: group(restrictions, ({ audiences }) => audiences),
    partsByClass: group(byName(graph, 'DataClass'), ({ partOf }) => (partOf === undefined ? [] : [partOf])),
    holdsByClass: group(holds, ({ dataClass }) => [dataClass]),
    claimsByRestriction: group(claims, ({ restriction }) => [restriction]),
    claimsByEvidence: group(claims, ({ answers }) => answers.flatMap(({ evidence }) => evidence)),
    observationsByRun: group(byName(graph, 'Observation'), ({ run }) => [run]),
  };
};

const byName = <C extends ConceptName>(graph: EhiGraph, concept: C): readonly Concepts[C][] => {
  const all = [...(graph[concept] as ReadonlyMap<Id, Concepts[C]>).values()];
  return all.sort((a, b) => compareIds(a.name.toLowerCase(), b.name.toLowerCase()) || compareIds(a.id, b.id));
};

const group = <T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const members = groups.get(key);
      if (members === undefined) groups.set(key, [item]);
      else members.push(item);
    }
  }
  return groups;
};
