import type { Artefact } from '../artefact/artefact.ts';
import { findHeader, isPlainTable } from './find-header.ts';
import { formatOf, openTables } from './open-tables.ts';

/**
 * Returns whether a file is a list of systems, interfaces or data flows: a text file whose titles are known well enough, or a workbook
 * that is no data dictionary. A workbook with other titles is recognised too: a person can say what its columns are.
 */
export const recognise = async (artefact: Artefact): Promise<boolean> => {
  const format = formatOf(artefact);
  if (format === 'OTHER') return false;
  if (format === 'OLE') return holds(artefact, ['Workbook', 'EncryptedPackage'].map(inUtf16));
  if (format === 'ZIP') {
    // The local names in a ZIP file are not compressed. Workbooks of other programs are recognised, to be refused with a way out.
    if (!(await holds(artefact, workbookSigns))) return false;
    const tables = await openTables(artefact);
    if (!tables.ok) return true;
    const headers = tables.value.tables.map((table) => findHeader(table));
    if (headers.some((header) => header?.proposal.isEnough === true)) return true;
    return !headers.some((header) => header?.proposal.isDictionary === true);
  }
  if (isMarkup(artefact)) return false;
  const tables = await openTables(artefact);
  return tables.ok && tables.value.tables.some((table) => findHeader(table)?.proposal.isEnough === true);
};

/** Returns whether a text file is plainly a table, whatever its titles say: several columns, and rows that all have as many. */
export const mayRead = async (artefact: Artefact): Promise<boolean> => {
  if (formatOf(artefact) !== 'TEXT' || isMarkup(artefact)) return false;
  const tables = await openTables(artefact);
  return tables.ok && tables.value.tables.some((table) => isPlainTable(table));
};

/** Markup and JSON are no lists, whatever words are in them. */
const isMarkup = ({ head }: Artefact): boolean => /^\s*[<{[]/.test(head.slice(0, 2_000));

const inUtf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const workbookSigns = ['xl/workbook.xml', 'xl/workbook.bin', 'application/vnd.oasis.opendocument.spreadsheet'].map(
  (text) => Buffer.from(text),
);

/** Whether any of some bytes are in a file, read piece by piece. */
const holds = async (artefact: Artefact, wanted: readonly Buffer[]): Promise<boolean> => {
  const longest = Math.max(...wanted.map(({ length }) => length));
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of artefact.chunks()) {
    const here = Buffer.concat([rest, chunk]);
    if (wanted.some((bytes) => here.includes(bytes))) return true;
    rest = here.subarray(Math.max(0, here.length - longest));
  }
  return false;
};
