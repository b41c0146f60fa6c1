import { join } from 'node:path';
import { ensureCatalogueAudiences } from '../app/ensure-catalogue-audiences.ts';
import { endInterruptedRuns } from '../app/end-interrupted-runs.ts';
import { createEvidenceFiles, type EvidenceFiles } from '../app/evidence-files.ts';
import { loadCatalogues } from '../app/load-catalogues.ts';
import { projectFolder, type StoreConfig } from '../config.ts';
import type { CatalogueInvalid, Catalogues } from '../domain/catalogue/index.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Importer } from '../importers/importer.ts';
import { federalCalendar, type BusinessCalendar } from '../domain/verdict/index.ts';
import {
  openEmbeddedStore,
  openNeo4jStore,
  type ClockDep,
  type GraphStore,
  type StoreUnavailable,
} from '../store/index.ts';

/** What every command works on. `close` lets the store go; after it nothing else may be called. */
export interface Workspace {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
  readonly clock: ClockDep;
  readonly calendar: BusinessCalendar;
  readonly files: EvidenceFiles;
  /** The importers that are asked; absent: all there are. */
  readonly importers?: readonly Importer[];
  readonly close: () => Promise<void>;
}

export type WorkspaceError = StoreUnavailable | CatalogueInvalid;

/** The folder with the schema and the reference data. */
export const schemaFolder = join(projectFolder, 'schema');

/** `create`: whether an embedded database is made where there is none; only what fills one does that. */
export interface WorkspaceOptions {
  readonly create: boolean;
}

/** Returns the opened store, ready for use, and the reference data. Errors: `StoreUnavailable`, `CatalogueInvalid`; then nothing is left open. */
export const openWorkspace = async (
  config: StoreConfig,
  { create }: WorkspaceOptions,
): Promise<Result<Workspace, WorkspaceError>> => {
  const catalogues = await loadCatalogues(schemaFolder);
  if (!catalogues.ok) return catalogues;
  const clock: ClockDep = { now: () => new Date().toISOString() };
  const opened = await openStore(config, clock, create);
  if (!opened.ok) return opened;
  const store = opened.value;
  const migrated = await store.migrate();
  const audiences = migrated.ok
    ? await ensureCatalogueAudiences({ store, catalogues: catalogues.value, clock })
    : migrated;
  // Whoever holds the embedded database is alone with it: an import that is still under way there has lost its process.
  const ready = audiences.ok && config.kind === 'embedded' ? await endInterruptedRuns({ store, clock }) : audiences;
  if (!ready.ok) {
    await store.close();
    return ready.error.type === 'StoreUnavailable' ? err(ready.error) : err(changedUnderneath);
  }
  return ok({
    store,
    catalogues: catalogues.value,
    clock,
    calendar: federalCalendar(config.holidays),
    files: createEvidenceFiles(config.evidenceFolder),
    close: () => store.close(),
  });
};

const openStore = (
  config: StoreConfig,
  clock: ClockDep,
  create: boolean,
): Promise<Result<GraphStore, StoreUnavailable>> => {
  if (config.kind === 'embedded') return openEmbeddedStore({ directory: config.directory, create, ...clock });
  const { kind: _, evidenceFolder: __, holidays: ___, ...address } = config;
  return openNeo4jStore({ ...address, ...clock });
};

/** Two processes that start together may both add the audiences: the second finds them there when it tries again. */
const changedUnderneath: StoreUnavailable = {
  type: 'StoreUnavailable',
  message: 'Another process changed the inventory while this one started. Start again.',
};
