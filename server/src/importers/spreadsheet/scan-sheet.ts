import { ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import type { Artefact } from '../artefact/artefact.ts';
import { scanPart } from './scan-part.ts';

/** Cells that are merged into one, counted from 0, the last row and column among them. */
export interface Merged {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a sheet is like. */
export interface SheetShape {
  readonly merged: readonly Merged[];
  /** As many cells as the sheet has once every gap is filled. */
  readonly area: number;
  /** The last row that is there at all. */
  readonly lastRow: number;
}

/** How large a sheet may be: the limits of Excel for addresses, and what fits into memory. */
const limits = { row: 1_048_576, column: 16_384, cells: 3_000_000, area: 8_000_000, merged: 20_000 } as const;

/**
 * Returns the shape of a sheet without its cells. The library that reads the cells fills every gap: one cell in a far row and one in a
 * far column would make it fill the memory, so such sheets are refused here. Errors: too large; cells without an address or out of
 * order; not XML.
 */
export const scanSheet = (artefact: Artefact, part: string, bytes: Buffer): Result<SheetShape, ArtefactRefused> => {
  const merged: Merged[] = [];
  let [cells, row, column, lastRow, lastColumn, lastData] = [0, 0, 0, 0, 0, 0];
  let isCounted = false;
  const scanned = scanPart(artefact, part, bytes, (name, attributes) => {
    if (name === 'row') {
      const text = attributes.get('r');
      const next = text === undefined ? row + 1 : numberOf(text);
      if (next === undefined || next <= row || next > limits.row) return 'its rows are not in order';
      [row, column] = [next, 0];
      isCounted = text === undefined;
      lastRow = Math.max(lastRow, row);
    } else if (name === 'c') {
      cells += 1;
      if (cells > limits.cells) return 'it has more than 3 million cells';
      const address = addressOf(attributes.get('r'));
      // A row without a number has that of its first cell.
      if (isCounted && address !== undefined && address.row > row && address.row <= limits.row) {
        row = address.row;
        lastRow = Math.max(lastRow, row);
      }
      isCounted = false;
      if (address === undefined || address.row !== row || address.column <= column)
        return 'it has a cell without an address or out of order';
      column = address.column;
    } else if (name === 'v' || name === 'is') {
      lastColumn = Math.max(lastColumn, column);
      lastData = Math.max(lastData, row);
    } else if (name === 'mergeCell' && merged.length < limits.merged) {
      const range = rangeOf(attributes.get('ref'));
      if (range !== undefined) merged.push(range);
    }
    return lastData * lastColumn > limits.area ? 'its cells are too far apart: it would have 8 million' : undefined;
  });
  return scanned.ok ? ok({ merged, area: lastData * lastColumn, lastRow }) : scanned;
};

const numberOf = (text: string): number | undefined => (/^\d{1,7}$/.test(text) ? Number(text) : undefined);

const addressOf = (text: string | undefined): { readonly row: number; readonly column: number } | undefined => {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(text ?? '') ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column > limits.column ? undefined : { row: Number(digits), column };
};

const rangeOf = (text: string | undefined): Merged | undefined => {
  const [from, to] = (text ?? '').split(':').map(addressOf);
  if (from === undefined || to === undefined || to.row < from.row || to.column < from.column) return undefined;
  return { top: from.row - 1, left: from.column - 1, bottom: to.row - 1, right: to.column - 1 };
};
