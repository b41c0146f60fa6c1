import type { ConceptName } from '../../domain/model/concepts.ts';
import type { Concept } from '../gen/resolver-types.ts';

/** What the API calls one thing and many things of each concept: the names of its root fields, and of its field in a payload. */
export const fieldsByConcept = {
  Organization: { one: 'organization', many: 'organizations' },
  System: { one: 'system', many: 'systems' },
  DataClass: { one: 'dataClass', many: 'dataClasses' },
  Flow: { one: 'flow', many: 'flows' },
  Audience: { one: 'audience', many: 'audiences' },
  AccessChannel: { one: 'accessChannel', many: 'accessChannels' },
  Restriction: { one: 'restriction', many: 'restrictions' },
  BasisClaim: { one: 'basisClaim', many: 'basisClaims' },
  Evidence: { one: 'evidence', many: 'evidences' },
  ImportRun: { one: 'importRun', many: 'importRuns' },
  Observation: { one: 'observation', many: 'observations' },
  FindingReview: { one: 'findingReview', many: 'findingReviews' },
  Workshop: { one: 'workshop', many: 'workshops' },
  Scenario: { one: 'scenario', many: 'scenarios' },
  Walkthrough: { one: 'walkthrough', many: 'walkthroughs' },
  WorkshopItem: { one: 'workshopItem', many: 'workshopItems' },
} as const satisfies Readonly<Record<ConceptName, { readonly one: string; readonly many: string }>>;

/** What the API calls each concept where it names concepts. */
export const enumByConcept = {
  Organization: 'ORGANIZATION',
  System: 'SYSTEM',
  DataClass: 'DATA_CLASS',
  Flow: 'FLOW',
  Audience: 'AUDIENCE',
  AccessChannel: 'ACCESS_CHANNEL',
  Restriction: 'RESTRICTION',
  BasisClaim: 'BASIS_CLAIM',
  Evidence: 'EVIDENCE',
  ImportRun: 'IMPORT_RUN',
  Observation: 'OBSERVATION',
  FindingReview: 'FINDING_REVIEW',
  Workshop: 'WORKSHOP',
  Scenario: 'SCENARIO',
  Walkthrough: 'WALKTHROUGH',
  WorkshopItem: 'WORKSHOP_ITEM',
} as const satisfies Readonly<Record<ConceptName, Concept>>;

/** The concept each of those names stands for. */
export const conceptByEnum = Object.fromEntries(
  Object.entries(enumByConcept).map(([concept, name]) => [name, concept]),
) as Readonly<Record<Concept, ConceptName>>;
