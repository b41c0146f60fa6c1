import { toUserError } from '../../errors.ts';
import type { ImportJobResolvers, ImportReportResolvers, ObservationOutcome } from '../../gen/resolver-types.ts';
import { enumByConcept } from '../concept-fields.ts';
import { toCandidate } from './reconciliation.ts';

const countsIn = (
  counts: Readonly<Record<string, number>>,
): readonly { readonly name: string; readonly count: number }[] =>
  Object.entries(counts).map(([name, count]) => ({ name, count }));

/** What imports did. */
export const ImportReport: ImportReportResolvers = {
  alreadyImported: ({ alreadyImported }) => alreadyImported ?? null,
  origin: ({ origin }) => origin ?? null,
  match: ({ match }) => match ?? null,
  system: ({ system }) => system ?? null,
  channel: ({ channel }) => channel ?? null,
  channelExplanation: ({ channelExplanation }) => channelExplanation ?? null,
  factCounts: ({ factCounts }) => countsIn(factCounts),
  seen: ({ seen }, { change, first }) =>
    seen
      .filter((each) => change === null || change === undefined || each.change === change)
      .slice(0, Math.max(0, first))
      .map(({ match, ...each }) => ({ ...each, match: match === undefined ? null : toCandidate(match) })),
  created: ({ counts }) => counts.created,
  updated: ({ counts }) => counts.updated,
  observations: ({ counts }) => counts.observations,
  changes: ({ changes }) => changes.map((change) => ({ ...change, concept: enumByConcept[change.concept] })),
  outcomes: ({ countByOutcome }) =>
    Object.entries(countByOutcome).map(([outcome, count]) => ({ outcome: outcome as ObservationOutcome, count })),
};

/** Imports that run or have run. */
export const ImportJob: ImportJobResolvers = {
  finishedAt: ({ finishedAt }) => finishedAt ?? null,
  report: ({ report }) => report ?? null,
  error: ({ error }) => (error === undefined ? null : toUserError(error)),
};
