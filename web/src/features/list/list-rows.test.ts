import { describe, expect, it } from 'vitest';
import { rowsSorted, rowsWith, standsSo, standings, type ListRow } from './list-rows.ts';

const row = (id: string, ...cells: string[]): ListRow => ({ id, cells, links: [] });
const rows = [row('a', 'Room 10', 'Blue'), row('b', 'room 2', ''), row('c', 'Attic', 'red')];
const ids = (some: readonly ListRow[]): string => some.map(({ id }) => id).join('');

describe('the rows of a list', () => {
  it('are found by every word, in any column or the id', () => {
    expect(ids(rowsWith(rows, 'ROOM'))).toBe('ab');
    expect(ids(rowsWith(rows, 'room blue'))).toBe('a');
    expect(ids(rowsWith(rows, ' '))).toBe('abc');
    expect(ids(rowsWith(rows, 'nothing'))).toBe('');
  });

  it('are sorted with numbers as numbers, and what is empty last either way round', () => {
    expect(ids(rowsSorted(rows, 0, false))).toBe('cba');
    expect(ids(rowsSorted(rows, 0, true))).toBe('abc');
    expect(ids(rowsSorted(rows, 1, false))).toBe('acb');
    expect(ids(rowsSorted(rows, 1, true))).toBe('cab');
  });
});

describe('how a class of the catalogues stands', () => {
  it('is mapped or missing; with or without an origin and released or not only where it is mapped', () => {
    const line = { withOrigin: false, released: false, undecided: false, dataClasses: [] } as never;
    expect(standings.filter((standing) => standsSo(line, standing))).toEqual(['MISSING']);
    const mapped = { withOrigin: true, released: false, undecided: true, dataClasses: [{}] } as never;
    expect(standings.filter((standing) => standsSo(mapped, standing))).toEqual([
      'MAPPED',
      'ORIGIN',
      'NOT_RELEASED',
      'UNDECIDED',
    ]);
  });
});
