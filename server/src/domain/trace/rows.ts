/** Numbers in rows, one row behind another: row `r` is `items[starts[r]]` up to, not including, `items[starts[r + 1]]`. */
export interface Rows {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** The positions of a list by the row each belongs to, in order; those whose row is negative are left out. Linear. */
export const createRows = (rows: number, rowOf: ArrayLike<number>): Rows => {
  const starts = new Int32Array(rows + 1);
  let count = 0;
  for (let position = 0; position < rowOf.length; position += 1) {
    const row = rowOf[position] ?? -1;
    if (row < 0) continue;
    starts[row + 1] = (starts[row + 1] ?? 0) + 1;
    count += 1;
  }
  for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const items = new Int32Array(count);
  const next = starts.slice(0, rows);
  for (let position = 0; position < rowOf.length; position += 1) {
    const row = rowOf[position] ?? -1;
    if (row < 0) continue;
    const at = next[row] ?? 0;
    items[at] = position;
    next[row] = at + 1;
  }
  return { starts, items };
};

/** Gives each number of a row to `visit`, in order. */
export const forEachIn = ({ starts, items }: Rows, row: number, visit: (item: number) => void): void => {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? end; at < end; at += 1) visit(items[at] ?? -1);
};

/** Each row as a list, of those of its numbers that are chosen. */
export const listsOf = (rows: Rows, isChosen: (item: number) => boolean): readonly (readonly number[])[] =>
  Array.from({ length: rows.starts.length - 1 }, (_, row) => {
    const list: number[] = [];
    forEachIn(rows, row, (item) => {
      if (isChosen(item)) list.push(item);
    });
    return list;
  });
