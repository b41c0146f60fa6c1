import type { DocumentNode } from 'graphql';
import type { Concept } from '../gql/graphql.ts';

/** Concepts whose changes cannot alter an answer. */
export type Unmoved = ReadonlySet<string>;

/** Whether things of a concept are records of the work on the inventory, not of what it says. Every concept is here, so that a new one is thought of. */
const isBeside: Readonly<Record<Concept, boolean>> = {
  ACCESS_CHANNEL: false,
  AUDIENCE: false,
  BASIS_CLAIM: false,
  DATA_CLASS: false,
  EVIDENCE: false,
  FINDING_REVIEW: true,
  FLOW: false,
  IMPORT_RUN: true,
  OBSERVATION: true,
  ORGANIZATION: false,
  RESTRICTION: false,
  SCENARIO: true,
  SYSTEM: false,
  WALKTHROUGH: true,
  WORKSHOP: true,
  WORKSHOP_ITEM: true,
};
const concepts = Object.keys(isBeside) as readonly Concept[];

const beside: Unmoved = new Set(concepts.filter((concept) => isBeside[concept]));
/** Findings tell of reviews, and of what imports saw. */
const besideFindings: Unmoved = new Set<Concept>(['SCENARIO', 'WALKTHROUGH', 'WORKSHOP', 'WORKSHOP_ITEM']);
const allBut = (...moving: readonly Concept[]): Unmoved => new Set(concepts.filter((each) => !moving.includes(each)));

/** By the name of the question; what is not here may be altered by every change (test/api/unmoved.test.ts tries each). */
const byQuestion: Readonly<Record<string, Unmoved>> = {
  Trace: beside,
  TracePaths: beside,
  Inspect: beside,
  InspectRestriction: beside,
  MapPicture: beside,
  MapRestrictions: beside,
  HeldClasses: beside,
  Ways: beside,
  Coverage: beside,
  RecordSetBoard: beside,
  Attention: besideFindings,
  Findings: besideFindings,
  FindingFacets: besideFindings,
  FilterChoices: allBut('AUDIENCE', 'ACCESS_CHANNEL'),
  CoverageChoices: allBut('AUDIENCE'),
  // The inventory has its name from the run that loaded it.
  InventoryName: allBut('IMPORT_RUN'),
  OpenWorkshops: allBut('WORKSHOP'),
  MapClasses: allBut('IMPORT_RUN', 'DATA_CLASS'),
};

/** The questions that some changes cannot alter. */
export const unmovedQuestions: readonly string[] = Object.keys(byQuestion);

/** Changes of which concepts cannot alter the answer to a question. Of a concept that this page does not know, it is never said. */
export const unmovedBy = (document: DocumentNode): Unmoved => {
  const [first] = document.definitions;
  const name = first !== undefined && 'operation' in first ? first.name?.value : undefined;
  return (name === undefined ? undefined : byQuestion[name]) ?? nothingUnmoved;
};

/** Of an answer that every change may alter. */
export const nothingUnmoved: Unmoved = new Set();
