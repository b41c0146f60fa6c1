import type { TableSizes } from '../../ui/visible-window.ts';

/** How large the parts of the matrix are, in pixels. */
export const rowHeight = 38;
export const headHeight = 92;
export const sideWidth = 252;
const narrowest = 148;
const widest = 340;

/** The width of a column of a matrix so wide: as wide as is there for few, narrow for many. */
export const columnWidth = (width: number, columns: number): number =>
  Math.max(narrowest, Math.min(widest, Math.floor((width - sideWidth) / Math.max(columns, 1))));

/** The sizes of a matrix of so many columns. */
export const gridSizes = (columns: number): TableSizes => ({
  head: headHeight,
  side: sideWidth,
  row: rowHeight,
  columnOf: (width) => columnWidth(width, columns),
});
