import type { ApiServices } from '../api/index.ts';
import type { EvidenceFiles } from '../app/evidence-files.ts';
import { createFindingChanges } from '../app/finding-changes.ts';
import type { ImportJobs } from '../app/import-jobs.ts';
import { createWriteMinutes } from '../app/minutes-of.ts';
import { createProposeLine } from '../app/propose-line.ts';
import { createSearchInventory } from '../app/search-inventory.ts';
import type { View } from '../app/views.ts';
import { ok } from '../domain/result.ts';
import { createViewStore } from '../store/index.ts';

/** Imports are of the inventory as it is now. */
const noImports: Pick<ImportJobs, 'get' | 'list'> = { get: () => undefined, list: () => [] };

/** Returns the services on a view: whatever reads the inventory reads the view. What writes is that of the inventory itself, and is not let through in a view. */
export const servicesOfView = (
  services: ApiServices,
  files: Pick<EvidenceFiles, 'read'>,
  { seen, earlier, shown }: View,
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
    writeMinutes: createWriteMinutes({ store, currentGraph, files, catalogues, now }),
    importJobs: { ...services.importJobs, ...noImports },
  };
};
