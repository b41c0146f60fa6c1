import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { fingerprintOf, proposeColumns, type ChosenColumns, type ColumnsProposal } from './columns.ts';
import { findHeader, guessTitles } from './find-header.ts';
import { openTables } from './open-tables.ts';
import type { Table } from './table.ts';
import type { ColumnTarget, ListKind } from './targets.ts';

/** A column as it is shown before an import. */
export interface DescribedColumn {
  readonly title: string;
  /** `''`: it is not read. */
  readonly target: ColumnTarget | '';
  readonly reason: string;
  readonly isChosen: boolean;
}

/** The titles of one sheet, or of the only table of a text file. */
export interface DescribedTable {
  readonly sheet?: string;
  /** The row of the titles, counted from 1. */
  readonly row: number;
  /** Absent when the titles do not say: somebody must choose the columns first. */
  readonly kind?: ListKind;
  readonly columns: readonly DescribedColumn[];
  /** Titles nothing was proposed for. */
  readonly unmapped: readonly string[];
}

/** What the titles of a file say. No cell below a title is in it. */
export interface ColumnProposal {
  /** By which a mapping chosen for these titles is found again; `describes.headers` of the facts is the same. */
  readonly headers: string;
  readonly tables: readonly DescribedTable[];
}

/** A table whose titles are known, or guessed. */
export interface TitledTable {
  readonly table: Table;
  readonly row: number;
  readonly width: number;
  readonly proposal: ColumnsProposal;
}

/**
 * Returns what the columns of a file would be read as, with reasons, without any cell below the titles: for a person to look at and
 * change before it is imported. Errors: the file cannot be opened, is a data dictionary or a list of people, or has no titles.
 */
export const describeColumns = async (
  artefact: Artefact,
  chosen: ChosenColumns = {},
): Promise<Result<ColumnProposal, ArtefactRefused>> => {
  const opened = await openTables(artefact);
  if (!opened.ok) return opened;
  const titled = titledTables(artefact, opened.value.tables, chosen);
  if (!titled.ok) return titled;
  return ok({
    headers: headersOf(artefact, opened.value.tables, titled.value),
    tables: titled.value.map(({ table: { sheet }, row, proposal: { kind, columns } }) => ({
      ...(sheet === undefined ? {} : { sheet }),
      row,
      ...(kind === undefined ? {} : { kind }),
      columns,
      unmapped: columns.filter(({ target, title }) => target === '' && title !== '').map(({ title }) => title),
    })),
  });
};

/**
 * Returns the fingerprint of a file. It is that of the titles as they are found before anybody chose anything: a choice can make another
 * row or sheet the list, and the next file must be found by what is known of it then.
 */
export const headersOf = (artefact: Artefact, tables: readonly Table[], read: readonly TitledTable[]): string => {
  const found = titledTables(artefact, tables, {});
  const titled = found.ok ? found.value : read;
  return fingerprintOf(titled.map(({ proposal }) => proposal.columns.map(({ title }) => title)));
};

/** Returns the tables with a known list in them; when there is none, those whose titles a person could tell. */
export const titledTables = (
  artefact: Artefact,
  tables: readonly Table[],
  chosen: ChosenColumns,
): Result<readonly TitledTable[], ArtefactRefused> => {
  const found = tables.flatMap((table): readonly TitledTable[] => {
    const header = findHeader(table, chosen);
    return header === undefined ? [] : [{ table, ...header }];
  });
  const isChosen = ({ proposal }: TitledTable): boolean =>
    proposal.columns.some(({ isChosen, target }) => isChosen && target !== '');
  const readable = found.filter(
    (each) =>
      !each.proposal.isOfPeople && (!each.proposal.isDictionary || isChosen(each)) && each.proposal.kind !== undefined,
  );
  // In a workbook with a list that is known for sure, a sheet that only has something like a name is a table of codes.
  const sure = readable.filter((each) => each.proposal.isEnough || isChosen(each));
  if (readable.length > 0) return ok(sure.length > 0 ? sure : readable);
  const problem = notOurs(artefact, found);
  if (problem !== undefined) return err(problem);
  const guessed = tables.flatMap((table): readonly TitledTable[] => {
    const row = guessTitles(table);
    if (row === undefined) return [];
    return [{ table, row: row.row, width: row.cells.length, proposal: proposeColumns(row.cells, chosen, table.sheet) }];
  });
  if (guessed.length > 0) return ok(guessed);
  return err(
    refused(
      artefact,
      'NOT_SUPPORTED',
      'no row with titles of columns was found',
      'put a row of titles above the list, such as "Application name", "Vendor", or "Source system", "Destination system", and import it again',
    ),
  );
};

const notOurs = (artefact: Artefact, found: readonly TitledTable[]): ArtefactRefused | undefined => {
  if (found.some(({ proposal }) => proposal.isOfPeople))
    return refused(
      artefact,
      'NOT_SUPPORTED',
      'its titles are those of a list of people; nothing of it was read',
      'import a list of systems, interfaces or data flows, without patients',
    );
  if (found.some(({ proposal }) => proposal.isDictionary))
    return refused(
      artefact,
      'NOT_SUPPORTED',
      'it describes tables and columns: it is a data dictionary and no list of systems or interfaces',
      'import it as a data dictionary, or choose what its columns are',
    );
  return undefined;
};
