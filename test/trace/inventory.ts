import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { emptyGraph } from '../../server/src/domain/model/ehi-graph.ts';
import type { Effect, HoldRole, RestrictionTarget } from '../../server/src/domain/model/concepts.ts';

interface Life {
  readonly startedOn?: string;
  readonly endedOn?: string;
}

/** A small inventory in the form of the trace vectors: what `vectors/*.json` hold and what the oracle reads. */
export interface Inventory {
  readonly classes: readonly (Life & { readonly id: string; readonly partOf?: string })[];
  readonly systems: readonly (Life & {
    readonly id: string;
    readonly holds: readonly { readonly class: string; readonly role: HoldRole }[];
  })[];
  readonly flows: readonly (Life & {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly carries: readonly string[];
  })[];
  readonly channels: readonly (Life & {
    readonly id: string;
    readonly system: string;
    readonly releases: readonly string[];
    readonly for: readonly string[];
  })[];
  readonly restrictions: readonly (Life & {
    readonly id: string;
    readonly appliesTo: string;
    readonly effect: Effect;
    readonly limits: readonly string[];
    readonly audiences: readonly string[];
  })[];
}

/** What a vector asks. */
export interface Ask {
  readonly class: string;
  readonly audience?: string;
  readonly channel?: string;
  readonly on: string;
}

/** The answer for one part, in the form of the vectors. */
export interface ExpectedPart {
  readonly class: string;
  readonly starts: readonly { readonly system: string; readonly kind: string }[];
  readonly originUnknown: boolean;
  readonly outcomes: readonly { readonly channel: string; readonly audience: string; readonly outcome: string }[];
  readonly restrictionsMet: readonly string[];
  readonly restrictionsBehind: readonly string[];
  readonly stranded: readonly string[];
  readonly releasePaths: readonly { readonly audience: string; readonly count: number }[];
  readonly restrictedPaths: readonly { readonly audience: string; readonly count: number }[];
}

/** The answer of a vector: one part's, or the outcomes over all parts with each part's. */
export type Expected =
  ExpectedPart | (Pick<ExpectedPart, 'class' | 'outcomes'> & { readonly parts: readonly ExpectedPart[] });

const stamp = {
  source: 'test',
  grade: 'ASSERTED',
  recordedAt: '2026-01-01T00:00:00.000Z',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  revision: 1,
} as const;

const byId = <T extends { readonly id: string }, U>(
  items: readonly T[],
  toEntity: (item: T) => U,
): ReadonlyMap<string, U & { id: string; name: string } & typeof stamp> =>
  new Map(items.map((item) => [item.id, { ...stamp, id: item.id, name: item.id, ...lifeOf(item), ...toEntity(item) }]));

const lifeOf = (item: object): Life => {
  const { startedOn, endedOn } = item as Life;
  return { ...(startedOn === undefined ? {} : { startedOn }), ...(endedOn === undefined ? {} : { endedOn }) };
};

const link = (dataClass: string) => ({
  dataClass,
  source: stamp.source,
  grade: stamp.grade,
  recordedAt: stamp.recordedAt,
});

/** The audiences a vector can ask about: the catalogue's that the vectors use, and whoever a channel is for. */
const audienceIds = (inventory: Inventory): readonly string[] => [
  ...new Set(['PATIENT', 'PROVIDER_TREAT', 'PUBLIC_HEALTH', ...inventory.channels.flatMap((channel) => channel.for)]),
];

/** The inventory as the domain has it. */
export const toGraph = (inventory: Inventory): EhiGraph => {
  const target = (id: string): RestrictionTarget => {
    if (inventory.systems.some((system) => system.id === id)) return { kind: 'SYSTEM', id };
    return { kind: inventory.flows.some((flow) => flow.id === id) ? 'FLOW' : 'CHANNEL', id };
  };
  return {
    ...emptyGraph,
    revision: 1,
    Audience: byId(
      audienceIds(inventory).map((id) => ({ id })),
      () => ({}),
    ),
    DataClass: byId(inventory.classes, ({ partOf }) => ({
      level: partOf === undefined ? ('CLASS' as const) : ('ELEMENT' as const),
      ...(partOf === undefined ? {} : { partOf }),
      drsStatus: 'YES' as const,
      fhirResources: [],
      overlays: [],
    })),
    System: byId(inventory.systems, ({ holds }) => ({
      kind: 'SYS-EHR',
      identifiers: [],
      holds: holds.map((hold) => ({ ...link(hold.class), role: hold.role })),
    })),
    Flow: byId(inventory.flows, ({ from, to, carries }) => ({ from, to, carries: carries.map(link) })),
    AccessChannel: byId(inventory.channels, (channel) => ({
      kind: 'CH-PORTAL',
      standards: [],
      identifiers: [],
      system: channel.system,
      releases: channel.releases.map(link),
      audiences: channel.for,
    })),
    Restriction: byId(inventory.restrictions, ({ appliesTo, effect, limits, audiences }) => ({
      practice: 'PT-REFUSE',
      effect,
      basis: 'UNKNOWN',
      automated: false,
      appliesTo: target(appliesTo),
      limits,
      audiences,
      purposes: [],
    })),
  };
};
