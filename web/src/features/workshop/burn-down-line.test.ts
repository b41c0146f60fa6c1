import { describe, expect, it } from 'vitest';
import { burnDownLine } from './burn-down-line.ts';

const size = { width: 400, height: 200, left: 40, right: 20, top: 10, bottom: 40 };

describe('the line of a burn-down', () => {
  it('goes from the left to the right margin, and down where there is less', () => {
    const { points } = burnDownLine([10, 6, 2], size);
    expect(points.map(({ x }) => x)).toEqual([40, 210, 380]);
    const [first, second, third] = points.map(({ y }) => y);
    expect(first).toBeLessThan(second ?? 0);
    expect(second).toBeLessThan(third ?? 0);
  });

  it('has whole numbers from 0 to at least the most beside its grid, at most seven of them', () => {
    for (const most of [0, 1, 3, 7, 12, 40, 99, 1234]) {
      const { grid } = burnDownLine([most, 0], size);
      expect(grid[0]?.value).toBe(0);
      expect(grid.at(-1)?.value).toBeGreaterThanOrEqual(most);
      expect(grid.length).toBeLessThanOrEqual(7);
      expect(grid.every(({ value }) => Number.isInteger(value))).toBe(true);
    }
  });

  it('puts a single point in the middle, and nothing where there is none', () => {
    expect(burnDownLine([3], size).points[0]?.x).toBe(210);
    expect(burnDownLine([], size).points).toEqual([]);
  });
});
