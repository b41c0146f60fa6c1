import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { noFacts, type ArtefactFacts } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { normaliseTitle, type ChosenColumns } from './columns.ts';
import { headersOf, titledTables, type TitledTable } from './describe-columns.ts';
import { createListFacts, maxFacts, type ListFacts, type ReadCounts } from './list-facts.ts';
import { openTables } from './open-tables.ts';
import { readFlowRow } from './read-flow-row.ts';
import { readSystemRow } from './read-system-row.ts';
import { columnsOf, rowCells, tooLongIn } from './row-cells.ts';
import { describeList } from './describe-list.ts';
import { isBlank, type TableRow } from './table.ts';
import { listNames, type ListKind } from './targets.ts';

/** How many rows of one table are read. */
export const maxRows = 1_000_000;

/** Returns the facts of a list. Errors: it cannot be opened or told apart, or its titles do not say what it lists. */
export const readSpreadsheet = async (
  artefact: Artefact,
  { vocabulary, options }: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const opened = await openTables(artefact);
  if (!opened.ok) return opened;
  const { format, tables, warnings } = opened.value;
  const titled = titledTables(artefact, tables, options.columns ?? {});
  if (!titled.ok) return titled;
  const lists = titled.value.filter(({ proposal }) => proposal.kind !== undefined);
  if (lists.length === 0) return err(notUnderstood(artefact, titled.value));
  const facts = createListFacts(vocabulary);
  const counts: ReadCounts = { rows: 0, isCut: false, isCutOff: false };
  const kinds = (['SYSTEMS', 'INTERFACES', 'DATA_FLOWS'] as const).filter((kind) =>
    lists.some(({ proposal }) => proposal.kind === kind),
  );
  const origin = originOf(options.origin, kinds);
  const scopes = new Set<string>();
  for (const list of lists) {
    const scope = scopeOf(origin, options.origin === undefined ? undefined : list.proposal.kind);
    scopes.add(scope);
    const broken = await readTable(facts, counts, list, scope, lists.length > 1 || list.table.sheet !== undefined);
    if (broken !== undefined)
      return err(refused(artefact, 'MALFORMED', `row ${broken.row}: ${broken.message}`, broken.mend));
  }
  // A row that was not read may be about anything that was seen before: then nothing is said to be gone.
  const isWhole = !counts.isCut && !counts.isCutOff && facts.warnings.leftOut() === 0;
  return ok({
    ...noFacts,
    kind: 'spreadsheet',
    grade: 'ASSERTED',
    origin,
    covers: isWhole ? [...scopes] : [],
    systems: [...facts.systems.values()],
    flows: [...facts.flows.values()],
    holdings: [...facts.holdings.values()],
    filters: [...facts.filters.values()],
    ...describeList({
      artefact,
      format,
      lists,
      kinds,
      facts,
      counts,
      isWhole,
      headers: headersOf(artefact, tables, lists),
      warnings,
    }),
  });
};

/** Without a name of its own, a list is compared with the last one of its kind. */
const originOf = (chosen: string | undefined, kinds: readonly ListKind[]): string => {
  const given = chosen?.trim() ?? '';
  return given === '' ? kinds.map((kind) => listNames[kind]).join(' and ') : given.slice(0, 200);
};

/** Under one chosen name there may be a list of systems and one of interfaces: neither says what is missing in the other. */
const scopeOf = (origin: string, kind: ListKind | undefined): string =>
  kind === undefined ? `list:${origin}` : `list:${origin}: ${listNames[kind]}`;

/** Returns why a list cannot be read before a person says what its columns are; `undefined` when it can, or cannot for another reason. */
export const lackingColumns = async (
  artefact: Artefact,
  columns: ChosenColumns,
): Promise<ArtefactRefused | undefined> => {
  const opened = await openTables(artefact);
  const titled = opened.ok ? titledTables(artefact, opened.value.tables, columns) : opened;
  return titled.ok && titled.value.every(({ proposal }) => proposal.kind === undefined)
    ? notUnderstood(artefact, titled.value)
    : undefined;
};

const notUnderstood = (artefact: Artefact, titled: readonly TitledTable[]): ArtefactRefused => {
  const titles = titled
    .flatMap(({ proposal }) => proposal.columns.map(({ title }) => title))
    .filter((title) => title !== '');
  return refused(
    artefact,
    'NOT_SUPPORTED',
    `the titles do not say what the list is: ${titles
      .slice(0, 12)
      .map((title) => `"${title.slice(0, 40)}"`)
      .join(', ')}`,
    'choose the column with the name of the system, or the two with the system that sends and the one that receives',
  );
};

const readTable = async (
  facts: ListFacts,
  counts: ReadCounts,
  { table, row: headerRow, width, proposal: { kind, columns } }: TitledTable,
  scope: string,
  namesSheet: boolean,
): Promise<{ readonly row: number; readonly message: string; readonly mend: string } | undefined> => {
  const byTarget = columnsOf(columns);
  const titles = columns.map(({ title }) => normaliseTitle(title));
  const name = byTarget.get(kind === 'SYSTEMS' ? 'system.name' : 'flow.from')?.[0] ?? 0;
  for await (const row of table.rows()) {
    if (row.broken !== undefined) return { row: row.row, ...row.broken };
    if (row.row <= headerRow || row.isHeading === true || isBlank(row)) continue;
    if (isTitles(row, titles) || isFooter(row, name)) continue;
    if (row.row - headerRow > maxRows || isFull(facts)) {
      counts.isCut = true;
      return undefined;
    }
    counts.rows += 1;
    if (row.isCutOff === true) counts.isCutOff = true;
    // Others wait for their turn: a sheet can have a million rows.
    if (counts.rows % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve));
    if (counts.rows > manyRows && facts.warnings.count() > counts.rows * 0.9) return { row: row.row, ...hopeless };
    const place = namesSheet && table.sheet !== undefined ? `sheet ${table.sheet}, row ${row.row}` : `row ${row.row}`;
    if (table.isStrict && row.cells.slice(width).some((cell) => cell.trim() !== '')) {
      facts.warnings.leaveOut(
        place,
        `the row has ${row.cells.length} cells and the titles ${width}; which cell is which cannot be told`,
        'Put text with a separator in it between quotation marks.',
      );
      continue;
    }
    const tooLong = tooLongIn(row, columns);
    if (tooLong !== undefined) {
      facts.warnings.leaveOut(place, `the cell in "${tooLong}" has more than 32,767 characters`, 'Shorten it.');
      continue;
    }
    const cells = rowCells(facts, row, columns, byTarget, { place, scope });
    if (kind === 'SYSTEMS') readSystemRow(facts, cells);
    else readFlowRow(facts, cells);
  }
  return undefined;
};

/** Enough rows to tell that a file is no list, whatever its titles say. */
const manyRows = 20_000;
const hopeless = {
  message: 'nine of ten rows up to here cannot be read',
  mend: 'check that the file is a list, and what separates its cells; save it as CSV again and import that',
} as const;

const isFull = ({ systems, flows, holdings, filters }: ListFacts): boolean =>
  [systems, flows, holdings, filters].some(({ size }) => size >= maxFacts);

/** Printed lists repeat their titles on every page. */
const isTitles = ({ cells }: TableRow, titles: readonly string[]): boolean =>
  cells.length > 1 && titles.every((title, index) => normaliseTitle(cells[index] ?? '') === title);

const footer =
  /^\s*(?:total\b|totals\b|grand total|count:|generated (?:on|by)|last updated|printed (?:on|by)|page \d|confidential\b|©|end of (?:list|report))/i;

/** Nothing but a count, a date or a notice stands in the row. */
const isFooter = ({ cells }: TableRow, name: number): boolean => {
  const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
  const first = filled[0];
  return first !== undefined && filled.length <= 2 && first <= name && footer.test(cells[first] ?? '');
};
