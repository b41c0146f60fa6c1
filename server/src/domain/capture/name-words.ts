import { wordsOf } from '../words-of.ts';

/** Words that say nothing about which one is meant. */
export const fillers: ReadonlySet<string> = new Set([
  'system',
  'data',
  'information',
  'record',
  'the',
  'application',
  'app',
]);

/** The words of a name that tell which one is meant; all of them where none does. */
export const tellingWords = (text: string): readonly string[] => {
  const words = wordsOf(text);
  const telling = words.filter((word) => !fillers.has(word));
  return telling.length === 0 ? words : telling;
};

/** Names are the same when their words are, whatever the order and what says nothing. Pure. */
export const keyOf = (text: string): string => tellingWords(text).toSorted().join(' ');

/** Whether a name has all of the words that were asked for. */
export const hasAll = (name: string, words: string): boolean => {
  const present = new Set(wordsOf(name));
  const asked = wordsOf(words);
  return asked.length > 0 && asked.every((word) => present.has(word));
};

const small = new Set(['of', 'and', 'the', 'for', 'to', 'in']);

/** The initials of a name of two words or more, with and without its small words: `lis` of Laboratory Information System. */
export const initialsOf = (name: string): readonly string[] => {
  const parts = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  if (parts.length < 2) return [];
  const initials = (all: readonly string[]): string => all.map((part) => part.charAt(0)).join('');
  return [...new Set([initials(parts), initials(parts.filter((part) => !small.has(part)))])].filter((each) =>
    /^[a-z]{2,8}$/.test(each),
  );
};
