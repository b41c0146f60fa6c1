import type { Outcome, RestrictionInput } from './answer-input.ts';

/** What a status means, worst first. The picture, the outline, the table and every export speak of the same eight. */
export const tones = [
  'undocumented',
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
  incomplete: 'evidence incomplete or late',
  review: 'legal review',
  withheld: 'withheld, exception documented',
  limited: 'limited: delay, fee, terms, manner',
  released: 'released',
  unknown: 'unknown',
  none: 'stranded, not offered, unreached',
};

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
  if (restriction.verdict === 'LEGAL_REVIEW') return 'review';
  if (restriction.documentation === 'INCOMPLETE' || restriction.documentation === 'LATE') return 'incomplete';
  if (restriction.verdict === 'UNPROTECTED' || restriction.verdict === 'COVERABLE_EVIDENCE_MISSING')
    return 'incomplete';
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
