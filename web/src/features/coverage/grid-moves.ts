import type { CoverageLine } from '../../graph-model/coverage/coverage-view.ts';

/** A place in the matrix: the number of a line, and of a column, or -1 for the name of the class. */
export interface GridPlace {
  readonly line: number;
  readonly column: number;
}

/** What a key does, told by what is pressed. */
export interface GridKey {
  readonly key: string;
  readonly ctrl: boolean;
}

/** How many classes Page up and Page down go over. */
const page = 10;

/** Where a key leads to; `undefined` for a key that leads nowhere. Headings of groups are passed over. Pure and total. */
export const moveInGrid = (
  lines: readonly CoverageLine[],
  columns: number,
  from: GridPlace,
  { key, ctrl }: GridKey,
): GridPlace | undefined => {
  const rows = lines.flatMap(({ kind }, number) => (kind === 'row' ? [number] : []));
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const at = Math.max(0, rows.indexOf(from.line));
  const toRow = (by: number): GridPlace => ({
    ...from,
    line: rows[Math.min(rows.length - 1, Math.max(0, at + by))] ?? first,
  });
  const toColumn = (column: number): GridPlace => ({
    line: rows[at] ?? first,
    column: Math.min(columns - 1, Math.max(-1, column)),
  });
  switch (key) {
    case 'ArrowDown':
      return toRow(1);
    case 'ArrowUp':
      return toRow(-1);
    case 'PageDown':
      return toRow(page);
    case 'PageUp':
      return toRow(-page);
    case 'ArrowRight':
      return toColumn(from.column + 1);
    case 'ArrowLeft':
      return toColumn(from.column - 1);
    case 'Home':
      return ctrl ? { line: first, column: -1 } : toColumn(-1);
    case 'End':
      return ctrl ? { line: last, column: columns - 1 } : toColumn(columns - 1);
    default:
      return undefined;
  }
};

/** The place itself where the matrix has it, else the first class's name. Pure and total. */
export const placeWithin = (lines: readonly CoverageLine[], columns: number, place: GridPlace): GridPlace =>
  lines[place.line]?.kind === 'row' && place.column < columns
    ? place
    : {
        line: Math.max(
          0,
          lines.findIndex(({ kind }) => kind === 'row'),
        ),
        column: -1,
      };
