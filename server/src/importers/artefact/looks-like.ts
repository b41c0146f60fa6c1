import type { Artefact } from './artefact.ts';

/** What a file of no known kind looks like, for people. `mend` says what to do with it where that is more than importing another one. */
export interface Looks {
  /** `a PNG picture`. */
  readonly like: string;
  readonly mend?: string;
}

/**
 * Returns what a file looks like that is no text, told by its first bytes; `undefined` for one that may be text. Nothing of what is in
 * the file is in it. Pure.
 */
export const looksOfBytes = ({ headBytes, encoding }: Pick<Artefact, 'headBytes' | 'encoding'>): Looks | undefined => {
  // Latin-1 keeps each byte as one character.
  const head = Buffer.from(headBytes).toString('latin1');
  const known = signs.find(
    ({ is, at = 0, isText = false }) =>
      (isText || encoding === 'binary') && is.some((sign) => head.startsWith(sign, at)),
  );
  if (known !== undefined) return known.is.includes(zip) ? looksOfZip(head, known) : known;
  return encoding === 'binary' ? { like: 'a binary file' } : undefined;
};

/** Returns what a text that no importer knows looks like. Pure and total. */
export const looksOfText = ({ head }: Pick<Artefact, 'head'>): Looks => {
  if (head.startsWith('-----BEGIN ')) return { like: 'a key or certificate' };
  if (/^(?:From|Received|Return-Path|MIME-Version): /m.test(head.slice(0, 400))) return { like: 'a mail message' };
  const lines = head.split(/\r\n|\r|\n/, 20).filter((line) => line.trim() !== '');
  const separator = [',', ';', '\t', '|'].find((each) => {
    const counts = new Set(lines.map((line) => line.split(each).length));
    return lines.length > 1 && counts.size === 1 && !counts.has(1);
  });
  return separator === undefined ? { like: 'plain text' } : tableLooks;
};

const tableLooks: Looks = {
  like: 'a table whose titles are not known',
  mend: 'name its columns in words, such as "Application name", "Vendor", or "Source system", "Destination system"',
};

const unpack = 'unpack it and import the files that are in it';

interface Sign extends Looks {
  /** What the bytes are at `at`, one character each. */
  readonly is: readonly string[];
  /** Default: the beginning. */
  readonly at?: number;
  /** Such files can be all text. Of the others a text may begin with the same letters. */
  readonly isText?: boolean;
}

const zip = 'PK';

const signs: readonly Sign[] = [
  {
    is: ['%PDF-'],
    isText: true,
    like: 'a PDF document',
    mend: 'import what it was made from, such as the list itself',
  },
  { is: ['%!PS'], isText: true, like: 'a PostScript document' },
  { is: ['{\\rtf'], isText: true, like: 'an RTF document', mend: 'save the table that is in it as CSV' },
  { is: ['\x89PNG'], like: 'a PNG picture' },
  { is: ['\xff\xd8\xff'], like: 'a JPEG picture' },
  { is: ['GIF87a', 'GIF89a'], like: 'a GIF picture' },
  { is: ['II*\0', 'MM\0*'], like: 'a TIFF picture' },
  { is: ['WEBP'], at: 8, like: 'a WebP picture' },
  { is: ['DICM'], at: 128, like: 'a DICOM object' },
  { is: [zip], like: 'a ZIP archive without a workbook', mend: unpack },
  { is: ['\x1f\x8b'], like: 'a GZIP archive', mend: unpack },
  { is: ['BZh'], like: 'a BZIP2 archive', mend: unpack },
  { is: ['\xfd7zXZ'], like: 'an XZ archive', mend: unpack },
  { is: ['7z\xbc\xaf'], like: 'a 7z archive', mend: unpack },
  { is: ['Rar!'], like: 'a RAR archive', mend: unpack },
  { is: ['ustar'], at: 257, like: 'a TAR archive', mend: unpack },
  { is: ['SQLite format 3\0'], like: 'a SQLite database', mend: 'export its schema as SQL and import that' },
  { is: ['PGDMP'], like: 'a PostgreSQL archive', mend: 'write the schema as SQL: pg_restore --schema-only' },
  { is: ['PAR1'], like: 'a Parquet file' },
  { is: ['\xd0\xcf\x11\xe0'], like: 'a document of an old Microsoft Office' },
  { is: ['MZ', '\x7fELF'], like: 'a program' },
];

/** The local names in a ZIP file are not compressed. */
const looksOfZip = (head: string, archive: Looks): Looks => {
  if (head.includes('word/')) return { like: 'a Word document', mend: 'save the table that is in it as CSV' };
  if (head.includes('ppt/')) return { like: 'a PowerPoint presentation' };
  if (head.includes('visio/')) return { like: 'a Visio drawing', mend: 'save it as a draw.io drawing' };
  return archive;
};
