import type { ConceptName } from '../model/concepts.ts';
import type { TextPosition, ValuePath } from './inventory-problem.ts';

/**
 * One file of an inventory folder, parsed and checked against its JSON Schema. `value` is `undefined` when the text
 * could not be parsed; `invalid` has the positions of the entries the schema refuses (0 for a file that is one entry).
 * `locate` finds a value, or its nearest parent that is there, in the text.
 */
export interface InventoryFile {
  readonly file: string;
  readonly kind: InventoryFileKind;
  readonly value: unknown;
  readonly invalid: ReadonlySet<number>;
  readonly locate: (path: ValuePath) => TextPosition;
}

/** What a file holds; also the name of its JSON Schema, `inventory-<kind>.schema.json`. */
export type InventoryFileKind = 'manifest' | 'system' | ListFileKind;

/** A file that is a list of one concept. */
export type ListFileKind = (typeof listFileKinds)[number];

const listFileKinds = [
  'organizations',
  'data-classes',
  'audiences',
  'flows',
  'channels',
  'restrictions',
  'evidence',
  'claims',
  'imports',
  'observations',
  'finding-reviews',
  'workshops',
  'scenarios',
  'walkthroughs',
  'workshop-items',
] as const;

/** Every kind of file, in an order in which each only refers to entries of files before it. */
export const inventoryFileKinds: readonly InventoryFileKind[] = [
  'manifest',
  'organizations',
  'data-classes',
  'audiences',
  'system',
  'flows',
  'channels',
  'restrictions',
  'evidence',
  'claims',
  'imports',
  'observations',
  'finding-reviews',
  'workshops',
  'scenarios',
  'walkthroughs',
  'workshop-items',
];

/** The concept each kind of file holds; the manifest holds none. */
export const conceptByFileKind: Readonly<Record<Exclude<InventoryFileKind, 'manifest'>, ConceptName>> = {
  organizations: 'Organization',
  'data-classes': 'DataClass',
  audiences: 'Audience',
  system: 'System',
  flows: 'Flow',
  channels: 'AccessChannel',
  restrictions: 'Restriction',
  evidence: 'Evidence',
  claims: 'BasisClaim',
  imports: 'ImportRun',
  observations: 'Observation',
  'finding-reviews': 'FindingReview',
  workshops: 'Workshop',
  scenarios: 'Scenario',
  walkthroughs: 'Walkthrough',
  'workshop-items': 'WorkshopItem',
};

/** The file that says that a folder is an inventory. */
export const manifestFile = 'inventory.yaml';

/** The folder with one file a system. */
export const systemsFolder = 'systems';

/** The name of a list file, e.g. `data-classes.yaml`. */
export const listFileName = (kind: ListFileKind): string => `${kind}.yaml`;

/** Returns what a file of an inventory holds, by its path inside the folder with `/`; `undefined` for a file that has no place there. */
export const fileKindOf = (file: string): InventoryFileKind | undefined => {
  if (file === manifestFile) return 'manifest';
  if (/^systems\/[^/]+\.yaml$/.test(file)) return 'system';
  return listFileKinds.find((kind) => listFileName(kind) === file);
};

/** Every name a file at the top of an inventory folder may have. */
export const topLevelFileNames: readonly string[] = [manifestFile, ...listFileKinds.map(listFileName)];
