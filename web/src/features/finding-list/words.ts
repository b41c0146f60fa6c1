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

/** Who looks after a finding, in words. */
export const ownerWords = (owner: string | null | undefined): string => (owner ? owner : 'nobody');

/** By which day a finding is to be dealt with, in words. */
export const dueWords = (dueOn: string | null | undefined, overdue = false): string =>
  dueOn ? `${overdue ? 'overdue since' : 'by'} ${dueOn}` : 'no due date';

/** What a kind of thing is called. */
export const conceptWords = (concept: string): string => concept.toLowerCase().replaceAll('_', ' ');
