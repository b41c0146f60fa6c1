import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type DocumentNode } from 'graphql';

/** Returns the schema of the API, one document a file of the folder, in the order of their names. Throws when the folder is not there. */
export const loadTypeDefs = async (schemaFolder: string): Promise<readonly DocumentNode[]> => {
  const files = (await readdir(schemaFolder)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(files.map(async (file) => parse(await readFile(join(schemaFolder, file), 'utf8'))));
};
