import type { WordSign } from '../../domain/catalogue/index.ts';
import type { ClassSign } from '../facts/facts.ts';
import type { ClassVocabulary } from '../importer.ts';
import { wordsOf } from './words-of.ts';

/** Finds the classes that words point at. */
export interface WordMatcher {
  /**
   * Returns the signs in a text, the longest phrase first, each class once. A phrase in the text that is longer takes its words away
   * from shorter ones: `family history` is no `history`.
   */
  readonly signsIn: (text: string) => readonly WordHit[];
}

/** A phrase that was found, and where its first word stands among the words. */
export interface WordHit {
  readonly sign: WordSign;
  readonly phrase: string;
  readonly at: number;
}

interface Phrase {
  readonly words: readonly string[];
  readonly sign: WordSign;
}

/** Returns a matcher for the words of the catalogue. Pure; building it once for many texts is what makes it fast. */
export const createWordMatcher = ({ wordSigns }: Pick<ClassVocabulary, 'wordSigns'>): WordMatcher => {
  const byFirst = new Map<string, Phrase[]>();
  for (const sign of wordSigns)
    for (const phrase of sign.words) {
      const words = wordsOf(phrase);
      const [first] = words;
      if (first === undefined) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, sign }]);
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    signsIn: (text) => {
      const words = wordsOf(text);
      const joined = ` ${words.join(' ')} `;
      const hits: WordHit[] = [];
      for (let at = 0; at < words.length;) {
        const found = byFirst
          .get(words[at] ?? '')
          ?.find((phrase) => phrase.words.every((word, offset) => words[at + offset] === word));
        if (
          found === undefined ||
          found.sign.unless.some((other) => joined.includes(` ${wordsOf(other).join(' ')} `))
        ) {
          at += 1;
          continue;
        }
        hits.push({ sign: found.sign, phrase: found.words.join(' '), at });
        at += found.words.length;
      }
      return hits
        .toSorted((a, b) => b.phrase.length - a.phrase.length || a.at - b.at)
        .filter(({ sign }, index, all) => all.findIndex((each) => each.sign === sign) === index);
    },
  };
};

/**
 * Returns the class signs of a label somebody wrote: an interface's name, a box in a drawing, a cell of a list. A word of the
 * catalogue is LIKELY at best; a text without one gives one sign with its name only, to be looked for in the inventory.
 */
export const signsOfLabel = (matcher: WordMatcher, label: string, pointer: string): readonly ClassSign[] => {
  const hits = matcher.signsIn(label);
  if (hits.length === 0)
    return [{ classes: [], name: label, certainty: 'POSSIBLE', reason: 'it is named there', pointer }];
  return hits.map(({ sign, phrase }) => ({
    classes: sign.classes,
    certainty: sign.classes.length === 1 ? 'LIKELY' : 'POSSIBLE',
    reason: `"${phrase}" stands in "${label.slice(0, 80)}"`,
    pointer,
  }));
};
