import { maxColumns } from './columns.ts';
import type { Merged } from './scan-sheet.ts';
import type { TableRow } from './table.ts';

/** A cell as the library for workbooks gives it. */
export type SheetCell = string | number | boolean | Date | null;

/** Merged cells over at least so many columns are a heading. */
const headingWidth = 3;

/**
 * Returns the rows of a sheet as text. Merged cells have their value in the first one only: it is carried down, so that a group of rows
 * has the system or owner that stands beside all of them. Across a row it is not carried. `limit` stops early.
 */
export const sheetRows = (
  data: readonly (readonly SheetCell[])[],
  merged: readonly Merged[],
): ((limit?: number) => Iterable<TableRow>) => {
  const starting = new Map<number, Merged[]>();
  for (const each of merged) {
    const there = starting.get(each.top);
    if (there === undefined) starting.set(each.top, [each]);
    else there.push(each);
  }
  return function* (limit = data.length) {
    let open: { readonly at: Merged; readonly value: string }[] = [];
    for (const [index, row] of data.slice(0, limit).entries()) {
      const cells = row.slice(0, maxColumns + 1).map(textOf);
      const carried = new Set<number>();
      open = open.filter(({ at }) => at.bottom >= index);
      for (const { at, value } of open) {
        if ((cells[at.left] ?? '') !== '') continue;
        while (cells.length <= at.left && cells.length <= maxColumns) cells.push('');
        cells[at.left] = value;
        carried.add(at.left);
      }
      const here = starting.get(index) ?? [];
      for (const at of here)
        if (at.bottom > index && at.left <= maxColumns && open.length < maxColumns)
          open.push({ at, value: cells[at.left] ?? '' });
      const isHeading =
        here.some(({ left, right }) => right - left + 1 >= headingWidth && (cells[left] ?? '') !== '') &&
        cells.filter((cell) => cell !== '').length === 1;
      yield { row: index + 1, cells, ...(carried.size === 0 ? {} : { carried }), ...(isHeading ? { isHeading } : {}) };
    }
  };
};

const textOf = (cell: SheetCell): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  const instant = cell.toISOString();
  return instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : instant.slice(0, 16).replace('T', ' ');
};
