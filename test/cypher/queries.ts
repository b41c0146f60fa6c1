import { readdir, readFile } from 'node:fs/promises';
import type { CypherParams, CypherQuery } from '../../server/src/store/queries/cypher-query.ts';

/** One statement of the stores, with the file it is in. */
export interface KnownQuery extends CypherQuery<CypherParams, unknown> {
  readonly file: string;
}

const folder = new URL('../../server/src/store/queries/', import.meta.url);

const isQuery = (value: object): value is CypherQuery<CypherParams, unknown> =>
  'name' in value && 'access' in value && 'text' in value;

const queriesIn = (value: unknown): readonly CypherQuery<CypherParams, unknown>[] => {
  if (value === null || typeof value !== 'object') return [];
  return isQuery(value) ? [value] : Object.values(value).flatMap(queriesIn);
};

/** Every statement that any file of the queries folder exports, alone or in a table, once each. */
export const loadQueries = async (): Promise<readonly KnownQuery[]> => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /(?<!index)\.ts$/.test(file));
  const found = await Promise.all(
    files.map(async (file) => {
      const exported: unknown = await import(new URL(file, folder).href);
      return queriesIn({ ...(exported as object) }).map((query) => ({ ...query, file }));
    }),
  );
  return found.flat();
};

/** The text of a file of the queries folder. */
export const sourceOf = (file: string): Promise<string> => readFile(new URL(file, folder), 'utf8');

/** Statements that look at every node of a label on purpose: they want all of them, or a text that can be anywhere. */
export const scansOnPurpose = (name: string): boolean =>
  name.startsWith('read-all-') || name.startsWith('page-') || name === 'search-entities';
