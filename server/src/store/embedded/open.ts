import { mkdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Grafeo from '@grafeo-db/js';
import { err, ok, type Result } from '../../domain/result.ts';
import { createGraphStore } from '../graph-store.ts';
import type { ClockDep, GraphStore, StoreUnavailable } from '../port.ts';
import { createEmbeddedExecutor } from './executor.ts';

/**
 * Where an embedded store lives: a folder of its own, or memory until it is closed. `create` (default true): whether the
 * folder and its database are made when they are not there.
 */
export type EmbeddedOptions = ClockDep &
  ({ readonly directory: string; readonly create?: boolean } | { readonly memory: true });

/** The database's file inside the store's folder. */
const fileName = 'atlas.grafeo';

/** Folds the write-ahead log into the file when it has grown to this, so that opening stays quick. */
const checkpointAtBytes = 64 * 1024 * 1024;

// The package is a CommonJS module that loads a native library.
const { GrafeoDB } = createRequire(import.meta.url)('@grafeo-db/js') as typeof Grafeo;

/**
 * The store in `directory`, or in memory. Error: `StoreUnavailable`, naming the folder, when there is no database
 * and none may be made, when another process has it open, when its file is damaged, or when the folder cannot be made or read.
 */
export const openEmbeddedStore = async (options: EmbeddedOptions): Promise<Result<GraphStore, StoreUnavailable>> => {
  const clock = { now: options.now };
  if ('memory' in options) return ok(createGraphStore(createEmbeddedExecutor(GrafeoDB.create()), clock));
  const { directory, create = true } = options;
  if (!create && !(await isThere(join(directory, fileName)))) return err(noInventory(directory));
  try {
    await mkdir(directory, { recursive: true });
    const database = GrafeoDB.create(join(directory, fileName));
    database.setCheckpointTriggers({ walBytes: checkpointAtBytes });
    return ok(createGraphStore(createEmbeddedExecutor(database), clock));
  } catch (cause) {
    return err({ type: 'StoreUnavailable', message: explain(directory, cause) });
  }
};

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    // A folder that may not be looked into has something in it, as far as anybody can tell: opening it says what is wrong.
    (cause: NodeJS.ErrnoException) => cause.code !== 'ENOENT' && cause.code !== 'ENOTDIR',
  );

const noInventory = (directory: string): StoreUnavailable => ({
  type: 'StoreUnavailable',
  message: `There is no inventory in ${directory}. Name its folder with --data, or make one there with: atlas load FOLDER --data ${directory}`,
});

/** One sentence a person can act on: which folder, what is wrong with it, and the database's own words. */
const explain = (directory: string, cause: unknown): string => {
  const detail = cause instanceof Error ? cause.message : String(cause);
  if (detail.includes('cannot be locked'))
    return `The inventory in ${directory} is not available: another process has it open, most likely an EHI Atlas that is running. Stop that one, or use another folder with --data DIR.`;
  const reason = /GRAFEO-X002|Serialization|corrupt|checksum|damage/i.test(detail)
    ? 'its file is damaged'
    : 'it cannot be opened';
  return `The inventory in ${directory} is not available: ${reason}. (${detail})`;
};
