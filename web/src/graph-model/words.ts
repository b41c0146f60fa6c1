import type { Outcome } from './answer-input.ts';

/** `1 flow`, `3 flows`: a number with what it counts. `plural` defaults to the noun with an s. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;

/** `a`, `a and b`, `a, b and c`; empty for none. */
export const listed = (words: readonly string[]): string => {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
};

/** The text with a capital first letter. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What an outcome is called. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  RELEASED: 'released',
  LIMITED: 'released, limited',
  WITHHELD: 'withheld',
  NOT_OFFERED: 'not offered',
  UNREACHED: 'unreached',
  UNKNOWN: 'unknown',
  PARTIAL: 'parts differ',
};

/**
 * `2 released, 5 limited of 8 channels`: how many outcomes are released without a restriction and, apart from them, how many limited, as the headline counts
 * them. Limited and partly released ones are left out where there are none.
 */
export const releasedOf = (outcomes: readonly Outcome[], noun: string): string => {
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  const limited = count('LIMITED');
  const partial = count('PARTIAL');
  return [
    `${count('RELEASED')} released`,
    ...(limited === 0 ? [] : [`${limited} limited`]),
    ...(partial === 0 ? [] : [`${partial} in part`]),
  ]
    .join(', ')
    .concat(` of ${counted(outcomes.length, noun)}`);
};

/** `2 of 8, 5 limited`: the same counts for a narrow place. */
export const shortReleasedOf = (outcomes: readonly Outcome[]): string => {
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  const limited = count('LIMITED') + count('PARTIAL');
  return `${count('RELEASED')} of ${outcomes.length}${limited === 0 ? '' : `, ${limited} limited`}`;
};

const effectWordsByCode: Readonly<Record<string, string>> = {
  WITHHOLDS: 'withholds',
  FILTERS: 'filters out',
  DELAYS: 'delays',
  CHARGES: 'charges for',
  CONDITIONS: 'sets conditions on',
  NARROWS_MANNER: 'narrows the manner of',
};

/** What an effect does, as a verb; the code itself in plain letters when it is not one of the model's. */
export const effectWords = (effect: string): string =>
  effectWordsByCode[effect] ?? effect.toLowerCase().replaceAll('_', ' ');

const documentationWordsByCode: Readonly<Record<string, string>> = {
  NONE: 'no documented exception',
  RECORDED: 'basis recorded',
  INCOMPLETE: 'documentation incomplete',
  LATE: 'documentation late',
  COMPLETE: 'documentation complete',
};

const verdictWordsByCode: Readonly<Record<string, string>> = {
  UNPROTECTED: 'no exception fits what is recorded',
  COVERABLE_EVIDENCE_MISSING: 'the facts fit, evidence is missing',
  LEGAL_REVIEW: 'a question for counsel',
  COVERED: 'covered by an exception',
  NO_INTERFERENCE: 'not likely to interfere',
  REQUIRED_BY_LAW: 'required by law',
  OUT_OF_SCOPE_NOT_EHI: 'outside EHI',
  OUT_OF_SCOPE_NOT_ACTOR: 'not the practice of an actor',
};

/** What a verdict says, in a few words. */
export const verdictWords = (verdict: string): string =>
  verdictWordsByCode[verdict] ?? verdict.toLowerCase().replaceAll('_', ' ');

/** How a restriction is documented and what it comes to: `documentation late: the facts fit, evidence is missing`. */
export const standingWords = (entry: {
  readonly documentation: string;
  readonly verdict?: string | null | undefined;
  readonly cite?: readonly string[] | undefined;
}): string => {
  const documentation = documentationWords(entry.documentation);
  if (entry.documentation === 'NONE' || !entry.verdict) return documentation;
  return entry.documentation === 'COMPLETE'
    ? `${verdictWords(entry.verdict)}${entry.cite?.[0] === undefined ? '' : `, ${entry.cite[0]}`}`
    : `${documentation}: ${verdictWords(entry.verdict)}`;
};

/** What a state of documentation is called. */
export const documentationWords = (documentation: string): string =>
  documentationWordsByCode[documentation] ?? documentation.toLowerCase().replaceAll('_', ' ');
