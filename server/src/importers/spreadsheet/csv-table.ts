import { CsvError, parse } from 'csv-parse';
import type { Artefact } from '../artefact/artefact.ts';
import { findHeader } from './find-header.ts';
import { headRows, isBlank, type OpenedTables, type Table, type TableRow } from './table.ts';

const delimiters = [
  { character: ',', name: 'commas' },
  { character: ';', name: 'semicolons' },
  { character: '\t', name: 'tabs' },
  { character: '|', name: 'bars' },
] as const;

/** Returns a text file as a table, its separator told by what its titles say with each, then by how even its rows are. */
export const openCsv = async (artefact: Pick<Artefact, 'head' | 'bytes' | 'text'>): Promise<OpenedTables> => {
  const said = /^sep=(.)\r?\n/i.exec(artefact.head)?.[1];
  let best: { readonly score: number; readonly name: string; readonly table: Table } | undefined;
  for (const { character, name } of delimiters) {
    if (said !== undefined && said !== character) continue;
    const head: TableRow[] = [];
    for await (const row of csvRows(once(artefact.head), character)) {
      if (row.broken !== undefined || head.length >= headRows) break;
      head.push(row);
    }
    const table: Table = { head, isStrict: true, rows: () => csvRows(artefact.text(), character) };
    const score = scoreOf(table);
    if (best === undefined || score > best.score) best = { score, name, table };
  }
  if (best === undefined) return { format: 'CSV', tables: [], warnings: [] };
  return { format: `CSV with ${best.name}`, tables: [best.table], warnings: [] };
};

const scoreOf = (table: Table): number => {
  const header = findHeader(table);
  const known = header === undefined ? 0 : header.proposal.columns.filter(({ target }) => target !== '').length;
  const widths = table.head.filter((row) => !isBlank(row)).map(({ cells }) => cells.length);
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
  const even = widths.filter((width) => width === usual && width > 1).length / (widths.length || 1);
  return known * 10 + even + (header?.proposal.isEnough === true ? 1_000 : 0);
};

/** How long one row may be. Characters: a quotation mark that is never closed makes a row of all the rest. */
const longestRow = 1024 * 1024;

/**
 * Returns the rows of a text, one by one. The last one says `broken` when the rest cannot be told apart. Reading stops when nobody asks
 * for more, and no more than a piece of the text is held at once.
 */
export const csvRows = async function* (text: AsyncIterable<string>, delimiter: string): AsyncIterable<TableRow> {
  // Records are taken as they are found and not from the stream: it drops those before an error.
  let found: (readonly string[])[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: longestRow,
    // Between a separator and a quotation mark there may be a space; a tab is a separator itself.
    ltrim: delimiter !== '\t',
    rtrim: delimiter !== '\t',
    on_record: (record: readonly string[]) => {
      found.push(record);
      return null;
    },
  });
  parser.on('error', () => undefined);
  let row = 0;
  let width = 0;
  const rowsFound = function* (isEnd = false): Iterable<TableRow> {
    const records = found;
    found = [];
    for (const cells of records) {
      row += 1;
      // What is left at the end is a row without its line break.
      const isCutOff = isEnd && cells.length < width;
      width = cells.length;
      // "sep=;" in the first row is a hint for Excel.
      if (row > 1 || !/^sep=/i.test(cells[0] ?? '')) yield { row, cells, ...(isCutOff ? { isCutOff } : {}) };
    }
  };
  for await (const piece of inPieces(text)) {
    const problem = await new Promise<Error | null | undefined>((resolve) => parser.write(piece, resolve));
    yield* rowsFound();
    // Others wait for their turn: a file can have a gibibyte.
    await new Promise((resolve) => setImmediate(resolve));
    if (problem instanceof Error) {
      yield { row: row + 1, cells: [], broken: brokenBy(problem) };
      return;
    }
  }
  const problem = await new Promise<Error | undefined>((resolve) => {
    parser.once('error', resolve);
    parser.end(() => resolve(undefined));
  });
  yield* rowsFound(true);
  if (problem !== undefined) yield { row: row + 1, cells: [], broken: brokenBy(problem) };
};

const brokenBy = (cause: Error): { readonly message: string; readonly mend: string } => {
  const code = cause instanceof CsvError ? cause.code : '';
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return {
      message: 'a quotation mark is opened in this row and never closed, or the row is longer than 1 MiB',
      mend: 'close the quotation mark, or write two where one is meant, and import it again',
    };
  return { message: 'the rows cannot be told apart from here on', mend: 'save it as CSV again and import that' };
};

const pieceLength = 16 * 1024;

/** The parser hands out all rows of a piece at once: small pieces keep few rows in memory. No piece ends within a character. */
const inPieces = async function* (text: AsyncIterable<string>): AsyncIterable<string> {
  for await (const whole of text)
    for (let at = 0; at < whole.length;) {
      let end = Math.min(whole.length, at + pieceLength);
      if (end < whole.length && isHighSurrogate(whole.charCodeAt(end - 1))) end += 1;
      yield whole.slice(at, end);
      at = end;
    }
};

const isHighSurrogate = (unit: number): boolean => unit >= 0xd8_00 && unit <= 0xdb_ff;

// eslint-disable-next-line @typescript-eslint/require-await -- rows are read from a stream, whatever it is
const once = async function* (text: string): AsyncIterable<string> {
  yield text;
};
