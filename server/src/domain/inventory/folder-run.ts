import type { ImportRun } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Instant } from '../model/entity.ts';
import type { InventoryDocument, InventoryManifest } from './inventory-documents.ts';

/** The kind and the id of the import run that stands for the inventory's own folder: there is one, and it says how the inventory is called. */
export const folderRunKind = 'inventory-folder';
export const folderRunId = 'inventory';

/** Whether a run is that of the inventory's own folder, and not of an artefact. */
export const isFolderRun = (run: Pick<ImportRun, 'id' | 'kind'>): boolean =>
  run.id === folderRunId && run.kind === folderRunKind;

/** What is known of one load of a folder. `file` is the folder's name, `sha256` that of what it states. */
export interface FolderLoad {
  readonly file: string;
  readonly sha256: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
}

/** The import run of a load: it keeps the manifest, so that a dump gives it back and the product can say whose inventory it shows. */
export const folderRun = (manifest: InventoryManifest, load: FolderLoad): InventoryDocument<'ImportRun'> => ({
  id: folderRunId,
  kind: folderRunKind,
  name: manifest.name,
  ...(manifest.description === undefined ? {} : { description: manifest.description }),
  source: manifest.source,
  grade: 'ASSERTED',
  recordedAt: load.finishedAt,
  ...load,
  status: 'DONE',
  warnings: [],
});

/** Whether a folder is another inventory than the one that is there: each has a name, and they differ. Pure. */
export const isOtherInventory = (present: InventoryManifest | undefined, given: InventoryManifest): boolean =>
  present !== undefined && present.name !== given.name;

/** The manifest of the folder that was loaded last; `undefined` when none was. */
export const manifestOf = (graph: EhiGraph): InventoryManifest | undefined => {
  const run = graph.ImportRun.get(folderRunId);
  if (run === undefined || !isFolderRun(run)) return undefined;
  return {
    name: run.name,
    source: run.source,
    ...(run.description === undefined ? {} : { description: run.description }),
  };
};
