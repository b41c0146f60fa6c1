import type { Token } from './tokens.ts';

const numbers = new Set('an|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|some|several'.split('|'));
const qualifiers = new Set(['business', 'working', 'calendar', 'full', 'more']);
const unit = '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|wks?|months?|years?|yrs?)';
const isUnit = (text: string): boolean => new RegExp(`^${unit}$`).test(text);
const isBoth = (text: string): boolean => new RegExp(`^\\d{1,6}-?${unit}$`).test(text);
const isNumber = (text: string): boolean => /^\d{1,6}(?:[.-]\d{1,6})?$/.test(text) || numbers.has(text);

/** Words that come before a time and belong to it. */
const measures: readonly (readonly string[])[] = [['up', 'to'], ['about'], ['around'], ['at', 'least'], ['at', 'most']];
const prepositions = new Set(['for', 'by', 'after']);

/** A time in a line: from which word to which, and the time itself, without the preposition. */
export interface FoundTime {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Returns the first time that stands in some words for itself: `36 hours`, `72h`, `for up to 3 business days`, `by a week`. Without a preposition it
 * has to end the words, stand before one of `keywords` or begin them in the plural: the `24 hour` of `24 hour urine volume` is part of a name. Pure.
 */
export const timeIn = (tokens: readonly Token[], keywords: ReadonlySet<string>): FoundTime | undefined => {
  for (let at = 0; at < tokens.length; at += 1) {
    const isSaid = prepositions.has(word(tokens, at));
    const start = isSaid ? at + 1 : at;
    const measure = measures.find((words) => words.every((each, next) => word(tokens, start + next) === each));
    const end = endOfTime(tokens, start + (measure?.length ?? 0));
    if (end === undefined) continue;
    const next = word(tokens, end);
    const isLast = end >= tokens.length || keywords.has(next) || next === ',';
    const isFirst = at === 0 && /(?:s|\dh|\dd)$/.test(word(tokens, end - 1));
    if (!isSaid && !isLast && !isFirst) continue;
    const text = tokens.slice(start, end).map((token) => token.text);
    return { from: at, to: end, text: text.join(' ') };
  }
  return undefined;
};

/** Where a time that begins at a place ends. */
const endOfTime = (tokens: readonly Token[], at: number): number | undefined => {
  if (isBoth(word(tokens, at))) return at + 1;
  if (!isNumber(word(tokens, at))) return undefined;
  const next = at + (qualifiers.has(word(tokens, at + 1)) ? 2 : 1);
  return isUnit(word(tokens, next)) ? next + 1 : undefined;
};

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

const unitsByWord: readonly (readonly [RegExp, string])[] = [
  [/^(?:h|hrs?|hours?)$/, 'hour'],
  [/^(?:d|days?)$/, 'day'],
  [/^(?:mins?|minutes?)$/, 'minute'],
  [/^(?:secs?|seconds?)$/, 'second'],
  [/^(?:wks?|weeks?)$/, 'week'],
  [/^months?$/, 'month'],
  [/^(?:yrs?|years?)$/, 'year'],
];

/** Returns a text in lower case with its times written in one way: `72h` and `72 hours` both as `72 hour`. Pure. */
export const plainTimes = (text: string): string =>
  text.toLowerCase().replace(everyTime, (_, number: string, word: string) => {
    const [, plain] = unitsByWord.find(([words]) => words.test(word)) ?? [undefined, word];
    return `${number} ${plain}`;
  });

/** Returns whether a text names a time in figures. Pure. */
export const namesTime = (text: string): boolean => text.toLowerCase().match(everyTime) !== null;

const everyTime = new RegExp(`\\b(\\d{1,6})[ -]?(${unit})\\b`, 'g');
