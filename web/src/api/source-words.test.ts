import { describe, expect, it } from 'vitest';
import { sourceWords } from './source-words.ts';

describe('the words of a source', () => {
  it.each([
    ['workshop:lab-results/Dr. Ito', 'Lab results', 'Dr. Ito, in workshop Lab results'],
    ['workshop:lab:2/A/B team', undefined, 'A/B team, in workshop lab:2'],
    ['import:run-1', undefined, 'import:run-1'],
    ['J. Rivera', 'Lab results', 'J. Rivera'],
    ['workshop:', undefined, 'workshop:'],
    ['workshop:x/', undefined, 'workshop:x/'],
  ])('%s', (source, name, words) => {
    expect(sourceWords(source, name)).toBe(words);
  });
});
