import { findingsDifference, type FindingsDifference } from '../domain/findings/index.ts';
import { isCalendarDate, type CalendarDate, type Instant, type Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { TraceIndex } from '../domain/trace/index.ts';
import type { StoreUnavailable } from '../store/port.ts';
import { createMoments, type MomentsDeps } from './earlier-moments.ts';
import { findingsOf } from './findings-of.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { letOthersRun } from './let-others-run.ts';

/** Which days are compared: the inventory of `index` as of `asOf`, with the one that stood at the beginning of `since`. */
export interface FindingChangesQuestion {
  readonly index: TraceIndex;
  readonly since: CalendarDate;
  readonly asOf: CalendarDate;
}

/** How the findings differ, and which revision stood at the beginning of the earlier day; 0 for the empty inventory, which was never recorded. */
export interface FindingChanges extends FindingsDifference {
  readonly since: CalendarDate;
  readonly asOf: CalendarDate;
  readonly sinceRevision: Revision;
  readonly sinceRecordedAt?: Instant;
  readonly revision: Revision;
  /** The inventory as it was: what those that are gone were found in. */
  readonly earlier: TraceIndex;
}

/** The use case that says what changed since a day. */
export type FindingChangesOf = (
  question: FindingChangesQuestion,
) => Promise<Result<FindingChanges, InputInvalid | StoreUnavailable>>;

/**
 * Returns the use case. The earlier inventory is read off the change log, and what a person would have been told at the beginning of that day (UTC) is
 * worked out anew by the rules of today, one day at a time however many are asked for. Errors: a date that is none, or lies after the day asked about; the store is not available.
 */
export const createFindingChanges = (deps: MomentsDeps): FindingChangesOf => {
  const { catalogues } = deps;
  const momentAt = createMoments(deps);

  return async ({ index, since, asOf }) => {
    for (const [field, day] of [
      ['since', since],
      ['asOf', asOf],
    ] as const)
      if (!isCalendarDate(day)) return err(inputInvalid(field, `"${day}" is not a day. Write it like 2026-11-21.`));
    if (since > asOf)
      return err(inputInvalid('since', `${since} lies after ${asOf}, the day asked about. Name an earlier day.`));
    const before = await momentAt(index, since);
    if (!before.ok) return before;
    const earlier = before.value.index;
    await letOthersRun();
    const now = findingsOf(index, catalogues, asOf);
    await letOthersRun();
    const difference = findingsDifference(
      { findings: findingsOf(earlier, catalogues, since), reviews: earlier.graph.FindingReview },
      { findings: now, reviews: index.graph.FindingReview },
    );
    return ok({
      ...difference,
      since,
      asOf,
      sinceRevision: earlier.graph.revision,
      ...(before.value.recordedAt === undefined ? {} : { sinceRecordedAt: before.value.recordedAt }),
      revision: index.graph.revision,
      earlier,
    });
  };
};

/** What changed, in one sentence. */
export const describeFindingChanges = ({ since, sinceRevision, revision, ...lists }: FindingChanges): string => {
  const { appeared, gone, reviewed } = lists;
  const stood = sinceRevision === 0 ? 'nothing was recorded yet' : `the inventory stood at revision ${sinceRevision}`;
  return `Since ${since}, when ${stood} (now ${revision}): ${appeared.length} appeared, ${gone.length} gone, ${reviewed.length} reviewed anew.`;
};
