import { describe, expect, it } from 'vitest';
import { createNamesKnown } from './names-known.ts';

const lis = { concept: 'SYSTEM', id: 'lis' } as const;

describe('the names of what is supposed', () => {
  it('are those of what is looked at, never those of another view', () => {
    const known = createNamesKnown();
    known.put(lis, 'shown', 'Sunrise Lab');
    expect(known.of(lis, 'hidden')).toBeUndefined();
    known.put(lis, 'hidden', 'Laboratory information system 1');
    expect([known.of(lis, 'shown'), known.of(lis, 'hidden')]).toEqual([
      'Sunrise Lab',
      'Laboratory information system 1',
    ]);
    expect(known.of({ ...lis, concept: 'FLOW' }, 'shown')).toBeUndefined();
  });

  it('are asked again after a change of the inventory, and stand until the answer', () => {
    const known = createNamesKnown();
    expect(known.isFresh(lis, 'shown')).toBe(false);
    known.put(lis, 'shown', 'Before');
    expect(known.isFresh(lis, 'shown')).toBe(true);
    known.age();
    expect([known.isFresh(lis, 'shown'), known.of(lis, 'shown')]).toEqual([false, 'Before']);
    known.put(lis, 'shown', 'After');
    expect([known.isFresh(lis, 'shown'), known.of(lis, 'shown')]).toEqual([true, 'After']);
  });
});
