/** A row of a list. `row` counts from 1 as a spreadsheet does, blank rows and titles included. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Columns whose cell is the cell above, because the two are merged. */
  readonly carried?: ReadonlySet<number>;
  /** One cell goes across the row: a heading within the list. */
  readonly isHeading?: boolean;
  /** The file ends within it: no line break, and fewer cells than the row above. */
  readonly isCutOff?: boolean;
  /** The rest cannot be read: what is wrong here. No row comes after it. */
  readonly broken?: { readonly message: string; readonly mend: string };
}

/** One sheet of a workbook, or the only table of a text file. */
export interface Table {
  /** Absent for a text file. */
  readonly sheet?: string;
  /** The first rows, as many as a header is looked for in. */
  readonly head: readonly TableRow[];
  /** A row may have more cells than the header only by mistake: a separator that was not quoted. */
  readonly isStrict: boolean;
  /** All rows, from the first. */
  readonly rows: () => AsyncIterable<TableRow>;
}

/** An opened file: its tables and what is to be said about it. */
export interface OpenedTables {
  /** `CSV with semicolons`, `XLSX`. */
  readonly format: string;
  readonly tables: readonly Table[];
  readonly warnings: readonly string[];
}

/** How many rows a header is looked for in. */
export const headRows = 60;

/** Returns whether no cell of a row says anything. */
export const isBlank = ({ cells }: Pick<TableRow, 'cells'>): boolean => cells.every((cell) => cell.trim() === '');
