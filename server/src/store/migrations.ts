import { readdir, readFile } from 'node:fs/promises';
import type { Executor } from './executor.ts';

/** Beside `server`, whether this runs from `server/src/store` or from `server/dist/store`. */
const folder = new URL('../../../schema/model/migrations/', import.meta.url);

const isFor = (kind: Executor['kind'], file: string): boolean => {
  const [, only] = /^[^.]+(?:\.([a-z0-9]+))?\.cypher$/.exec(file) ?? [];
  return file.endsWith('.cypher') && (only === undefined || only === kind);
};

/**
 * The statements that define keys and indexes, in order: every `NNNN-name.cypher`, and each `NNNN-name.KIND.cypher`
 * of this kind of store. All can be run again.
 */
export const readMigrations = async (kind: Executor['kind']): Promise<readonly string[]> => {
  const files = (await readdir(folder)).filter((file) => isFor(kind, file)).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  return texts.flatMap((text) =>
    text
      .replace(/^\s*\/\/.*$/gm, '')
      .split(';')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== ''),
  );
};
