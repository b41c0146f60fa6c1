import type { FindingReview, FindingState } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { CalendarDate } from '../model/entity.ts';
import { compareIds } from '../model/entity.ts';
import type { ReviewedFinding } from './reviewed.ts';

/** The findings of one inventory on one day, with its reviews. */
export interface FindingsMoment {
  readonly findings: readonly ReviewedFinding[];
  readonly reviews: EhiGraph['FindingReview'];
}

/** What a review says of a finding. Without a review: open, nobody's, by no day. */
export interface ReviewStand {
  readonly state: FindingState;
  readonly owner?: string;
  readonly dueOn?: CalendarDate;
  readonly rationale?: string;
}

/** A review that says something else: what it said before, the review as it is, and its finding where it is still found. */
export interface ReviewChange {
  readonly before: ReviewStand;
  readonly review: FindingReview;
  readonly now?: ReviewedFinding;
}

/** How the findings of two moments differ. Lists are in the order of the findings they name; reviews the newest first. */
export interface FindingsDifference {
  readonly appeared: readonly ReviewedFinding[];
  readonly gone: readonly ReviewedFinding[];
  readonly reviewed: readonly ReviewChange[];
}

/** Where a finding stands that nobody reviewed. */
const untouched: ReviewStand = { state: 'OPEN' };

/** What is found in one of two moments and not in the other, and whose review says something else. Pure. */
export const findingsDifference = (then: FindingsMoment, now: FindingsMoment): FindingsDifference => {
  const before = new Set(then.findings.map(({ id }) => id));
  const after = new Map(now.findings.map((finding) => [finding.id, finding]));
  const reviewed = [...now.reviews.values()].flatMap((review): readonly ReviewChange[] => {
    const stood = then.reviews.get(review.id) ?? untouched;
    if (saysTheSame(stood, review)) return [];
    const found = after.get(review.finding);
    return [{ before: stood, review, ...(found === undefined ? {} : { now: found }) }];
  });
  return {
    appeared: now.findings.filter(({ id }) => !before.has(id)),
    gone: then.findings.filter(({ id }) => !after.has(id)),
    reviewed: reviewed.sort(
      (a, b) => compareIds(b.review.updatedAt, a.review.updatedAt) || compareIds(a.review.id, b.review.id),
    ),
  };
};

const saysTheSame = (a: ReviewStand, b: ReviewStand): boolean =>
  a.state === b.state && a.owner === b.owner && a.dueOn === b.dueOn && a.rationale === b.rationale;

/** The ids of the findings of now that appeared or whose review says something else. Pure. */
export const changedIds = ({ appeared, reviewed }: FindingsDifference): ReadonlySet<string> =>
  new Set([...appeared.map(({ id }) => id), ...reviewed.flatMap(({ now }) => (now === undefined ? [] : [now.id]))]);
