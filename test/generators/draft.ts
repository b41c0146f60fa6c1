import type {
  AccessChannel,
  Audience,
  BasisClaim,
  ConceptName,
  Concepts,
  DataClass,
  Evidence,
  Flow,
  Hold,
  ImportRun,
  Observation,
  Restriction,
  System,
} from '../../server/src/domain/model/concepts.ts';
import { emptyGraph, type EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';

/** The day for which generated inventories are meant. */
export const generatedOn = '2026-11-21';

/** What the store would have stamped on everything. */
export const stamp = {
  source: 'generator',
  grade: 'ASSERTED',
  recordedAt: '2026-01-05T08:00:00.000Z',
  createdAt: '2026-01-05T08:00:00.000Z',
  updatedAt: '2026-01-05T08:00:00.000Z',
  revision: 1,
} as const;

/** What every link to a class says of itself. */
export const link = { source: stamp.source, grade: stamp.grade, recordedAt: stamp.recordedAt } as const;

/** A system while it is made: `has` is every class that is in it, by its own holding or by a flow. */
export interface DraftSystem {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  custodian: string | undefined;
  readonly origins: Set<string>;
  readonly copies: Set<string>;
  readonly has: Set<string>;
}

export interface DraftFlow {
  readonly id: string;
  readonly from: DraftSystem;
  readonly to: DraftSystem;
  readonly carries: Set<string>;
}

export interface DraftChannel {
  readonly id: string;
  readonly kind: string;
  readonly system: DraftSystem;
  readonly releases: Set<string>;
  audiences: readonly string[];
}

type Bare<T> = Omit<T, keyof typeof stamp>;

/** An inventory while it is made. Everything is in the order in which it was made. */
export interface Draft {
  readonly classes: Bare<DataClass>[];
  readonly systems: DraftSystem[];
  readonly flows: DraftFlow[];
  readonly channels: DraftChannel[];
  readonly audiences: string[];
  readonly restrictions: Bare<Restriction>[];
  readonly claims: Bare<BasisClaim>[];
  readonly evidence: Bare<Evidence>[];
  readonly runs: Bare<ImportRun>[];
  readonly observations: Bare<Observation>[];
}

/** Returns a draft with nothing in it. */
export const emptyDraft = (): Draft => ({
  classes: [],
  systems: [],
  flows: [],
  channels: [],
  audiences: [],
  restrictions: [],
  claims: [],
  evidence: [],
  runs: [],
  observations: [],
});

/** Adds a system (changes the draft). */
export const addSystem = (draft: Draft, id: string, kind: string, name: string): DraftSystem => {
  const system: DraftSystem = {
    id,
    kind,
    name,
    custodian: `${name} office`,
    origins: new Set(),
    copies: new Set(),
    has: new Set(),
  };
  draft.systems.push(system);
  return system;
};

/** Adds a flow (changes the draft). What it carries is from then on in the system it goes to, and declared there. */
export const addFlow = (draft: Draft, from: DraftSystem, to: DraftSystem, carries: readonly string[]): DraftFlow => {
  const flow = { id: `flow-${String(draft.flows.length + 1).padStart(5, '0')}`, from, to, carries: new Set(carries) };
  draft.flows.push(flow);
  for (const id of carries) {
    to.has.add(id);
    if (!to.origins.has(id)) to.copies.add(id);
  }
  return flow;
};

/** Returns a draft as an inventory at revision 1. */
export const toGraph = (draft: Draft, integrationKinds: ReadonlySet<string>): EhiGraph => {
  const of = <C extends ConceptName>(list: readonly Bare<Concepts[C]>[]): ReadonlyMap<string, Concepts[C]> =>
    new Map(list.map((each) => [each.id, { ...stamp, ...each } as unknown as Concepts[C]]));
  const hold = (system: DraftSystem, dataClass: string): Hold => ({
    ...link,
    dataClass,
    role: system.origins.has(dataClass) ? 'ORIGIN' : integrationKinds.has(system.kind) ? 'TRANSIT' : 'COPY',
  });
  return {
    ...emptyGraph,
    revision: 1,
    DataClass: of<'DataClass'>(draft.classes),
    Audience: of<'Audience'>(draft.audiences.map((id): Bare<Audience> => ({ id, name: id }))),
    System: of<'System'>(
      draft.systems.map((system): Bare<System> => ({
        id: system.id,
        name: system.name,
        kind: system.kind,
        ...(system.custodian === undefined ? {} : { custodian: system.custodian }),
        identifiers: [],
        holds: [...system.origins, ...system.copies].map((dataClass) => hold(system, dataClass)),
      })),
    ),
    Flow: of<'Flow'>(
      draft.flows.map(({ id, from, to, carries }): Bare<Flow> => ({
        id,
        name: `${from.name} to ${to.name} (${id})`,
        from: from.id,
        to: to.id,
        carries: [...carries].map((dataClass) => ({ ...link, dataClass })),
      })),
    ),
    AccessChannel: of<'AccessChannel'>(
      draft.channels.map(({ id, kind, system, releases, audiences }): Bare<AccessChannel> => ({
        id,
        name: id,
        kind,
        standards: [],
        system: system.id,
        identifiers: [],
        releases: [...releases].map((dataClass) => ({ ...link, dataClass })),
        audiences,
      })),
    ),
    Restriction: of<'Restriction'>(draft.restrictions),
    BasisClaim: of<'BasisClaim'>(draft.claims),
    Evidence: of<'Evidence'>(draft.evidence),
    ImportRun: of<'ImportRun'>(draft.runs),
    Observation: of<'Observation'>(draft.observations),
  };
};
