import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a workbook by its path. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** How a ZIP file is made wrong on purpose. */
export interface ZipOptions {
  /** The flags of every entry; 1 says it is encrypted. */
  readonly flags?: number;
  /** Parts that are not compressed. */
  readonly stored?: readonly string[];
  /** What the list of contents says about the size of a part, unpacked. */
  readonly declared?: Readonly<Record<string, number>>;
}

/** A ZIP file of parts, deflated, written by hand. */
export const zipOf = (parts: Parts, { flags = 0, declared = {}, stored = [] }: ZipOptions = {}): Buffer => {
  const pieces: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string);
    const packed = stored.includes(name) ? bytes : deflateRawSync(bytes);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(stored.includes(name) ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared[name] ?? bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    pieces.push(Buffer.from('PK\u0003\u0004'), common, path, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    list.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, path);
    offset += 30 + path.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, directory, Buffer.from('PK\u0005\u0006'), end]);
};

/** A cell: text, a number, a truth, a day (counted as Excel does), a formula with what it came to, or nothing. */
export type Cell =
  | string
  | number
  | boolean
  | { readonly day: number }
  | { readonly formula: string; readonly value: string }
  | undefined;

/** A sheet. `merged`: ranges such as `A2:A4`. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

const cellXml = (cell: Cell, address: string): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return `<c r="${address}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('day' in cell) return `<c r="${address}" s="1"><v>${cell.day}</v></c>`;
  return `<c r="${address}" t="str"><f>${escape(cell.formula)}</f><v>${escape(cell.value)}</v></c>`;
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The XML of a sheet. */
export const sheetXml = ({ rows, merged = [] }: Pick<Sheet, 'rows' | 'merged'>): string =>
  `${head}<worksheet xmlns="${main}"><sheetData>${rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData>${
    merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  }</worksheet>`;

/** The parts of a workbook. */
export const workbookParts = (sheets: readonly Sheet[]): Record<string, string> => ({
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>${sheets
    .map(
      ({ name, hidden = false }, at) =>
        `<sheet name="${escape(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
    )
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
    .map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join('')}<Relationship Id="rId99" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
});

/** A workbook of sheets. */
export const workbookOf = (...sheets: readonly Sheet[]): Buffer => zipOf(workbookParts(sheets));
