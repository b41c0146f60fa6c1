import { longestCell, longestKept, splitValues, tidyCustodian, tidyText } from './cells.ts';
import type { ProposedColumn } from './columns.ts';
import type { ListFacts } from './list-facts.ts';
import type { ColumnTarget } from './targets.ts';
import type { TableRow } from './table.ts';

/** What a row says about each thing, by the columns of its list. */
export interface RowCells {
  /** The place for people: `sheet Interfaces, row 7`. */
  readonly place: string;
  readonly scope: string;
  /** The first cell that says something, tidied. */
  readonly text: (target: ColumnTarget) => string | undefined;
  /** All cells of a target, each with the title of its column. */
  readonly texts: (target: ColumnTarget) => readonly { readonly title: string; readonly text: string }[];
  readonly values: (target: ColumnTarget, atCommas?: boolean) => readonly string[];
  readonly custodian: () => string | undefined;
  /** The cell as it stands. */
  readonly raw: (target: ColumnTarget) => string;
  /** The title of the column of a target, for messages. */
  readonly title: (target: ColumnTarget) => string;
  /** The cell was carried down from a merged one above. */
  readonly isCarried: (target: ColumnTarget) => boolean;
}

/** Returns the columns of each target, in the order of the list. */
export const columnsOf = (columns: readonly ProposedColumn[]): ReadonlyMap<ColumnTarget, readonly number[]> => {
  const found = new Map<ColumnTarget, number[]>();
  for (const [index, { target }] of columns.entries())
    if (target !== '') found.set(target, [...(found.get(target) ?? []), index]);
  return found;
};

/** Returns a row by the columns of its list. */
export const rowCells = (
  facts: ListFacts,
  row: TableRow,
  columns: readonly ProposedColumn[],
  byTarget: ReadonlyMap<ColumnTarget, readonly number[]>,
  { place, scope }: { readonly place: string; readonly scope: string },
): RowCells => {
  const cells = (target: ColumnTarget) =>
    (byTarget.get(target) ?? []).map((index) => ({ title: columns[index]?.title ?? '', cell: row.cells[index] ?? '' }));
  const tidy = (cell: string): string | undefined => {
    if (cell.length > longestKept) facts.cut += 1;
    return tidyText(cell);
  };
  const texts: RowCells['texts'] = (target) =>
    cells(target).flatMap(({ title, cell }) => {
      const text = tidy(cell);
      return text === undefined ? [] : [{ title, text }];
    });
  return {
    place,
    scope,
    texts,
    text: (target) => texts(target)[0]?.text,
    values: (target, atCommas) => [...new Set(cells(target).flatMap(({ cell }) => splitValues(cell, atCommas)))],
    custodian: () => {
      const found = cells('system.custodian').flatMap(({ cell }) => tidyCustodian(cell) ?? []);
      return found.length === 0 ? undefined : [...new Set(found)].join('; ').slice(0, longestKept);
    },
    raw: (target) => cells(target)[0]?.cell ?? '',
    title: (target) => cells(target)[0]?.title || target,
    isCarried: (target) => (byTarget.get(target) ?? []).some((index) => row.carried?.has(index) === true),
  };
};

/** Returns the first read column with a cell that no spreadsheet would hold, by its title. */
export const tooLongIn = ({ cells }: TableRow, columns: readonly ProposedColumn[]): string | undefined => {
  const index = columns.findIndex(({ target }, at) => target !== '' && (cells[at]?.length ?? 0) > longestCell);
  return index < 0 ? undefined : columns[index]?.title;
};

/** Returns descriptions as one text. What is no description by its title says what it is. */
export const describedBy = (
  parts: readonly { readonly title: string; readonly text: string }[],
): string | undefined => {
  const texts = parts.map(({ title, text }) =>
    /descr|purpose|comment|note|remark|summary|detail/i.test(title) || title === '' ? text : `${title}: ${text}`,
  );
  return texts.length === 0 ? undefined : texts.join('. ').slice(0, longestKept);
};
