import readXlsxFile from 'read-excel-file/node';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { tidyText } from './cells.ts';
import { scanPart } from './scan-part.ts';
import { scanSheet, type SheetShape } from './scan-sheet.ts';
import { sheetRows, type SheetCell } from './sheet-rows.ts';
import { storedZip, type StoredPart } from './stored-zip.ts';
import { headRows, type OpenedTables, type Table } from './table.ts';
import { openZip, type ZipParts } from './zip-parts.ts';

/** How many sheets of a workbook are read. */
const maxSheets = 60;

/** As many rows as all sheets may have together, empty ones too; and cells, gaps filled. */
const maxTogether = { rows: 3_000_000, area: 10_000_000 } as const;

const plain = 'save it as an Excel workbook without macros (.xlsx), or as CSV, and import that';

/**
 * Returns the visible sheets of an Excel workbook as tables. Its ZIP file is checked first and rebuilt from the parts that were checked;
 * then each sheet is looked at for its size; only then are the cells read. Formulas are what they came to when it was last saved.
 * Errors: encrypted, with macros, another format, damaged, too large.
 */
export const openWorkbook = async (artefact: Artefact): Promise<Result<OpenedTables, ArtefactRefused>> => {
  const zip = await openZip(artefact);
  if (!zip.ok) return zip;
  const problem = unsupported(artefact, zip.value.names);
  if (problem !== undefined) return err(problem);
  const parts = await checkedParts(artefact, zip.value);
  if (!parts.ok) return parts;
  const { sheets, shapes, stored } = parts.value;
  const read = await readCells(artefact, stored);
  if (!read.ok) return read;
  const shown = sheets.filter(({ isHidden }) => !isHidden).length;
  const warnings = [
    ...sheets
      .filter(({ isHidden }) => isHidden)
      .slice(0, maxSheets)
      .map(
        ({ title }) =>
          `The sheet "${nameOf(title)}" is hidden and was not read. Show it and import again if it is meant.`,
      ),
    ...(shown > maxSheets ? [`Only the first ${maxSheets} sheets were read.`] : []),
  ];
  // The library gives the sheets in the order of the workbook.
  const tables = read.value
    .flatMap(({ sheet, data }, index): readonly Table[] => {
      const { isHidden = false, id = '' } = sheets[index] ?? {};
      if (isHidden || data.length === 0) return [];
      const rows = sheetRows(data, shapes.get(id)?.merged ?? []);
      return [{ sheet: nameOf(sheet), head: [...rows(headRows)], isStrict: false, rows: () => later(rows) }];
    })
    .slice(0, maxSheets);
  return ok({ format: 'XLSX', tables, warnings });
};

const nameOf = (title: string): string => (tidyText(title) ?? 'sheet').slice(0, 60);

// eslint-disable-next-line @typescript-eslint/require-await -- rows are read as a stream, whatever they come from
const later = async function* <T>(rows: () => Iterable<T>): AsyncIterable<T> {
  yield* rows();
};

const unsupported = (artefact: Artefact, names: readonly string[]): ArtefactRefused | undefined => {
  const has = (test: RegExp): boolean => names.some((name) => test.test(name));
  if (has(/vbaProject\.bin$|^xl\/macrosheets\//i))
    return refused(artefact, 'NOT_SUPPORTED', 'the workbook has macros', plain);
  if (has(/^xl\/workbook\.bin$/i)) return refused(artefact, 'NOT_SUPPORTED', 'it is a binary workbook (.xlsb)', plain);
  if (!has(/^xl\/workbook\.xml$/)) return refused(artefact, 'NOT_SUPPORTED', 'it is no Excel workbook', plain);
  return undefined;
};

interface SheetEntry {
  readonly title: string;
  readonly id: string;
  readonly isHidden: boolean;
}

interface CheckedParts {
  /** In the order of the workbook. */
  readonly sheets: readonly SheetEntry[];
  /** By the id of the sheet's relation. */
  readonly shapes: ReadonlyMap<string, SheetShape>;
  readonly stored: readonly StoredPart[];
}

const workbookPart = 'xl/workbook.xml';
const relationsPart = 'xl/_rels/workbook.xml.rels';

const checkedParts = async (artefact: Artefact, zip: ZipParts): Promise<Result<CheckedParts, ArtefactRefused>> => {
  const damaged = err(refused(artefact, 'MALFORMED', 'the workbook lacks the list of its sheets', plain));
  const sheets: SheetEntry[] = [];
  const relations = new Map<string, { readonly type: string; readonly path: string }>();
  const stored: StoredPart[] = [];
  const take = async (name: string, scan: (bytes: Buffer) => Result<unknown, ArtefactRefused>) => {
    const bytes = await zip.read(name);
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined) return ok(false);
    stored.push({ name, bytes: bytes.value });
    const scanned = scan(bytes.value);
    return scanned.ok ? ok(true) : scanned;
  };
  const workbook = await take(workbookPart, (bytes) =>
    scanPart(artefact, workbookPart, bytes, (name, attributes) => {
      if (name !== 'sheet') return undefined;
      const title = attributes.get('name') ?? '';
      if (title === '') return undefined;
      const id = attributes.get('id') ?? '';
      sheets.push({ title, id, isHidden: (attributes.get('state') ?? 'visible') !== 'visible' });
      return sheets.length > 1_000 ? 'it has more than 1,000 sheets' : undefined;
    }),
  );
  if (!workbook.ok) return workbook;
  const related = await take(relationsPart, (bytes) =>
    scanPart(artefact, relationsPart, bytes, (name, attributes) => {
      if (name !== 'Relationship') return undefined;
      const target = attributes.get('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const type = (attributes.get('Type') ?? '').split('/').at(-1) ?? '';
      relations.set(attributes.get('Id') ?? '', { type, path });
      return undefined;
    }),
  );
  if (!related.ok) return related;
  if (!workbook.value || !related.value) return damaged;
  const shapes = new Map<string, SheetShape>();
  const taken = new Set([workbookPart, relationsPart]);
  let [rows, area] = [0, 0];
  for (const [id, { type, path }] of relations) {
    if (taken.has(path)) continue;
    taken.add(path);
    if (type === 'sharedStrings' || type === 'styles') {
      const done = await take(path, (bytes) => scanPart(artefact, path, bytes, () => undefined));
      if (!done.ok) return done;
    } else if (type === 'worksheet') {
      const done = await take(path, (bytes) => {
        const shape = scanSheet(artefact, path, bytes);
        if (!shape.ok) return shape;
        shapes.set(id, shape.value);
        rows += shape.value.lastRow;
        area += shape.value.area;
        return rows > maxTogether.rows || area > maxTogether.area
          ? err(
              refused(
                artefact,
                'TOO_LARGE',
                'the sheets have too many cells, gaps filled',
                'save the sheet with the list as CSV and import that',
              ),
            )
          : shape;
      });
      if (!done.ok) return done;
    }
  }
  return ok({ sheets, shapes, stored });
};

/** The library throws at what it does not expect; nothing of what it says is passed on but the place. */
const readCells = async (
  artefact: Artefact,
  stored: readonly StoredPart[],
): Promise<
  Result<readonly { readonly sheet: string; readonly data: readonly (readonly SheetCell[])[] }[], ArtefactRefused>
> => {
  try {
    const sheets = await readXlsxFile(storedZip(stored));
    return ok(
      sheets.map(({ sheet, data }) => ({ sheet, data: (data ?? []) as unknown as readonly (readonly SheetCell[])[] })),
    );
  } catch (cause) {
    const place = /row (\d{1,7}), col (\d{1,5})/.exec(cause instanceof Error ? cause.message : '');
    const where = place === null ? '' : `: the cell in row ${place[1]}, column ${place[2]}, is not as Excel writes it`;
    return err(
      refused(
        artefact,
        'MALFORMED',
        `the workbook cannot be read${where}`,
        `open it in a spreadsheet program, and ${plain}`,
      ),
    );
  }
};
