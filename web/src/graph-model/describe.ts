import type { RestrictionInput } from './answer-input.ts';
import { effectWords, sentenceCase, standingWords } from './words.ts';
import type { ViewContext } from './view-context.ts';

/** One restriction in one sentence: what it does, to whom, and how it is documented. */
export const describeRestriction = (entry: RestrictionInput, context: Pick<ViewContext, 'audienceWords'>): string => {
  const place = entry.place === 'BEHIND' ? ' It stands behind another restriction.' : '';
  const whom = entry.audiences.length === 0 ? '' : ` for ${context.audienceWords(entry.audiences)}`;
  return `${entry.restriction.name} ${effectWords(entry.restriction.effect)} the data${whom}: ${standingWords(entry)}.${place}`;
};

/** The restrictions on a thing, one sentence each, joined; empty when there are none. */
export const describeRestrictions = (ids: readonly string[], context: ViewContext): string =>
  context
    .restrictionsOf(ids)
    .map((entry) => describeRestriction(entry, context))
    .join(' ');

/** Sentences joined into one text: each gets its capital and its full stop, empty ones fall away. */
export const joinSentences = (...sentences: readonly string[]): string =>
  sentences
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => sentenceCase(/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
