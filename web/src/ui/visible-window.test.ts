import { describe, expect, it } from 'vitest';
import { windowAt } from './visible-window.ts';

const sizes = { head: 80, side: 250, row: 40, columnOf: () => 100 };

describe('what is in view of a table', () => {
  it('holds every row and column that can be seen, wherever it is scrolled to', () => {
    for (let top = 0; top < 4_000; top += 13) {
      const { firstRow, lastRow, firstColumn, lastColumn } = windowAt(
        { top, left: top * 2, width: 1_000, height: 700 },
        sizes,
      );
      expect(firstRow * 40).toBeLessThanOrEqual(top);
      expect(lastRow * 40).toBeGreaterThanOrEqual(top + 620);
      expect(firstColumn * 100).toBeLessThanOrEqual(top * 2);
      expect(lastColumn * 100).toBeGreaterThanOrEqual(top * 2 + 750);
      expect(lastRow - firstRow).toBeLessThan(40);
    }
  });

  it('is the same after a little scrolling', () => {
    const at = (top: number) => windowAt({ top, left: 0, width: 1_000, height: 680 }, sizes);
    expect(at(490)).toEqual(at(500));
  });
});
