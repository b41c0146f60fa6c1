import type { Catalogues } from '../domain/catalogue/index.ts';
import type { CalendarDate } from '../domain/model/entity.ts';
import { oncePerDay } from '../domain/once.ts';
import type { TraceIndex } from '../domain/trace/index.ts';
import { countUnknowns, type UnknownCounts } from '../domain/workshop/index.ts';

/** However many workshops ask for their burn-down, it is counted once for one revision and day. */
const counted = oncePerDay<UnknownCounts>(4);

/** How much is unknown as of a day. */
export const unknownsOf = (index: TraceIndex, catalogues: Catalogues, asOf: CalendarDate): UnknownCounts =>
  counted(index, asOf, () => countUnknowns({ index, catalogues, asOf }));
