import { describe, expect, it } from 'vitest';
import { nothingPresented } from './presented.ts';
import { spokenIn } from './spoken.ts';

describe('spokenIn', () => {
  const timer = { minutes: 5, spent: 0, runsSince: 0 };
  const nothing = { topic: undefined, id: undefined, timer: undefined };

  it('is the topic of the agenda in its workshop, and nothing in another or in none', () => {
    const presented = { ...nothingPresented, topic: 'Fees', agenda: { workshop: 'spring', topic: 'fees' }, timer };
    expect(spokenIn(presented, 'spring')).toEqual({ topic: 'Fees', id: 'fees', timer });
    expect([spokenIn(presented, 'autumn'), spokenIn(presented, undefined)]).toEqual([nothing, nothing]);
  });

  it('is the topic of one’s own list outside workshops only', () => {
    const presented = { ...nothingPresented, topic: 'Fees', timer };
    expect(spokenIn(presented, undefined)).toEqual({ topic: 'Fees', id: undefined, timer });
    expect(spokenIn(presented, 'spring')).toEqual(nothing);
  });
});
