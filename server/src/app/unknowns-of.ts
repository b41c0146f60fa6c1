import type { Catalogues } from '../domain/catalogue/index.ts';
import type { CalendarDate } from '../domain/model/entity.ts';
import { oncePer } from '../domain/once.ts';
import type { TraceIndex } from '../domain/trace/index.ts';
import { countUnknowns, type UnknownCounts } from '../domain/workshop/index.ts';

const countsByIndex = oncePer<TraceIndex, Map<CalendarDate, UnknownCounts>>(() => new Map());

/** How many days of one revision are kept. */
const daysKept = 4;

/** How much is unknown as of a day: counted once for a revision and day, however many workshops ask for their burn-down. */
export const unknownsOf = (index: TraceIndex, catalogues: Catalogues, asOf: CalendarDate): UnknownCounts => {
  const byDay = countsByIndex(index);
  const known = byDay.get(asOf);
  if (known !== undefined) return known;
  const counts = countUnknowns({ index, catalogues, asOf });
  if (byDay.size >= daysKept) byDay.clear();
  byDay.set(asOf, counts);
  return counts;
};
