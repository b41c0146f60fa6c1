import { wordsOf } from '../words-of.ts';

/**
 * Words so general that each of many classes has them in its name, and the classes of the catalogue that people usually mean by them: this
 * project's own reading, besides the words of `word-signs`. They are never surer than a guess, and a narrower class never comes before them.
 */
const classesByWord: Readonly<Record<string, readonly string[]>> = {
  result: ['UC-LAB'],
  test: ['UC-LAB'],
  'final result': ['UC-LAB'],
  document: ['UC-NOTE'],
  picture: ['DR-IMG-PIX'],
  study: ['DR-IMG-PIX'],
};

/** Returns the classes of the catalogue that a general word usually means; none for any other word. Pure. */
export const classesOfGeneralWord = (words: string): readonly string[] => classesByWord[wordsOf(words).join(' ')] ?? [];
