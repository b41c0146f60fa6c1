import type { FindingLevel, FindingState } from '../../gql/graphql.ts';

/** The levels, the one that wants attention first in front. */
export const levels: readonly FindingLevel[] = ['HIGH', 'MEDIUM', 'LOW'];

/** The states a finding can be in. */
export const states: readonly FindingState[] = ['OPEN', 'ACCEPTED', 'REMEDIATED', 'FALSE_POSITIVE'];

/** How soon a finding wants attention, in words. */
export const levelWords: Readonly<Record<FindingLevel, string>> = { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' };

/** Where a finding stands, in words. */
export const stateWords: Readonly<Record<FindingState, string>> = {
  OPEN: 'open',
  ACCEPTED: 'accepted with a reason',
  REMEDIATED: 'remediated',
  FALSE_POSITIVE: 'false positive',
};
