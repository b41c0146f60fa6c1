import type { ReconciliationStatus } from '../gql/graphql.ts';

/** How a fact stands to the inventory, in words. */
export const standingWords: Readonly<Record<ReconciliationStatus, string>> = {
  MATCHED: 'matched',
  CONFLICTING: 'conflicting',
  AMBIGUOUS: 'ambiguous',
  OBSERVED_ONLY: 'observed only',
  UNMAPPED: 'class unknown',
  NOTED: 'noted',
};

/** How a fact stands to the inventory, as it looks wherever observed and declared are compared. */
export const standingGlyphs = {
  MATCHED: ['check', '--released'],
  CONFLICTING: ['caution', '--undocumented'],
  AMBIGUOUS: ['question', '--review'],
  OBSERVED_ONLY: ['half', '--limited'],
  UNMAPPED: ['dot', '--unknown'],
  NOTED: ['dash', '--stranded'],
} as const satisfies Readonly<Record<ReconciliationStatus, readonly [glyph: string, token: string]>>;
