import type {
  Concept,
  DecisionAction,
  ObservationDecision,
  ObservedFactKind,
  ReconciliationStatus,
} from '../../gql/graphql.ts';

/** The statuses, in the order of the sentence on top. */
export const statuses: readonly ReconciliationStatus[] = [
  'MATCHED',
  'CONFLICTING',
  'AMBIGUOUS',
  'OBSERVED_ONLY',
  'UNMAPPED',
  'NOTED',
];

/** The statuses that want somebody to decide. */
export const openStatuses: readonly ReconciliationStatus[] = ['CONFLICTING', 'AMBIGUOUS', 'OBSERVED_ONLY', 'UNMAPPED'];

/** What a status means, in a few words. */
export const statusMeaning: Readonly<Record<ReconciliationStatus, string>> = {
  MATCHED: 'the inventory says the same',
  CONFLICTING: 'the inventory says something else',
  AMBIGUOUS: 'several things could be meant',
  OBSERVED_ONLY: 'nobody declared it',
  UNMAPPED: 'nobody can tell which data it holds',
  NOTED: 'worth reading, nothing to decide',
};

/** The kinds of fact, those that others refer to first. */
export const facts: readonly ObservedFactKind[] = ['SYSTEM', 'FLOW', 'CHANNEL', 'HOLDING', 'FILTER', 'NOTE'];

/** What a kind of fact is called. */
export const factWords: Readonly<Record<ObservedFactKind, string>> = {
  SYSTEM: 'system',
  FLOW: 'flow',
  CHANNEL: 'access channel',
  HOLDING: 'table or document',
  FILTER: 'filter',
  NOTE: 'note',
};

/** The decisions there are. */
export const decisions: readonly ObservationDecision[] = ['ACCEPTED', 'MERGED', 'REJECTED', 'DEFERRED'];

/** What a decision is called. */
export const decisionWords: Readonly<Record<ObservationDecision, string>> = {
  ACCEPTED: 'accepted',
  MERGED: 'the same as something declared',
  REJECTED: 'rejected',
  DEFERRED: 'to be decided later',
};

/** What an action did, after a count: `3 accepted`. */
export const doneWords: Readonly<Record<DecisionAction, string>> = {
  ACCEPT: 'accepted',
  MERGE: 'recorded as the same',
  REJECT: 'rejected',
  DEFER: 'put off',
  REOPEN: 'reopened',
};

/** What a kind of fact can be the same as. */
export const conceptsOf: Readonly<Record<ObservedFactKind, readonly Concept[]>> = {
  SYSTEM: ['SYSTEM'],
  FLOW: ['FLOW'],
  CHANNEL: ['ACCESS_CHANNEL'],
  HOLDING: ['DATA_CLASS'],
  FILTER: ['RESTRICTION'],
  NOTE: [],
};

/** A concept in words. */
export const conceptWords = (concept: Concept): string => concept.toLowerCase().replaceAll('_', ' ');

const fieldWordsByCode: Readonly<Record<string, string>> = {
  from: 'From',
  to: 'To',
  active: 'Running',
  systemKind: 'Kind',
  channelKind: 'Kind',
  engineRef: 'Name in the engine',
  isActive: 'Running',
};

/** A field in words: `engineRef` gives `Name in the engine`, `vendor` gives `Vendor`. */
export const fieldWords = (field: string): string =>
  fieldWordsByCode[field] ?? field.charAt(0).toUpperCase() + field.slice(1);
