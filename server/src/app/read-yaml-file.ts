import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import { err, ok, type Result } from '../domain/result.ts';

/** A YAML file of the reference data as it stands, with what finds the line of a problem. */
export interface YamlFile {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Where a problem is; `line` and `column` count from 1. */
export interface YamlPlace {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a file before its content is looked at. */
export interface YamlProblem extends Partial<YamlPlace> {
  readonly message: string;
}

/** The file at `path`. Errors: it cannot be read, is not YAML, or has an alias (a few nested ones can stand for gigabytes). */
export const readYamlFile = async (path: string): Promise<Result<YamlFile, readonly YamlProblem[]>> => {
  const content = await readFile(path, 'utf8').catch((cause: unknown) => cause);
  if (typeof content !== 'string') return err([{ message: `cannot be read: ${codeOf(content)} (${path})` }]);
  const problems: YamlProblem[] = [];
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  for (const fault of document.errors) {
    problems.push({ message: `not YAML: ${fault.message}`, ...place(lines, fault.pos[0]) });
  }
  visit(document, {
    Alias: (_key, alias) => {
      problems.push({ message: 'has a YAML alias; write the value out', ...place(lines, alias.range?.[0] ?? 0) });
    },
  });
  return problems.length === 0 ? ok({ document, lines }) : err(problems);
};

/** Where the innermost part of `path` that is there stands: an absent field has no place of its own. `{}` when nothing is. */
export const placeOf = (path: readonly (string | number)[], file: YamlFile | undefined): Partial<YamlPlace> => {
  if (file === undefined) return {};
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = depth === 0 ? file.document.contents : file.document.getIn(path.slice(0, depth), true);
    const offset = offsetOf(node);
    if (offset !== undefined) return place(file.lines, offset);
  }
  return {};
};

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);

const place = (lines: LineCounter, offset: number): YamlPlace => {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
};

const offsetOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined;
