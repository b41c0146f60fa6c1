import { describe, expect, it } from 'vitest';
import type { CoverageLine } from '../../graph-model/coverage/coverage-view.ts';
import { moveInGrid, placeWithin } from './grid-moves.ts';

const group = (id: string): CoverageLine => ({ kind: 'group', id, name: id, detail: '' });
const row = (id: string): CoverageLine => ({ kind: 'row', id, name: id, detail: '', group: '', states: [] });
const lines = [group('g1'), row('a'), row('b'), group('g2'), row('c')];

const press = (line: number, column: number, key: string, ctrl = false) =>
  moveInGrid(lines, 3, { line, column }, { key, ctrl });

describe('moving in the matrix by keyboard', () => {
  it('goes from class to class over the headings of groups, and stays at the ends', () => {
    expect(press(2, 1, 'ArrowDown')).toEqual({ line: 4, column: 1 });
    expect(press(4, 1, 'ArrowUp')).toEqual({ line: 2, column: 1 });
    expect(press(1, 1, 'ArrowUp')).toEqual({ line: 1, column: 1 });
    expect(press(1, 0, 'PageDown')).toEqual({ line: 4, column: 0 });
  });

  it('goes from the name through the channels', () => {
    expect(press(1, -1, 'ArrowRight')).toEqual({ line: 1, column: 0 });
    expect(press(1, 0, 'ArrowLeft')).toEqual({ line: 1, column: -1 });
    expect(press(1, 2, 'ArrowRight')).toEqual({ line: 1, column: 2 });
    expect(press(1, 0, 'End')).toEqual({ line: 1, column: 2 });
    expect(press(4, 2, 'Home')).toEqual({ line: 4, column: -1 });
    expect(press(4, 2, 'Home', true)).toEqual({ line: 1, column: -1 });
    expect(press(1, 0, 'End', true)).toEqual({ line: 4, column: 2 });
  });

  it('leaves other keys, and a matrix without rows, alone', () => {
    expect(press(1, 0, 'x')).toBeUndefined();
    expect(moveInGrid([], 0, { line: 0, column: 0 }, { key: 'ArrowDown', ctrl: false })).toBeUndefined();
  });

  it('begins at the first class, and again where a filter took the place away', () => {
    expect(placeWithin(lines, 3, { line: 0, column: -1 })).toEqual({ line: 1, column: -1 });
    expect(placeWithin(lines, 3, { line: 4, column: 3 })).toEqual({ line: 1, column: -1 });
    expect(placeWithin(lines, 3, { line: 4, column: 2 })).toEqual({ line: 4, column: 2 });
  });
});
