import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import {
  catalogueFiles,
  parseCatalogues,
  type CatalogueInvalid,
  type CatalogueProblem,
  type Catalogues,
} from '../domain/catalogue/index.ts';
import { err, type Result } from '../domain/result.ts';

interface ReadFile {
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * The reference data of a `schema` folder: `catalogues/*.yaml` and `sources.yaml`. Error: `CatalogueInvalid`, each
 * problem with file, line, column and path; a file that cannot be read or is not YAML is such a problem too.
 */
export const loadCatalogues = async (schemaFolder: string): Promise<Result<Catalogues, CatalogueInvalid>> => {
  const problems: CatalogueProblem[] = [];
  const read = new Map<string, ReadFile>();
  for (const file of Object.values(catalogueFiles)) {
    const folder = file === catalogueFiles.sources ? schemaFolder : join(schemaFolder, 'catalogues');
    const content = await readFile(join(folder, file), 'utf8').catch((cause: unknown) => {
      problems.push({ file, path: [], message: `cannot be read: ${codeOf(cause)} (${join(folder, file)})` });
    });
    if (content === undefined) continue;
    const lines = new LineCounter();
    const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
    for (const fault of document.errors) {
      problems.push({ file, path: [], message: `not YAML: ${fault.message}`, ...place(lines, fault.pos[0]) });
    }
    // A few nested aliases can stand for gigabytes; reference data has no use for any.
    visit(document, {
      Alias: (_key, alias) => {
        problems.push({
          file,
          path: [],
          message: 'has a YAML alias; write the value out',
          ...place(lines, alias.range?.[0] ?? 0),
        });
      },
    });
    read.set(file, { document, lines });
  }
  if (problems.length > 0) return err({ type: 'CatalogueInvalid', problems });

  const values = new Map([...read].map(([file, { document }]) => [file, document.toJS() as unknown]));
  const parsed = parseCatalogues(values);
  if (parsed.ok) return parsed;
  return err({ ...parsed.error, problems: parsed.error.problems.map((each) => locate(each, read.get(each.file))) });
};

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);

const place = (lines: LineCounter, offset: number): { readonly line: number; readonly column: number } => {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
};

/** The problem with the line and column of the innermost part of its path that is there: an absent field has none. */
const locate = (problem: CatalogueProblem, file: ReadFile | undefined): CatalogueProblem => {
  if (file === undefined) return problem;
  for (let depth = problem.path.length; depth >= 0; depth -= 1) {
    const node: unknown =
      depth === 0 ? file.document.contents : file.document.getIn(problem.path.slice(0, depth), true);
    const offset = offsetOf(node);
    if (offset !== undefined) return { ...problem, ...place(file.lines, offset) };
  }
  return problem;
};

const offsetOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined;
