import { wordsOf } from '../words-of.ts';
import type { MeantClass } from './name-match.ts';

/** Returns the words of a name that are not part of the phrases which point at a class: what nobody understood of it. Pure. */
export const notInPhrase = (words: string, meant: readonly MeantClass[]): readonly string[] => {
  const understood = new Set(meant.flatMap(({ phrase }) => phrase.split(' ')));
  const left = words.split(/\s+/).filter((word) => !wordsOf(word).every((each) => understood.has(each)));
  return left.length === 0 ? [] : [left.join(' ')];
};
