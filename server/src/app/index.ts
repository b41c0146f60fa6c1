export { createCurrentGraph, type CurrentGraph } from './current-graph.ts';
export { dumpInventory } from './dump-inventory.ts';
export { createEndEntity, type EndCommand } from './end-entity.ts';
export { ensureCatalogueAudiences } from './ensure-catalogue-audiences.ts';
export { importArtefact, type ImportReport } from './import-artefact.ts';
export { integrationKindsOf } from './integration-kinds.ts';
export { loadCatalogues } from './load-catalogues.ts';
export { loadInventory } from './load-inventory.ts';
export { createSearchInventory, type FoundEntity, type SearchInventory } from './search-inventory.ts';
export { verifyLog } from './verify-log.ts';
export {
  createWriteEntity,
  type WriteCommand,
  type WriteEntity,
  type WriteError,
  type Written,
} from './write-entity.ts';
