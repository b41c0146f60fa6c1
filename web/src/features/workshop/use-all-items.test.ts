import { describe, expect, it } from 'vitest';
import { joinItems } from './use-all-items.ts';
import type { ItemData } from './workshop-data.ts';

describe('joinItems', () => {
  it('has each item once, as the newer page has it, in the order in which it was said', () => {
    const item = (id: string, name: string): ItemData => ({ id, name }) as unknown as ItemData;
    const joined = joinItems([item('a', 'A'), item('b', 'B')], [item('b', 'before'), item('c', 'C')]);
    expect(joined.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  });
});
