export * from './port.ts';
export { canonicalJson } from './canonical-json.ts';
export { emptyHash, hashChange, verifyChangeLog, type ChangeLogBroken, type LogHead } from './change-hash.ts';
export { openEmbeddedStore, type EmbeddedOptions } from './embedded/open.ts';
export { openNeo4jStore, type Neo4jOptions } from './neo4j/open.ts';
export { searchCurrent } from './memory/search-current.ts';
export { createViewStore, type ViewStoreOptions } from './memory/view-store.ts';
