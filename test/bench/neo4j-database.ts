import { generateInventory } from '../generators/generate-inventory.ts';
import { sizes } from '../generators/size.ts';
import { findNeo4j, type Neo4jForTests, type NoNeo4j } from '../kit/neo4j.ts';
import { fillStore } from './fill-store.ts';
import { expectOk, onServer } from './open-stores.ts';

/** The database of the benchmark, empty at first, or why there is none. */
export type BenchNeo4j = Neo4jForTests | NoNeo4j;

/**
 * Returns the database to measure on: `NEO4J_URI`'s, which must be one that may be emptied, or a server of its own with APOC and more memory
 * than the tests give it.
 */
export const findBenchNeo4j = async (): Promise<BenchNeo4j> => {
  const found = await findNeo4j({
    apoc: true,
    heap: '2g',
    // A query that takes too long is ended when its time is over, not up to two seconds later.
    settings: ['db.transaction.monitor.check.interval=200ms'],
  });
  if ('missing' in found) return found;
  try {
    await found.wipe();
    await warmUp(found);
    return found;
  } catch (cause) {
    return { missing: cause instanceof Error ? cause.message : String(cause) };
  }
};

/** Fills and reads a small inventory, of which nothing is kept: a server that has just been started compiles itself as it goes. */
const warmUp = async (database: Neo4jForTests): Promise<void> => {
  const store = expectOk(await onServer(database)());
  expectOk(await store.migrate());
  await fillStore(store, generateInventory(sizes.S, 2).graph);
  for (let round = 0; round < 5; round += 1) await store.snapshot();
  await store.close();
  await database.wipe();
};
