import type { Catalogues } from '../domain/catalogue/index.ts';
import { findFindings, withReviews, type Finding, type ReviewedFinding } from '../domain/findings/index.ts';
import type { CalendarDate } from '../domain/model/entity.ts';
import type { TraceIndex } from '../domain/trace/index.ts';

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
  return withReviews(found, index.graph);
};
