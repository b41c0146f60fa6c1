import type { DocumentationState, VerdictId } from './verdict.ts';

/** What each verdict says, as a sentence about a practice. */
export const verdictWords: Readonly<Record<VerdictId, string>> = {
  UNPROTECTED: 'No exception fits what is recorded.',
  COVERABLE_EVIDENCE_MISSING: 'The facts recorded fit, and what evidences them is not complete.',
  LEGAL_REVIEW: 'Whether it is covered is a question for counsel.',
  COVERED: 'Every condition of one exception is evidenced.',
  NO_INTERFERENCE: 'Recorded as not likely to interfere.',
  REQUIRED_BY_LAW: 'Recorded as required by the law cited.',
  OUT_OF_SCOPE_NOT_EHI: 'Recorded as outside electronic health information.',
  OUT_OF_SCOPE_NOT_ACTOR: 'Recorded as the practice of a party that is no actor.',
};

/** What each state of the documentation says. */
export const documentationWords: Readonly<Record<DocumentationState, string>> = {
  NONE: 'No documented exception.',
  INCOMPLETE: 'The documentation is incomplete.',
  LATE: 'Some evidence came after the practice began.',
  COMPLETE: 'The documentation is complete.',
};

/** The sentence of one part: the verdict, and why. */
export const sentenceOfPart = (verdict: VerdictId, reason: string | undefined): string =>
  reason === undefined ? verdictWords[verdict] : `${verdictWords[verdict]} ${reason}`;

/** The sentence of a whole restriction. */
export const sentenceOfVerdict = (verdict: VerdictId, documentation: DocumentationState, parts: number): string => {
  const start = parts > 1 ? `Judged in ${parts} parts; the least covered: ` : '';
  return `${start}${verdictWords[verdict]} ${documentationWords[documentation]}`;
};
