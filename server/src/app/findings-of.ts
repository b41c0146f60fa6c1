import type { Catalogues } from '../domain/catalogue/index.ts';
import { findFindings, withReviews, type Finding, type ReviewedFinding } from '../domain/findings/index.ts';
import type { CalendarDate } from '../domain/model/entity.ts';
import { oncePerDay } from '../domain/once.ts';
import type { TraceIndex } from '../domain/trace/index.ts';

/** Findings need a trace of every class: they are found once for one revision and day. */
const found = oncePerDay<readonly Finding[]>(4);

/** The findings as of a day, worst level first, each with its review; those nobody reviewed are open. */
export const findingsOf = (index: TraceIndex, catalogues: Catalogues, asOf: CalendarDate): readonly ReviewedFinding[] =>
  withReviews(
    found(index, asOf, () => findFindings({ index, catalogues, asOf })),
    index.graph,
  );
