import { describe, expect, it } from 'vitest';
import { countTabs, countWords, shortCount } from './path-counts.ts';

const exact = (value: number) => ({ value, exact: true });
const counts = [
  { audience: 'PATIENT', release: exact(6), limited: exact(2), restricted: exact(3), undocumented: exact(1) },
  {
    audience: 'PAYER',
    release: exact(1),
    limited: exact(1),
    restricted: { value: 9, exact: false },
    undocumented: exact(0),
  },
];

describe('countTabs', () => {
  it('adds up the audiences, and takes the limited from the released', () => {
    const tabs = countTabs(counts);
    expect(tabs.released).toEqual(exact(4));
    expect(tabs.limited).toEqual(exact(3));
    expect(tabs.all).toEqual({ value: 19, exact: false });
    expect(tabs.undocumented).toEqual(exact(1));
  });
});

describe('countWords', () => {
  it('says exact or at least', () => {
    expect(countWords(exact(1200))).toBe('1,200, exact');
    expect(countWords({ value: 9, exact: false })).toBe('at least 9');
    expect(shortCount({ value: 9, exact: false })).toBe('9+');
  });
});
