import { conceptNames, type ConceptName } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { documentToEntry } from './concept-codecs.ts';
import { compareText, type Entry } from './field-codecs.ts';
import { isFolderRun, manifestOf } from './folder-run.ts';
import {
  catalogueSource,
  type InventoryDocument,
  type InventoryManifest,
  type ReferenceAudience,
} from './inventory-documents.ts';
import {
  conceptByFileKind,
  inventoryFileKinds,
  listFileName,
  manifestFile,
  systemsFolder,
  type InventoryFileKind,
} from './inventory-files.ts';
import { systemFileNames } from './system-file-name.ts';

/** One file to write: its path inside the folder and its value, keys in the order they are to be written. */
export interface SerializedFile {
  readonly file: string;
  readonly kind: InventoryFileKind;
  readonly value: unknown;
}

/**
 * Returns the files of an inventory folder: the manifest first, then a file for each concept that has entries, entries
 * sorted by id. The same inventory always gives the same files. Audiences as the reference catalogue has them are left
 * out. Without a manifest it is that of the folder loaded last; without such a load the folder gets a general name and the
 * source most facts have. Pure and total.
 */
export const serializeInventory = (
  graph: EhiGraph,
  audiences: readonly ReferenceAudience[],
  manifest: InventoryManifest = manifestOf(graph) ?? { name: 'EHI inventory', source: commonestSource(graph) },
): readonly SerializedFile[] =>
  inventoryFileKinds.flatMap((kind): readonly SerializedFile[] => {
    if (kind === 'manifest') return [{ file: manifestFile, kind, value: manifestEntry(manifest) }];
    const concept = conceptByFileKind[kind];
    const context = { source: manifest.source, recordedAt: '' };
    const documents = conceptDocuments(graph, concept, audiences);
    const entries = documents.map((document) => documentToEntry(concept, document, context));
    if (kind === 'system') {
      const names = systemFileNames(documents.map(({ id }) => id));
      return entries.map((value) => ({
        file: `${systemsFolder}/${names.get(String(value['id'])) ?? ''}`,
        kind,
        value,
      }));
    }
    return entries.length === 0 ? [] : [{ file: listFileName(kind), kind, value: entries }];
  });

const manifestEntry = ({ name, description, source }: InventoryManifest): Entry => ({
  format: 1,
  name,
  ...(description ? { description } : {}),
  ...(source === name ? {} : { source }),
});

const conceptDocuments = (
  graph: EhiGraph,
  concept: ConceptName,
  audiences: readonly ReferenceAudience[],
): readonly InventoryDocument<ConceptName>[] => {
  const documents = [...graph[concept].values()].toSorted((a, b) => compareText(a.id, b.id));
  if (concept === 'ImportRun')
    return documents.filter((run) => !isFolderRun(run as unknown as InventoryDocument<'ImportRun'>));
  if (concept !== 'Audience') return documents;
  const audienceById = new Map(audiences.map((audience) => [audience.id, audience]));
  return documents.filter((document) => !isAsCatalogued(document, audienceById.get(document.id)));
};

const isAsCatalogued = (document: InventoryDocument<'Audience'>, audience: ReferenceAudience | undefined): boolean =>
  audience !== undefined &&
  document.source === catalogueSource &&
  document.grade === 'DOCUMENTED' &&
  document.name === audience.name &&
  (document.description ?? '') === (audience.description ?? '') &&
  document.startedOn === undefined &&
  document.endedOn === undefined &&
  document.endReason === undefined;

/** The source with the most entities; of equals the first by code unit. It becomes the default, so most entries need not say it. */
const commonestSource = (graph: EhiGraph): string => {
  const countBySource = new Map<string, number>();
  for (const concept of conceptNames)
    for (const { source } of graph[concept].values())
      if (source !== catalogueSource) countBySource.set(source, (countBySource.get(source) ?? 0) + 1);
  const [first] = [...countBySource].toSorted((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return first?.[0] ?? 'unknown';
};
