import { describe, expect, it } from 'vitest';
import type { FindingData } from './finding-data.ts';
import { headingHeight, itemsShown, queueItems, rowHeight } from './queue-items.ts';

const finding = (number: number): FindingData =>
  ({ id: `f${number}`, rule: number < 4 ? 'one' : 'two', title: 'T', level: 'HIGH' }) as unknown as FindingData;
const findings = Array.from({ length: 10 }, (_, number) => finding(number));

describe('the lines of the queue', () => {
  it('stand one below the other, a heading above each rule, with room for what is open', () => {
    const { items, bottom } = queueItems(findings, true, { id: 'f2', height: 100 });
    expect(items.filter(({ kind }) => kind === 'heading')).toHaveLength(2);
    items.forEach((item, at) => {
      const before = items[at - 1];
      expect(item.top).toBe(before === undefined ? 0 : before.top + before.height);
    });
    expect(bottom).toBe(2 * headingHeight + 10 * rowHeight + 100);
  });

  it('have no headings in another order', () => {
    const { items, bottom } = queueItems(findings, false, { id: undefined, height: 0 });
    expect(items).toHaveLength(10);
    expect(bottom).toBe(10 * rowHeight);
  });

  it('are drawn where they are in view, and the one with the focus always', () => {
    const { items } = queueItems(findings, false, { id: undefined, height: 0 });
    const numbers = itemsShown(items, 2 * rowHeight, 4 * rowHeight, 9).map((item) =>
      item.kind === 'finding' ? item.number : -1,
    );
    expect(numbers).toEqual([2, 3, 9]);
  });
});
