import type { Catalogues } from '../domain/catalogue/index.ts';
import { findFindings, type Finding } from '../domain/findings/index.ts';
import type { FindingReview, FindingState } from '../domain/model/concepts.ts';
import type { CalendarDate } from '../domain/model/entity.ts';
import type { TraceIndex } from '../domain/trace/index.ts';

/** A finding with what people decided about it. */
export interface ReviewedFinding extends Finding {
  readonly state: FindingState;
  readonly review?: FindingReview;
}

/** What is computed once for one revision and day: findings need a trace of every class. */
const findingsByIndex = new WeakMap<TraceIndex, Map<CalendarDate, readonly Finding[]>>();

/** How many days of one revision are kept. */
const daysKept = 4;

/** The findings as of a day, worst level first, each with its review; those nobody reviewed are open. */
export const findingsOf = (
  index: TraceIndex,
  catalogues: Catalogues,
  asOf: CalendarDate,
): readonly ReviewedFinding[] => {
  const byDay = findingsByIndex.get(index) ?? new Map<CalendarDate, readonly Finding[]>();
  const found = byDay.get(asOf) ?? findFindings({ index, catalogues, asOf });
  const [oldest] = byDay.keys();
  if (!byDay.has(asOf) && byDay.size >= daysKept && oldest !== undefined) byDay.delete(oldest);
  byDay.set(asOf, found);
  findingsByIndex.set(index, byDay);
  const reviews = new Map([...index.graph.FindingReview.values()].map((review) => [review.finding, review]));
  return found.map((finding) => {
    const review = reviews.get(finding.id);
    return { ...finding, state: review?.state ?? 'OPEN', ...(review === undefined ? {} : { review }) };
  });
};
