import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { openEmbeddedStore, openNeo4jStore, type GraphStore } from '../../server/src/store/index.ts';
import { generateInventory } from '../generators/generate-inventory.ts';
import type { Size } from '../generators/size.ts';
import type { Neo4jForTests } from '../kit/neo4j.ts';
import { temporaryFolder } from '../kit/server.ts';
import { fillStore } from './fill-store.ts';

/** A store with a generated inventory in it, closed again: how a server is started on it, and how long it took to fill, in milliseconds. */
export interface FilledStore {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly filling: number;
  readonly remove: () => Promise<void>;
}

const clock = { now: () => new Date().toISOString() };

/** Returns an embedded store in a folder of its own, with the inventory of a size. */
export const fillFolder = (size: Size): Promise<FilledStore> => fillFolderWith(generateInventory(size, 1).graph);

/** Returns an embedded store in a folder of its own, with this inventory. */
export const fillFolderWith = async (graph: EhiGraph): Promise<FilledStore> => {
  const { path, remove } = await temporaryFolder();
  const opened = await openEmbeddedStore({ directory: path, ...clock });
  if (!opened.ok) throw new Error(opened.error.message);
  const filling = await fill(opened.value, graph);
  return { args: ['--data', path], environment: {}, filling, remove };
};

/** Returns a Neo4j database with the inventory of a size; what was in it is gone. */
export const fillNeo4j = async (neo4j: Neo4jForTests, size: Size): Promise<FilledStore> => {
  const { uri, user, password } = neo4j;
  await neo4j.wipe();
  const opened = await openNeo4jStore({ uri, user, password, ...clock });
  if (!opened.ok) throw new Error(opened.error.message);
  const filling = await fill(opened.value, generateInventory(size, 1).graph);
  const { path, remove } = await temporaryFolder();
  return {
    args: [],
    environment: { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, EHI_EVIDENCE: path },
    filling,
    remove: async () => {
      await neo4j.wipe();
      await remove();
    },
  };
};

const fill = async (store: GraphStore, graph: EhiGraph): Promise<number> => {
  const migrated = await store.migrate();
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.error));
  const start = performance.now();
  await fillStore(store, graph);
  const filling = performance.now() - start;
  await store.close();
  return filling;
};
