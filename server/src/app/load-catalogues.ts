import { join } from 'node:path';
import {
  catalogueFiles,
  parseCatalogues,
  type CatalogueInvalid,
  type CatalogueProblem,
  type Catalogues,
} from '../domain/catalogue/index.ts';
import { err, type Result } from '../domain/result.ts';
import { readYamlFile, placeOf, type YamlFile } from './read-yaml-file.ts';

/**
 * The reference data of a `schema` folder: `catalogues/*.yaml` and `sources.yaml`. Error: `CatalogueInvalid`, each
 * problem with file, line, column and path; a file that cannot be read or is not YAML is such a problem too.
 */
export const loadCatalogues = async (schemaFolder: string): Promise<Result<Catalogues, CatalogueInvalid>> => {
  const problems: CatalogueProblem[] = [];
  const read = new Map<string, YamlFile>();
  for (const file of Object.values(catalogueFiles)) {
    const folder = file === catalogueFiles.sources ? schemaFolder : join(schemaFolder, 'catalogues');
    const found = await readYamlFile(join(folder, file));
    if (found.ok) read.set(file, found.value);
    else problems.push(...found.error.map((problem) => ({ file, path: [], ...problem })));
  }
  if (problems.length > 0) return err({ type: 'CatalogueInvalid', problems });

  const values = new Map([...read].map(([file, { document }]) => [file, document.toJS() as unknown]));
  const parsed = parseCatalogues(values);
  if (parsed.ok) return parsed;
  return err({
    ...parsed.error,
    problems: parsed.error.problems.map((each) => ({ ...each, ...placeOf(each.path, read.get(each.file)) })),
  });
};
