import type { Artefact } from '../artefact/artefact.ts';
import { nameText, mostTables } from '../tables/described-table.ts';
import { plainTitle } from '../tables/dictionary-columns.ts';
import { tableKey, tableOfFile } from '../tables/table-name.ts';

/** A table of an export by the name of its file or files. `columns` where the list shows its header. */
export interface ListedTable {
  readonly name: string;
  readonly pointer: string;
  readonly ending?: string;
  readonly columns: readonly string[];
  readonly files: number;
}

/** The files of a list. */
export interface ListedFiles {
  readonly count: number;
  readonly tables: readonly ListedTable[];
  /** Files that are no tables, by their ending: their names are not kept. */
  readonly documents: ReadonlyMap<string, { readonly count: number; readonly pointer: string }>;
  readonly unread: number;
  /** How many were too many. */
  readonly left: number;
}

const tableEnding = /\.(tsv|csv|txt|dat|psv|json|jsonl|ndjson|parquet|xlsx?)(?:\.(?:gz|zip|bz2))?$/i;
const otherEnding = /\.(pdf|rtf|html?|xml|jpe?g|png|tiff?|gif|dcm|mp3|mp4|wav|avi|mov|docx?|hl7|ccda|zip|md|sql)$/i;
/** Lines that are no names: what programs print around them. */
const around =
  /^(?:total \d+|archive:.*|-[- ]*|\d+\s+\d+ files?|\s*length\s+date\s+time\s+name|directory of .*|volume .*|\d+ (?:file|dir)\(s\).*)$/i;
/** What stands before a name in `ls -l`, `unzip -l` and `dir`. */
const columnsBefore =
  /^(?:[-dl][-rwxsStT]{9}[.+@]?\s+\d+\s+\S+\s+\S+\s+[\d.,]+[KMGT]?\s+\w{3,9}\s+\d{1,2}\s+[\d:]{4,5}\s+|\d+\s+\d{2,4}[-/.]\d{1,2}[-/.]\d{2,4}\s+\d{1,2}:\d{2}\s+|\d{2,4}[-/.]\d{1,2}[-/.]\d{2,4}\s+\d{1,2}:\d{2}(?:\s?[AP]M)?\s+[\d.,]*\s*|[\d.,]+[KMGT]?\t)/;
/** How `head` begins the part of a file. */
const headOfFile = /^==> (.{1,400}) <==$/;

/** Returns whether a text is a list of files of an export: nearly each of its lines is a name with the ending of a table or document. */
export const isFileList = ({ head, encoding, bytes }: Artefact): boolean => {
  if (encoding === 'binary' || /^\s*[<{[]/.test(head.slice(0, 200))) return false;
  const lines = head.split(/\r\n|\r|\n/);
  // The last line of the head may be half a line.
  const whole = (bytes > head.length ? lines.slice(0, -1) : lines)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const parts = whole.filter((line) => headOfFile.test(line)).length;
  if (parts >= 2) return true;
  const lists = whole.filter((line) => !around.test(line));
  const [title = ''] = lists;
  const column = titleAt(title);
  const names = (column === undefined ? lists : lists.slice(1)).filter((line) => !isFolder(line, column));
  const files = names.filter((line) => isFile(nameIn(line, column))).length;
  return files >= 3 && files * 10 >= names.length * 8;
};

/** Reads the list as a stream. */
export const readFileList = async (artefact: Pick<Artefact, 'text' | 'head'>): Promise<ListedFiles> => {
  const tables = new Map<string, { -readonly [K in keyof ListedTable]: ListedTable[K] }>();
  const documents = new Map<string, { count: number; pointer: string }>();
  const hasParts = /^==> /m.test(artefact.head);
  let count = 0;
  let unread = 0;
  let left = 0;
  let column: number | undefined;
  let isFirst = true;
  /** The table whose header is the next line. */
  let awaiting: { columns: readonly string[] } | undefined;
  for await (const { text, line } of linesOf(artefact.text())) {
    const trimmed = text.trim();
    const part = headOfFile.exec(trimmed)?.[1];
    if (hasParts && part === undefined) {
      if (awaiting !== undefined) awaiting.columns = headerIn(text);
      // What follows a header are rows, which hold patients.
      awaiting = undefined;
      continue;
    }
    if (trimmed === '' || around.test(trimmed)) continue;
    if (isFirst && titleAt(trimmed) !== undefined) {
      column = titleAt(trimmed);
      isFirst = false;
      continue;
    }
    isFirst = false;
    const path = part ?? nameIn(trimmed, column);
    // A folder is no file.
    if (part === undefined && isFolder(trimmed, column)) continue;
    if (!isFile(path)) {
      unread += 1;
      continue;
    }
    count += 1;
    const pointer = `line ${line}`;
    const ending = (tableEnding.exec(path)?.[1] ?? otherEnding.exec(path)?.[1] ?? '').toLowerCase();
    const name = tableEnding.test(path) ? tableNameOf(path) : undefined;
    if (name === undefined) {
      const known = documents.get(ending);
      if (known === undefined) documents.set(ending, { count: 1, pointer });
      else known.count += 1;
      continue;
    }
    const known = tables.get(tableKey(name));
    if (known !== undefined) {
      known.files += 1;
      awaiting = undefined;
    } else if (tables.size >= mostTables) left += 1;
    else {
      const made = { name, pointer, ending, columns: [] as readonly string[], files: 1 };
      tables.set(tableKey(name), made);
      awaiting = made;
    }
  }
  return { count, tables: [...tables.values()], documents, unread, left };
};

const isFolder = (line: string, column: number | undefined): boolean =>
  /[\\/]$/.test(nameIn(line, column)) || /^d[-rwxsStT]{9}/.test(line);

/** Where the names stand in a list with titles; `undefined` for a line that is no titles, or those of another list. */
const titleAt = (line: string): number | undefined => {
  const titles = cellsOf(line).map(plainTitle);
  const at = titles.findIndex((title) => fileTitles.has(title));
  return at < 0 || !titles.every((title) => fileTitles.has(title) || otherTitles.has(title)) ? undefined : at;
};

const fileTitles = new Set(['file', 'files', 'filename', 'name', 'path', 'filepath', 'dateiname']);
const otherTitles = new Set(
  'size filesize bytes length date modified lastmodified time rows rowcount records recordcount count md5 sha1 sha256 checksum hash type format table tablename columns folder directory mode owner compressed method crc32'.split(
    ' ',
  ),
);

const cellsOf = (line: string): readonly string[] =>
  line.split(/[,;\t|]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

/** The name in a line: all of it, without what `ls` prints before it; or a cell, where the list has titles. */
const nameIn = (line: string, column: number | undefined): string => {
  if (column !== undefined) return cellsOf(line)[column] ?? '';
  const rest = line.replace(columnsBefore, '').replace(/^\.\//, '').trim();
  return rest.replace(/^"(.*)"$/, '$1');
};

const isFile = (path: string): boolean =>
  path.length <= 400 && (tableEnding.test(path) || otherEnding.test(path)) && !/^https?:|[;\t|<>]|,(?! )/i.test(path);

/** Parts of one table are numbered or dated: `Patient.000.ndjson`, `ENC_20240131.csv`. */
const partOfTable = /(?:[._-](?:\d{3,}|part[-_]?\d{1,6}|\d{4}-\d{2}-\d{2}))+$/i;

/** The name of a table; `undefined` for a name that may be one of a person or a document: with spaces or long numbers. */
const tableNameOf = (path: string): string | undefined => {
  const name = tableOfFile(path).replace(partOfTable, '');
  return /^[\p{L}_][\w.$-]{0,127}$/u.test(name) && !/\d{5}/.test(name) ? nameText(name) : undefined;
};

/** The columns of a header; none when one of its cells cannot be the name of a column. */
const headerIn = (line: string): readonly string[] => {
  const separator = ['\t', ',', '|', ';'].find((each) => line.includes(each));
  const cells = (separator === undefined ? [line] : line.split(separator)).map((cell) =>
    cell.trim().replace(/^"(.*)"$/, '$1'),
  );
  return cells.length <= 2_000 && cells.every((cell) => /^[A-Za-z_]\w{0,127}$/.test(cell)) ? cells : [];
};

const linesOf = async function* (
  text: AsyncIterable<string>,
): AsyncIterable<{ readonly text: string; readonly line: number }> {
  let rest = '';
  let line = 0;
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = (lines.pop() ?? '').slice(0, longestLine);
    for (const each of lines) {
      line += 1;
      yield { text: each.slice(0, longestLine).replace(/\r$/, ''), line };
    }
  }
  if (rest !== '') yield { text: rest, line: line + 1 };
};

/** A header of the widest table. */
const longestLine = 256 * 1024;
