import type { Answer, ClaimStatus, VerdictId } from '../../gql/graphql.ts';

/** What each verdict is called in a heading. */
export const verdictNames: Readonly<Record<VerdictId, string>> = {
  UNPROTECTED: 'No exception fits',
  COVERABLE_EVIDENCE_MISSING: 'Facts fit, evidence missing',
  LEGAL_REVIEW: 'A question for counsel',
  COVERED: 'Covered by an exception',
  NO_INTERFERENCE: 'Not likely to interfere',
  REQUIRED_BY_LAW: 'Required by law',
  OUT_OF_SCOPE_NOT_EHI: 'Outside EHI',
  OUT_OF_SCOPE_NOT_ACTOR: 'Not the practice of an actor',
};

/** Where a claim stands, in words. */
export const statusWords: Readonly<Record<ClaimStatus, string>> = {
  DRAFT: 'draft, being answered',
  SUBMITTED: 'submitted, waiting for a second person',
  APPROVED: 'approved',
  RETURNED: 'returned, to be answered further',
  WITHDRAWN: 'withdrawn',
  SUPERSEDED: 'superseded',
};

/** What an answer says. */
export const answerWords: Readonly<Record<Answer, string>> = { MET: 'met', NOT_MET: 'not met', UNKNOWN: 'not known' };
