import { conceptNames, type ConceptName } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Id, Instant } from '../model/entity.ts';
import { err, ok, type Result } from '../result.ts';
import { checkDataClasses } from './check-data-classes.ts';
import { checkDuplicateIds, checkLifespansAndLinks, checkReferences } from './check-entries.ts';
import type { Entry } from './field-codecs.ts';
import {
  catalogueSource,
  type InventoryDocument,
  type InventoryDocuments,
  type InventoryManifest,
  type ReferenceAudience,
} from './inventory-documents.ts';
import { fileDocuments, fileIds, problemAt, type LocatedDocument } from './inventory-entries.ts';
import { conceptByFileKind, manifestFile, type InventoryFile } from './inventory-files.ts';
import type { InventoryInvalid, ProblemList } from './inventory-problem.ts';
import { systemIdOfFileName } from './system-file-name.ts';

/** What a folder is read against. `existing` is the inventory it will be loaded into: references may point there. */
export interface ParseInventoryContext {
  readonly existing: EhiGraph;
  readonly audiences: readonly ReferenceAudience[];
  readonly recordedAt: Instant;
}

/** A folder as documents, ready to be written. Catalogue audiences that neither the folder nor the inventory has come along. */
export interface ParsedInventory {
  readonly manifest: InventoryManifest;
  readonly documents: InventoryDocuments;
}

/**
 * Returns the documents of a folder's files, or every problem in them. `problems` already holds what reading and the
 * JSON Schemas found; this adds (mutates) duplicate ids, dangling references, cycles and wrong levels among data
 * classes, facts that end before they start, and files under a wrong name. Error: `InventoryInvalid`.
 */
export const parseInventory = (
  files: readonly InventoryFile[],
  context: ParseInventoryContext,
  problems: ProblemList,
): Result<ParsedInventory, InventoryInvalid> => {
  const manifest = parseManifest(files, problems);
  const entryContext = { source: manifest.source, recordedAt: context.recordedAt };
  const located = files.flatMap((file) => fileDocuments(file, entryContext));
  const audiences = missingAudiences(located, context);

  checkSystemFileNames(located, problems);
  checkDuplicateIds(located, problems);
  checkFolderReferences(files, located, audiences, context.existing, problems);
  checkDataClasses(located.filter(isDataClass), (id) => context.existing.DataClass.get(id), problems);
  checkLifespansAndLinks(located, problems);

  const error = problems.toError();
  return error === undefined ? ok({ manifest, documents: byConcept(located, audiences) }) : err(error);
};

const parseManifest = (files: readonly InventoryFile[], problems: ProblemList): InventoryManifest => {
  const file = files.find(({ kind }) => kind === 'manifest');
  if (file === undefined)
    problems.add(() => ({
      file: manifestFile,
      line: 1,
      column: 1,
      path: '',
      message: `the folder has no ${manifestFile}`,
      mend: `add one with "format: 1", "name: …" and "source: …", or name the folder that has it`,
    }));
  if (file?.value === undefined || file.invalid.size > 0) return { name: '', source: '' };
  const { name, description, source } = file.value as Entry as Partial<InventoryManifest>;
  return { name: name ?? '', source: source ?? name ?? '', ...(description ? { description } : {}) };
};

const checkSystemFileNames = (located: readonly LocatedDocument[], problems: ProblemList): void => {
  for (const entry of located) {
    if (entry.concept !== 'System') continue;
    const fileId = systemIdOfFileName(entry.file.file.replace(/^systems\//, ''));
    if (fileId === entry.document.id) continue;
    problems.add(() =>
      problemAt(entry, ['id'], {
        message: `the file is named for "${fileId}" and holds the system "${entry.document.id}"`,
        mend: `rename the file to systems/${entry.document.id}.yaml or correct the id`,
      }),
    );
  }
};

const checkFolderReferences = (
  files: readonly InventoryFile[],
  located: readonly LocatedDocument[],
  audiences: readonly InventoryDocument<'Audience'>[],
  existing: EhiGraph,
  problems: ProblemList,
): void => {
  const idsByConcept = new Map<ConceptName, Set<Id>>(
    conceptNames.map((name) => [name, new Set(existing[name].keys())]),
  );
  // What an unreadable file would have defined nobody knows: its absence must not be reported a hundred times.
  const unreadable = new Set<ConceptName>();
  for (const file of files) {
    if (file.kind === 'manifest') continue;
    const concept = conceptByFileKind[file.kind];
    if (file.value === undefined) unreadable.add(concept);
    for (const id of fileIds(file)) idsByConcept.get(concept)?.add(id);
  }
  for (const { id } of audiences) idsByConcept.get('Audience')?.add(id);
  checkReferences(
    located,
    (concept, id) => unreadable.has(concept) || idsByConcept.get(concept)?.has(id) === true,
    (concept) => idsByConcept.get(concept) ?? [],
    problems,
  );
};

const missingAudiences = (
  located: readonly LocatedDocument[],
  { audiences, existing, recordedAt }: ParseInventoryContext,
): readonly InventoryDocument<'Audience'>[] => {
  const stated = new Set(located.filter(({ concept }) => concept === 'Audience').map(({ document }) => document.id));
  return audiences
    .filter(({ id }) => !stated.has(id) && !existing.Audience.has(id))
    .map((audience) => catalogueAudienceDocument(audience, recordedAt));
};

/** Returns the document of an audience of the reference catalogue. */
export const catalogueAudienceDocument = (
  { id, name, description }: ReferenceAudience,
  recordedAt: Instant,
): InventoryDocument<'Audience'> => ({
  id,
  name,
  ...(description ? { description } : {}),
  source: catalogueSource,
  grade: 'DOCUMENTED',
  recordedAt,
});

const isDataClass = (located: LocatedDocument): located is LocatedDocument<'DataClass'> =>
  located.concept === 'DataClass';

const byConcept = (
  located: readonly LocatedDocument[],
  audiences: readonly InventoryDocument<'Audience'>[],
): InventoryDocuments => {
  const documents = Object.fromEntries(conceptNames.map((concept): [ConceptName, unknown[]] => [concept, []]));
  for (const { concept, document } of located) documents[concept]?.push(document);
  documents['Audience']?.push(...audiences);
  return documents as unknown as InventoryDocuments;
};
