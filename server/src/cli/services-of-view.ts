import type { ApiServices } from '../api/index.ts';
import { createFindingChanges } from '../app/finding-changes.ts';
import type { EvidenceFiles } from '../app/evidence-files.ts';
import type { ImportJobs } from '../app/import-jobs.ts';
import { createWriteMinutes } from '../app/minutes-of.ts';
import { createProposeLine } from '../app/propose-line.ts';
import { createSearchInventory } from '../app/search-inventory.ts';
import type { View } from '../app/views.ts';
import { ok } from '../domain/result.ts';
import { createViewStore } from '../store/index.ts';

/** Imports are of the inventory as it is now. */
const noImports: Pick<ImportJobs, 'get' | 'list'> = { get: () => undefined, list: () => [] };

/** What is in a file may be a name: none is read while names are hidden. */
const noFiles: Pick<EvidenceFiles, 'read'> = { read: async () => ok(undefined) };

/** What the services on a view are made from: those of the inventory itself, and the files of its evidence. */
export interface ViewServicesDeps {
  readonly services: ApiServices;
  readonly files: Pick<EvidenceFiles, 'read'>;
}

/** Returns the services on a view: whatever reads the inventory reads the view. What writes is that of the inventory itself, and is not let through in a view. */
export const servicesOfView = (
  { services, files }: ViewServicesDeps,
  { seen, earlier, shown, namesHidden }: View,
): ApiServices => {
  const { catalogues, now } = services;
  const store = createViewStore({ graph: seen.graph, log: services.store, shown });
  const currentGraph = { get: async () => ok(seen) };
  const search = createSearchInventory({ store, catalogues, currentGraph });
  return {
    ...services,
    store,
    currentGraph,
    search,
    findingChanges: createFindingChanges({ store, catalogues, earlier }),
    proposeLine: createProposeLine({ catalogues, currentGraph, search, now }),
    writeMinutes: createWriteMinutes({ store, currentGraph, files: namesHidden ? noFiles : files, catalogues, now }),
    importJobs: { ...services.importJobs, ...noImports },
  };
};
