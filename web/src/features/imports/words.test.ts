import { describe, expect, it } from 'vitest';
import { contentWords } from './words.ts';

const wordsOf = (counts: Readonly<Record<string, number>>): string =>
  contentWords(Object.entries(counts).map(([name, count]) => ({ name, count })));

describe('what a file has, in words', () => {
  it('names all that becomes something, what it does not tell too, and the data classes apart', () => {
    expect(wordsOf({ systems: 3, cannotTell: 1, appeared: 4 })).toBe('3 systems and 1 thing it does not tell');
    expect(wordsOf({ systems: 1, holdings: 2, parts: 40, classes: 5, notes: 1, cannotTell: 2 })).toBe(
      '1 system, 2 tables or documents with 40 columns or fields, 1 note and 2 things it does not tell, pointing at 5 data classes',
    );
    expect(wordsOf({ classes: 2, created: 4 })).toBe('2 data classes');
    expect(wordsOf({})).toBe('');
  });
});
