import { describe, expect, it } from 'vitest';
import type { Walk } from '../../present/walk.ts';
import { moveIn } from './presenter-moves.ts';

const step = { sentence: 'A step.', spotlight: [] };
const walk: Walk = {
  item: 'path',
  at: 0,
  ready: 2,
  isComing: false,
  more: undefined,
  position: 'Path 1 of 2, exact',
  sentence: 'A path.',
  spotlight: [],
  steps: [step, step],
  facts: [],
  go: () => undefined,
};

describe('moveIn', () => {
  it('goes path by path, and says where there is no further one', () => {
    expect(moveIn(walk, { at: undefined, step: undefined }, 1, 'item')).toEqual({ kind: 'go', at: 0, step: undefined });
    expect(moveIn(walk, { at: 0, step: undefined }, 1, 'item')).toEqual({ kind: 'go', at: 1, step: undefined });
    expect(moveIn(walk, { at: 1, step: undefined }, 1, 'item')).toEqual({
      kind: 'end',
      words: 'This was the last path.',
    });
    expect(moveIn(walk, { at: 0, step: undefined }, -1, 'item').kind).toBe('end');
    expect(moveIn({ ...walk, ready: 0 }, { at: undefined, step: undefined }, 1, 'item').kind).toBe('end');
  });

  it('asks for more where the list goes on', () => {
    const open = { ...walk, more: () => undefined };
    expect(moveIn(open, { at: 1, step: undefined }, 1, 'item')).toEqual({ kind: 'more' });
    expect(moveIn({ ...open, ready: 0 }, { at: undefined, step: undefined }, 1, 'item')).toEqual({ kind: 'more' });
  });

  it('goes step by step, and from the last step of a path to the first of the next', () => {
    expect(moveIn(walk, { at: 0, step: 0 }, 1, 'step')).toEqual({ kind: 'go', at: 0, step: 1 });
    expect(moveIn(walk, { at: 0, step: 1 }, 1, 'step')).toEqual({ kind: 'go', at: 1, step: 0 });
    expect(moveIn(walk, { at: 0, step: 1 }, -1, 'step')).toEqual({ kind: 'go', at: 0, step: 0 });
    expect(moveIn(walk, { at: 0, step: 0 }, -1, 'step').kind).toBe('end');
  });
});
