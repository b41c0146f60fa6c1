import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { openCsv } from './csv-table.ts';
import { openWorkbook } from './open-workbook.ts';
import type { OpenedTables } from './table.ts';

/** What a file is by its first bytes. */
export type SpreadsheetFormat = 'TEXT' | 'ZIP' | 'OLE' | 'OTHER';

/** Returns what a file is: text, a ZIP file (`.xlsx`), an OLE file (`.xls`, or a workbook with a password), or neither. */
export const formatOf = ({ headBytes, encoding }: Pick<Artefact, 'headBytes' | 'encoding'>): SpreadsheetFormat => {
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, at) => headBytes[at] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'ZIP';
  if (begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'OLE';
  return encoding === 'binary' ? 'OTHER' : 'TEXT';
};

const opened = new WeakMap<Artefact, Promise<Result<OpenedTables, ArtefactRefused>>>();

/** Returns the tables of a file, opened once for recognising, describing and reading it. Errors: no format that is read, or damaged. */
export const openTables = (artefact: Artefact): Promise<Result<OpenedTables, ArtefactRefused>> => {
  const before = opened.get(artefact);
  if (before !== undefined) return before;
  const now = open(artefact);
  opened.set(artefact, now);
  return now;
};

const open = async (artefact: Artefact): Promise<Result<OpenedTables, ArtefactRefused>> => {
  const format = formatOf(artefact);
  if (format === 'ZIP') return openWorkbook(artefact);
  if (format === 'TEXT') return ok(await openCsv(artefact));
  return err(
    refused(
      artefact,
      'NOT_SUPPORTED',
      format === 'OLE' ? 'it is a workbook with a password, or of the old format (.xls)' : 'it is no spreadsheet',
      'save it without a password as an Excel workbook (.xlsx), or as CSV, and import that',
    ),
  );
};
