import type { Outcome, RestrictionInput } from './answer-input.ts';

/** What a status means, worst first. The picture, the outline, the table and every export speak of the same nine. */
export const tones = [
  'undocumented',
  'unprotected',
  'incomplete',
  'review',
  'withheld',
  'limited',
  'released',
  'unknown',
  'none',
] as const;
export type Tone = (typeof tones)[number];

/** The words that stand beside the glyph of a tone. */
export const toneWords: Readonly<Record<Tone, string>> = {
  undocumented: 'no documented exception',
  unprotected: 'claimed, and no exception fits',
  incomplete: 'evidence incomplete or late',
  review: 'legal review',
  withheld: 'withheld, exception documented',
  limited: 'limited: delay, fee, terms, manner',
  released: 'released',
  unknown: 'unknown',
  none: 'stranded, not offered, unreached',
};

/** Whether a status says that a claim is not completely documented. */
export const isIncompleteTone = (tone: Tone): boolean =>
  tone === 'unprotected' || tone === 'incomplete' || tone === 'review';

/** Whether a status is one that somebody has to look at: no claim, or one that is not completely documented. */
export const isOpenTone = (tone: Tone): boolean => tone === 'undocumented' || isIncompleteTone(tone);

/** The worst of `found`, `none` when empty. Pure and total. */
export const worstTone = (found: Iterable<Tone>): Tone => {
  let worst = tones.length - 1;
  for (const tone of found) worst = Math.min(worst, tones.indexOf(tone));
  return tones[worst] ?? 'none';
};

/** Whether a restriction lets nothing of the class pass: WITHHOLDS and FILTERS do, the other effects only limit. */
export const stops = (restriction: RestrictionInput): boolean =>
  restriction.restriction.effect === 'WITHHOLDS' || restriction.restriction.effect === 'FILTERS';

/** The tone of a restriction by its documentation first, then by its verdict, then by what it does. */
export const restrictionTone = (restriction: RestrictionInput): Tone => {
  if (restriction.documentation === 'NONE') return 'undocumented';
  if (restriction.verdict === 'UNPROTECTED') return 'unprotected';
  if (restriction.verdict === 'COVERABLE_EVIDENCE_MISSING') return 'incomplete';
  if (restriction.verdict === 'LEGAL_REVIEW') return 'review';
  if (restriction.documentation === 'INCOMPLETE' || restriction.documentation === 'LATE') return 'incomplete';
  return stops(restriction) ? 'withheld' : 'limited';
};

/** The tone of an outcome by itself, before the restrictions behind it are looked at. */
export const outcomeTone = (outcome: Outcome): Tone => {
  switch (outcome) {
    case 'RELEASED':
      return 'released';
    case 'LIMITED':
    case 'PARTIAL':
      return 'limited';
    case 'WITHHELD':
      return 'withheld';
    case 'UNKNOWN':
      return 'unknown';
    case 'NOT_OFFERED':
    case 'UNREACHED':
      return 'none';
  }
};
