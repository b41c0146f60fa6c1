import { isFolderRun } from '../inventory/folder-run.ts';
import type { ConceptName, Concepts } from '../model/concepts.ts';
import type { CatalogueNames } from './catalogue-names.ts';

/** What a thing is called without its name. `isName`: it is all of the name; else a number belongs after it. */
export interface Label {
  readonly label: string;
  readonly isName: boolean;
}

/** Returns what a thing is called when names are hidden: its kind, or what the reference data calls it. Pure. */
export const labelOf = <C extends ConceptName>(concept: C, thing: Concepts[C], catalogues: CatalogueNames): Label =>
  (labels[concept] as (thing: Concepts[C], catalogues: CatalogueNames) => Label)(thing, catalogues);

const ofKind = (label: string): Label => ({ label, isName: false });
const named = (label: string): Label => ({ label, isName: true });
const levels = { DOMAIN: 'Local domain', CLASS: 'Local class', ELEMENT: 'Local element' } as const;

const itemLabels = {
  PROPOSAL: 'Proposal',
  PARKED: 'Parked item',
  DECISION: 'Decision',
  QUESTION: 'Question',
  UNKNOWN: 'Unknown',
  PICTURE: 'Picture',
  NOTE: 'Note',
} as const;

const labels: { readonly [C in ConceptName]: (thing: Concepts[C], catalogues: CatalogueNames) => Label } = {
  Organization: () => ofKind('Organization'),
  DataClass: ({ id, name, catalogue, level }, { dataClass, isNameOfClass }) => {
    if (isNameOfClass(name)) return named(name);
    const entry = dataClass(catalogue ?? id);
    return entry === undefined ? ofKind(levels[level]) : named(entry);
  },
  Audience: ({ id }, { audience }) => {
    const entry = audience(id);
    return entry === undefined ? ofKind('Local audience') : named(entry);
  },
  System: ({ kind }, { kindOfSystem }) => ofKind(kindOfSystem(kind) ?? 'System'),
  Flow: () => ofKind('Interface'),
  AccessChannel: ({ kind }, { kindOfChannel }) => ofKind(kindOfChannel(kind) ?? 'Channel'),
  Restriction: ({ practice }, catalogues) => ofKind(catalogues.practice(practice) ?? 'Restriction'),
  Evidence: () => ofKind('Evidence'),
  BasisClaim: () => ofKind('Claim'),
  // The run of the inventory's own folder says what the inventory is called.
  ImportRun: (run) => (isFolderRun(run) ? named('Inventory') : ofKind('Import')),
  Observation: () => ofKind('Observation'),
  FindingReview: () => ofKind('Review'),
  Workshop: () => ofKind('Workshop'),
  Scenario: () => ofKind('Scenario'),
  Walkthrough: () => ofKind('Walkthrough'),
  WorkshopItem: ({ kind }) => ofKind(itemLabels[kind]),
};
