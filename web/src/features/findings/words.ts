import type { FindingLevel, FindingState } from '../../gql/graphql.ts';
import { counted, listed } from '../../graph-model/words.ts';

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

/** `2026-11-27 10:15 UTC`: the server's time of a record. */
export const timeWords = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

/** How many findings of a day there are of each level and in each state. */
export interface FindingCounts {
  readonly levels: Readonly<Record<FindingLevel, number>>;
  readonly states: Readonly<Record<FindingState, number>>;
}

const shortStates: Readonly<Record<FindingState, string>> = { ...stateWords, ACCEPTED: 'accepted' };

/**
 * The sentence that answers what wants attention on a day: `172 findings as of 2026-11-27: 31 high, 90 medium, 51 low; 169 open, 3 accepted.`
 * States in which nothing stands are left out. Pure.
 */
export const findingsSentence = (counts: FindingCounts, asOf: string): string => {
  const all = levels.reduce((sum, level) => sum + counts.levels[level], 0);
  if (all === 0) return `No findings as of ${asOf}.`;
  const byLevel = levels.map((level) => `${counts.levels[level]} ${levelWords[level]}`).join(', ');
  const byState = states
    .filter((state) => counts.states[state] > 0)
    .map((state) => `${counts.states[state]} ${shortStates[state]}`)
    .join(', ');
  return `${counted(all, 'finding')} as of ${asOf}: ${byLevel}; ${byState}.`;
};

/** Where a review has put a finding: `accepted with a reason, owner Records office: Known since May.` Pure. */
export const standingOf = (review: {
  readonly state: FindingState;
  readonly owner?: string | null | undefined;
  readonly rationale?: string | null | undefined;
}): string => {
  const where = `${stateWords[review.state]}, ${review.owner ? `owner ${review.owner}` : 'no owner'}`;
  return review.rationale ? `${where}: ${review.rationale}` : where;
};

/** What a list is narrowed to, in words: `level high and state open`; empty for nothing. Pure. */
export const filterWords = (
  params: {
    readonly level: FindingLevel | undefined;
    readonly state: FindingState | undefined;
    readonly rule: string | undefined;
    readonly text: string | undefined;
    readonly entity: string | undefined;
  },
  titleOf: (rule: string) => string,
): string =>
  listed([
    ...(params.level === undefined ? [] : [`level ${levelWords[params.level]}`]),
    ...(params.state === undefined ? [] : [`state ${stateWords[params.state]}`]),
    ...(params.rule === undefined ? [] : [`rule “${titleOf(params.rule)}”`]),
    ...(params.text === undefined ? [] : [`words “${params.text}”`]),
    ...(params.entity === undefined ? [] : [`about ${params.entity}`]),
  ]);
