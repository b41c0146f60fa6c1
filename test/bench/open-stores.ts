import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../server/src/domain/result.ts';
import { openEmbeddedStore, openNeo4jStore, type GraphStore } from '../../server/src/store/index.ts';
import type { Neo4jForTests } from '../kit/neo4j.ts';

/** Opens one store, each time the same. */
export type Open = () => Promise<Result<GraphStore, unknown>>;

const now = (): string => new Date().toISOString();

/** Returns what `work` makes of an embedded store on disk, whose folder is empty at first and gone afterwards. */
export const withEmbedded = async <T>(work: (open: Open) => Promise<T>): Promise<T> => {
  const directory = await mkdtemp(join(tmpdir(), 'ehi-atlas-bench-'));
  try {
    return await work(() => openEmbeddedStore({ directory, now }));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

/** Opens the store on a server, with what is in its database. */
export const onServer =
  ({ uri, user, password }: Neo4jForTests): Open =>
  () =>
    openNeo4jStore({ uri, user, password, now });

/** The value of a success. Throws the error of a failure: nothing can be measured then. */
export const expectOk = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
