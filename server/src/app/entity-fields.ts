import type { Catalogues } from '../domain/catalogue/index.ts';
import { dataClassLevels, drsStatuses, effects, type ConceptName } from '../domain/model/concepts.ts';
import { grades } from '../domain/model/entity.ts';

/** The catalogues whose ids may stand in a field. */
export type CodeList = keyof Pick<
  Catalogues,
  'actors' | 'channels' | 'practices' | 'systemKinds' | 'overlays' | 'exceptions' | 'drsBranches' | 'purposes'
>;

/** How one field of a document is read from an input. `required`: it can neither be absent nor be cleared; nor can a `source`. */
export type FieldSpec =
  | { readonly kind: 'source' }
  | { readonly kind: 'text'; readonly required?: true; readonly code?: CodeList; readonly values?: readonly string[] }
  | { readonly kind: 'reference'; readonly required?: true }
  | { readonly kind: 'date' }
  | { readonly kind: 'sha256' }
  | { readonly kind: 'flag'; readonly default?: boolean }
  | { readonly kind: 'texts'; readonly code?: CodeList }
  | { readonly kind: 'references' }
  | { readonly kind: 'links'; readonly own: readonly string[] }
  | { readonly kind: 'target' }
  | { readonly kind: 'answers' };

/**
 * The concepts people write field by field. Imports write runs and observations; reviews of findings, and the records of workshops, have use
 * cases of their own.
 */
export type WritableConcept = Exclude<
  ConceptName,
  'ImportRun' | 'Observation' | 'FindingReview' | 'Workshop' | 'WorkshopItem' | 'Scenario' | 'Walkthrough'
>;

/** The concepts people write, for loops over all of them. */
export const writableConcepts: readonly WritableConcept[] = [
  'Organization',
  'System',
  'DataClass',
  'Flow',
  'Audience',
  'AccessChannel',
  'Restriction',
  'BasisClaim',
  'Evidence',
];

/** What is said to ground a restriction. */
export const restrictionBases = [
  'LAW',
  'POLICY',
  'VENDOR_DEFAULT',
  'CONTRACT',
  'TECHNICAL',
  'PATIENT_REQUEST',
  'UNKNOWN',
] as const;

/** The stages of a system's life. */
export const lifecycles = ['PLANNED', 'ACTIVE', 'RETIRING', 'RETIRED'] as const;

const text: FieldSpec = { kind: 'text' };
const date: FieldSpec = { kind: 'date' };
const texts: FieldSpec = { kind: 'texts' };
const references: FieldSpec = { kind: 'references' };
const reference: FieldSpec = { kind: 'reference', required: true };

/** The fields every concept has. */
export const commonFields: Readonly<Record<string, FieldSpec>> = {
  name: { kind: 'text', required: true },
  description: text,
  startedOn: date,
  endedOn: date,
  endReason: text,
  source: { kind: 'source' },
  grade: { kind: 'text', required: true, values: grades },
};

/** The fields of each concept beside the common ones. Record times have no place here: only the server writes them. */
export const fieldsByConcept: Readonly<Record<WritableConcept, Readonly<Record<string, FieldSpec>>>> = {
  Organization: { actorRoles: { kind: 'texts', code: 'actors' } },
  System: {
    kind: { kind: 'text', required: true, code: 'systemKinds' },
    vendor: text,
    product: text,
    version: text,
    custodian: text,
    organization: { kind: 'reference' },
    certified: { kind: 'flag' },
    lifecycle: { kind: 'text', values: lifecycles },
    zone: text,
    identifiers: texts,
    holds: { kind: 'links', own: ['role', 'format', 'retention'] },
  },
  DataClass: {
    level: { kind: 'text', required: true, values: dataClassLevels },
    partOf: { kind: 'reference' },
    catalogue: text,
    drsBranch: { kind: 'text', code: 'drsBranches' },
    drsStatus: { kind: 'text', required: true, values: drsStatuses },
    exclusion: text,
    rationale: text,
    uscdi: text,
    fhirResources: texts,
    overlays: { kind: 'texts', code: 'overlays' },
  },
  Flow: {
    from: reference,
    to: reference,
    protocol: text,
    trigger: text,
    schedule: text,
    engineRef: text,
    carries: { kind: 'links', own: ['transform'] },
  },
  Audience: {},
  AccessChannel: {
    kind: { kind: 'text', required: true, code: 'channels' },
    standards: texts,
    floor: text,
    system: reference,
    identifiers: texts,
    releases: { kind: 'links', own: [] },
    audiences: references,
  },
  Restriction: {
    practice: { kind: 'text', required: true, code: 'practices' },
    effect: { kind: 'text', required: true, values: effects },
    basis: { kind: 'text', required: true, values: restrictionBases },
    automated: { kind: 'flag', default: false },
    appliesTo: { kind: 'target' },
    limits: references,
    audiences: references,
    purposes: { kind: 'texts', code: 'purposes' },
  },
  BasisClaim: {
    restriction: reference,
    exception: { kind: 'text', code: 'exceptions' },
    lawCitation: text,
    rulePack: text,
    reviewBy: date,
    answers: { kind: 'answers' },
  },
  Evidence: { uri: text, sha256: { kind: 'sha256' }, dated: date },
};

/** What a new document has where the input says nothing. */
export const defaultsByConcept: Readonly<Partial<Record<WritableConcept, Readonly<Record<string, string>>>>> = {
  DataClass: { drsStatus: 'UNDECIDED' },
};
