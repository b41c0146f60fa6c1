import type { ClassLink, ConceptName, TargetKind } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import type { InventoryDocument } from './inventory-documents.ts';
import type { ValuePath } from './inventory-problem.ts';

/** One reference of an entity to another, with its place in the entry as the file has it. */
export interface EntityReference {
  readonly path: ValuePath;
  readonly concept: ConceptName;
  readonly id: Id;
}

/** The concept each kind of restriction target names. */
export const conceptByTargetKind: Readonly<Record<TargetKind, ConceptName>> = {
  SYSTEM: 'System',
  FLOW: 'Flow',
  CHANNEL: 'AccessChannel',
};

/** Returns every reference of one document, in the order of its fields; `[]` when it refers to nothing. Pure and total. */
export const entityReferences = <C extends ConceptName>(
  concept: C,
  document: InventoryDocument<C>,
): readonly EntityReference[] => referencesByConcept[concept](document);

type ReferencesOf<C extends ConceptName> = (document: InventoryDocument<C>) => readonly EntityReference[];

const none = (): readonly EntityReference[] => [];

const one = (key: string, concept: ConceptName, id: Id | undefined): readonly EntityReference[] =>
  id === undefined ? [] : [{ path: [key], concept, id }];

const many = (prefix: ValuePath, concept: ConceptName, ids: readonly Id[]): readonly EntityReference[] =>
  ids.map((id, index) => ({ path: [...prefix, index], concept, id }));

const classes = (key: string, links: readonly ClassLink[]): readonly EntityReference[] =>
  links.map(({ dataClass }, index) => ({ path: [key, index, 'class'], concept: 'DataClass', id: dataClass }));

const referencesByConcept: { readonly [C in ConceptName]: ReferencesOf<C> } = {
  Organization: none,
  DataClass: (document) => one('partOf', 'DataClass', document.partOf),
  Audience: none,
  System: (document) => [
    ...one('organization', 'Organization', document.organization),
    ...classes('holds', document.holds),
  ],
  Flow: (document) => [
    ...one('from', 'System', document.from),
    ...one('to', 'System', document.to),
    ...classes('carries', document.carries),
  ],
  AccessChannel: (document) => [
    ...one('system', 'System', document.system),
    ...classes('releases', document.releases),
    ...many(['for'], 'Audience', document.audiences),
  ],
  Restriction: ({ appliesTo, limits, audiences }) => [
    {
      path: ['appliesTo', appliesTo.kind.toLowerCase()],
      concept: conceptByTargetKind[appliesTo.kind],
      id: appliesTo.id,
    },
    ...many(['limits'], 'DataClass', limits),
    ...many(['audiences'], 'Audience', audiences),
  ],
  BasisClaim: (document) => [
    ...one('restriction', 'Restriction', document.restriction),
    ...one('supersedes', 'BasisClaim', document.supersedes),
    ...document.answers.flatMap(({ evidence }, index) => many(['answers', index, 'evidence'], 'Evidence', evidence)),
  ],
  Evidence: none,
  ImportRun: none,
  Observation: (document) => [
    ...one('run', 'ImportRun', document.run),
    ...(document.matches === undefined
      ? []
      : [{ path: ['matches'], concept: document.matches.concept, id: document.matches.id }]),
  ],
  FindingReview: none,
  Workshop: none,
  Scenario: ({ workshop }) => one('workshop', 'Workshop', workshop),
  Walkthrough: ({ workshop }) => one('workshop', 'Workshop', workshop),
  WorkshopItem: ({ workshop, about, picture }) => [
    ...one('workshop', 'Workshop', workshop),
    ...(about === undefined ? [] : [{ path: ['about'], ...about }]),
    ...one('picture', 'Evidence', picture),
  ],
};
