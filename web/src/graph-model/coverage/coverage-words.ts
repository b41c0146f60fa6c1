import type { Outcome } from '../answer-input.ts';
import { outcomeTone, type Tone } from '../tone.ts';
import { counted, listed, outcomeWords, sentenceCase } from '../words.ts';
import type { CoverageBasis, CoverageFamily, StateInput } from './coverage-input.ts';

/** What each state of the documentation is called, as the command line calls it. */
export const basisWords: Readonly<Record<CoverageBasis, string>> = {
  UNDOCUMENTED: 'no documented exception',
  NO_EXCEPTION_FITS: 'claimed, and no exception fits',
  INCOMPLETE: 'evidence incomplete or late',
  REVIEW: 'legal review',
  DOCUMENTED: 'exception documented',
};

/** The same for a narrow place, beside its sign. */
export const shortBasisWords: Readonly<Record<CoverageBasis, string>> = {
  UNDOCUMENTED: 'undocumented',
  NO_EXCEPTION_FITS: 'none fits',
  INCOMPLETE: 'incomplete',
  REVIEW: 'legal review',
  DOCUMENTED: 'documented',
};

/** What an outcome is called in a narrow place. */
const shortOutcomeWords: Readonly<Record<Outcome, string>> = {
  ...outcomeWords,
  LIMITED: 'limited',
  PARTIAL: 'parts differ',
};

/** What a family of channels is called, with the certification criterion it is known by. */
export const familyWords: Readonly<Record<CoverageFamily, string>> = {
  PORTAL: 'Portal, (e)(1)',
  API: 'API, (g)(10)',
  EXPORT: 'EHI export, (b)(10)',
};

/** The status that stands for a state of the documentation. */
export const basisTone: Readonly<Record<CoverageBasis, Tone>> = {
  UNDOCUMENTED: 'undocumented',
  NO_EXCEPTION_FITS: 'unprotected',
  INCOMPLETE: 'incomplete',
  REVIEW: 'review',
  DOCUMENTED: 'withheld',
};

/** The status of a cell's first line: what is withheld shows how that is documented, as everywhere; the others show what comes of them. */
export const stateTone = ({ outcome, basis }: Pick<StateInput, 'outcome' | 'basis'>): Tone =>
  outcome === 'WITHHELD' && basis ? basisTone[basis] : outcomeTone(outcome);

/** What a cell is called: where parts differ, whether any of them is released. */
const wordsOfOutcome = ({ outcome, someReleased }: Pick<StateInput, 'outcome' | 'someReleased'>): string =>
  outcome !== 'PARTIAL' ? outcomeWords[outcome] : someReleased ? 'released in part' : 'parts differ; none released';

/** A cell in words, as every export says it: `withheld; no documented exception`. */
export const stateWords = (state: Pick<StateInput, 'outcome' | 'someReleased' | 'basis'>): string =>
  state.basis ? `${wordsOfOutcome(state)}; ${basisWords[state.basis]}` : wordsOfOutcome(state);

/** What it means that nothing comes, for those who do not know the words. */
const explained: Readonly<Partial<Record<Outcome, string>>> = {
  NOT_OFFERED: 'The channel does not offer this class.',
  UNREACHED: 'No recorded flow brings this class to the system of the channel.',
  UNKNOWN: 'Nobody recorded what the channel releases.',
  PARTIAL: 'Its trace tells part by part.',
};

/** A cell as one or more sentences, aloud: what comes of it, why, and what is behind it. */
export const describeState = (
  where: { readonly dataClass: string; readonly channel: string; readonly audience: string },
  state: StateInput,
): string =>
  [
    `${where.dataClass} on ${where.channel} for ${where.audience}: ${stateWords(state)}.`,
    explained[state.outcome],
    state.restrictions.length === 0
      ? undefined
      : `${sentenceCase(counted(state.restrictions.length, 'restriction'))}: ${listed(state.restrictions.map(({ name }) => name))}.`,
  ]
    .filter((each) => each !== undefined)
    .join(' ');

/** What a cell is called in a narrow place: where parts differ, whether any of them is released. */
export const shortOutcomeOf = ({ outcome, someReleased }: Pick<StateInput, 'outcome' | 'someReleased'>): string =>
  outcome === 'PARTIAL' && someReleased ? 'in part' : shortOutcomeWords[outcome];

/** A cell in the few words that stand in it: `limited, undocumented`. */
export const shortStateWords = (state: Pick<StateInput, 'outcome' | 'someReleased' | 'basis'>): string =>
  state.basis ? `${shortOutcomeOf(state)}, ${shortBasisWords[state.basis]}` : shortOutcomeOf(state);
