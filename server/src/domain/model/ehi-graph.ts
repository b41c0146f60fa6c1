import type { ConceptName, Concepts } from './concepts.ts';
import type { Id, Revision } from './entity.ts';

/** The inventory at one revision: an immutable snapshot, every concept by id. */
export type EhiGraph = { readonly revision: Revision } & {
  readonly [C in ConceptName]: ReadonlyMap<Id, Concepts[C]>;
};

/** Single things by concept and id: what is asked for where nothing needs the whole inventory. A graph is one. */
export type EntityLookup = {
  readonly [C in ConceptName]: Pick<ReadonlyMap<Id, Concepts[C]>, 'get' | 'has'>;
};

/** The inventory with nothing in it. */
export const emptyGraph: EhiGraph = {
  revision: 0,
  Organization: new Map(),
  System: new Map(),
  DataClass: new Map(),
  Flow: new Map(),
  Audience: new Map(),
  AccessChannel: new Map(),
  Restriction: new Map(),
  BasisClaim: new Map(),
  Evidence: new Map(),
  ImportRun: new Map(),
  Observation: new Map(),
  FindingReview: new Map(),
  Workshop: new Map(),
  Scenario: new Map(),
  Walkthrough: new Map(),
  WorkshopItem: new Map(),
};
