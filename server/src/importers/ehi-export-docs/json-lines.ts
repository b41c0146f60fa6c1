import type { Artefact } from '../artefact/artefact.ts';
import { parseJsonText } from '../json-text.ts';
import { addRow, addTable, asRow, asTable } from './json-tables.ts';
import type { TableBuilder } from '../tables/table-builder.ts';

/** How long one line may be. Characters; the largest table known takes a hundredth. */
const longestLine = 8 * 1024 * 1024;
const deepest = 50;

/** Returns whether a text is JSON Lines whose first line defines a table, or a column of one. Looks at its head only. */
export const isJsonLines = ({ head }: Pick<Artefact, 'head'>): boolean => {
  const text = head.trimStart();
  if (!text.startsWith('{')) return false;
  const end = text.indexOf('\n');
  if (end < 0 || !text.slice(end).trimStart().startsWith('{')) return false;
  const value = parseJsonText(text.slice(0, end), deepest);
  return value.ok && (asTable(value.value) ?? asRow(value.value)) !== undefined;
};

/** How reading ended: the lines that are no JSON, and those that define nothing. */
export interface JsonLinesEnd {
  readonly lines: number;
  readonly broken: readonly number[];
  readonly others: number;
}

/** Puts the tables of JSON Lines into the builder, line by line: only one line is held at a time. */
export const readJsonLines = async (artefact: Pick<Artefact, 'text'>, builder: TableBuilder): Promise<JsonLinesEnd> => {
  const broken: number[] = [];
  let others = 0;
  let lines = 0;
  for await (const { text, line } of linesOf(artefact.text())) {
    if (text !== undefined && text.trim() === '') continue;
    lines += 1;
    const value = text === undefined ? undefined : parseJsonText(text, deepest);
    if (value?.ok !== true) {
      broken.push(line);
      continue;
    }
    const table = asTable(value.value);
    const row = table === undefined ? asRow(value.value) : undefined;
    if (table !== undefined) addTable(table, `line ${line}`, builder);
    else if (row !== undefined) addRow(row, `line ${line}`, builder);
    else others += 1;
  }
  return { lines, broken, others };
};

/** The lines of a text; without its text, a line that is longer than can be read. */
const linesOf = async function* (
  text: AsyncIterable<string>,
): AsyncIterable<{ readonly text: string | undefined; readonly line: number }> {
  let rest: string[] = [];
  let length = 0;
  let line = 0;
  for await (const piece of text) {
    let from = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      line += 1;
      const isLong = length + end - from > longestLine;
      yield { text: isLong ? undefined : rest.join('') + piece.slice(from, end), line };
      rest = [];
      length = 0;
      from = end + 1;
    }
    length += piece.length - from;
    if (length <= longestLine) rest.push(piece.slice(from));
    else rest = [];
  }
  if (length > 0) yield { text: length > longestLine ? undefined : rest.join(''), line: line + 1 };
};
