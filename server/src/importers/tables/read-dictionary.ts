import type { Artefact } from '../artefact/artefact.ts';
import { csvRows } from '../spreadsheet/csv-table.ts';
import type { TableBuilder } from './table-builder.ts';
import { cellAt, dictionaryHeader, isDictionary, isYes, type DictionaryHeader } from './dictionary-columns.ts';
import { counted } from './in-words.ts';
import { qualifiedName } from './table-name.ts';

/** A dictionary as rows: its titles, the row they stand in and what separates the cells. */
export interface OpenedDictionary {
  readonly delimiter: string;
  readonly titleRow: number;
  readonly titles: readonly string[];
  readonly header: DictionaryHeader;
}

const delimiters = [',', ';', '\t', '|'];
/** Some files begin with a title or a date. */
const mostRowsAbove = 10;

/** Returns how a text file is a dictionary of tables and columns; `undefined` when it is none. Looks at its head only. */
export const openDictionary = async ({ head }: Pick<Artefact, 'head'>): Promise<OpenedDictionary | undefined> => {
  if (/^\s*[<{[]/.test(head.slice(0, 200))) return undefined;
  const beginning = head.split(/\r\n|\r|\n/, mostRowsAbove + 1);
  // Only lines that could be titles are looked at as such: data rows of a large file are not.
  if (!beginning.some((line) => /table|tabelle|entity|dataset|file|collection|resource|view|object/i.test(line)))
    return undefined;
  let best: (OpenedDictionary & { readonly known: number }) | undefined;
  for (const delimiter of delimiters) {
    let seen = 0;
    for await (const { cells, row, broken } of csvRows(once(head), delimiter)) {
      if (broken !== undefined || (seen += 1) > mostRowsAbove) break;
      const header = dictionaryHeader(cells);
      const known = Object.keys(header).length;
      if (!isDictionary(header)) continue;
      if (best === undefined || known > best.known) best = { delimiter, titleRow: row, titles: cells, header, known };
      break;
    }
  }
  return best;
};

/** How reading ended: the row that could not be read, and how many rows name no table or column. */
export interface DictionaryEnd {
  readonly rows: number;
  readonly unnamed: number;
  readonly broken?: { readonly row: number; readonly message: string; readonly mend: string };
  /** The file ends within its last row. */
  readonly isCutOff: boolean;
}

/** Returns what is missing of a dictionary because of how reading it ended, and what there is to say of that. Pure. */
export const dictionaryTrouble = (
  end: DictionaryEnd | undefined,
): { readonly gaps: readonly string[]; readonly warnings: readonly string[] } => {
  const { broken, unnamed = 0, isCutOff = false } = end ?? {};
  return {
    gaps: [
      ...(broken === undefined ? [] : ['its end could not be read']),
      ...(isCutOff ? ['it ends within its last row'] : []),
    ],
    warnings: [
      ...(broken === undefined
        ? []
        : [`Row ${broken.row} and what follows was not read: ${broken.message}. To mend it: ${broken.mend}.`]),
      ...(unnamed === 0
        ? []
        : [
            `${counted(unnamed, 'row')} without the name of a table or column ${unnamed === 1 ? 'was' : 'were'} passed over.`,
          ]),
    ],
  };
};

/** Puts the rows of a dictionary into the builder, as a stream. `withSchema`: tables of two schemas with one name are two. */
export const readDictionary = async (
  artefact: Pick<Artefact, 'text'>,
  { delimiter, titleRow, header }: OpenedDictionary,
  builder: TableBuilder,
  withSchema: boolean,
): Promise<DictionaryEnd> => {
  let rows = 0;
  let unnamed = 0;
  let before: string | undefined;
  for await (const { cells, row, broken, isCutOff = false } of csvRows(artefact.text(), delimiter)) {
    if (broken !== undefined) return { rows, unnamed, isCutOff: false, broken: { row, ...broken } };
    if (isCutOff) return { rows, unnamed, isCutOff };
    if (row <= titleRow || cells.every((cell) => cell.trim() === '')) continue;
    rows += 1;
    // A merged cell leaves the name of the table to its first row.
    const own = cellAt(cells, header.table) ?? before;
    before = own;
    if (own === undefined || !isName(own)) {
      unnamed += 1;
      continue;
    }
    const table = withSchema ? qualifiedName(own, cellAt(cells, header.schema)) : own;
    readRow(cells, row, header, table, builder);
    if (header.column !== undefined && cellAt(cells, header.column) === undefined) unnamed += 1;
  }
  return { rows, unnamed, isCutOff: false };
};

const readRow = (
  cells: readonly string[],
  row: number,
  header: DictionaryHeader,
  table: string,
  builder: TableBuilder,
): void => {
  const pointer = `row ${row}`;
  const comment = cellAt(cells, header.comment) ?? cellAt(cells, header.moreComment);
  const ofTable = cellAt(cells, header.tableComment) ?? (header.column === undefined ? comment : undefined);
  builder.define(table, pointer);
  if (ofTable !== undefined) builder.comment(table, ofTable, pointer);
  const name = cellAt(cells, header.column);
  if (name === undefined || !isName(name)) return;
  const key = cells[header.primary ?? -1];
  const target = cellAt(cells, header.toTable);
  builder.column(
    table,
    {
      name,
      type: cellAt(cells, header.type),
      comment,
      isPrimary: isYes(key) && !/^(?:fk|mul|foreign)/i.test(key?.trim() ?? ''),
      references:
        target === undefined || /^(?:no|false|0)$/i.test(cells[header.foreign ?? -1]?.trim() ?? '')
          ? undefined
          : { table: target, column: cellAt(cells, header.toColumn) },
    },
    pointer,
  );
};

/** A sentence in the place of a name is none. */
const isName = (text: string): boolean => text.length <= 128 && text.split(' ').length <= 8;

// eslint-disable-next-line @typescript-eslint/require-await -- rows are read from a stream, whatever it is
const once = async function* (text: string): AsyncIterable<string> {
  yield text;
};
