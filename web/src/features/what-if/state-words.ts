import type { ScenarioState } from '../../gql/graphql.ts';

/** Where a scenario stands, in words. */
export const stateWordsOf: Readonly<Record<ScenarioState, string>> = {
  DRAFT: 'draft',
  PROPOSED: 'proposed, waits for a second person',
  ACCEPTED: 'accepted, part of the inventory',
  RETURNED: 'returned',
  DISCARDED: 'discarded',
};

/** Whether a scenario can still be saved under its name. */
export const isClosed = (state: ScenarioState): boolean => state === 'ACCEPTED' || state === 'DISCARDED';
