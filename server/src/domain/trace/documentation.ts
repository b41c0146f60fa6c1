import { claimStatusOn } from '../claim/index.ts';
import type { CalendarDate, Id } from '../model/entity.ts';
import type { Documentation } from './answer.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * Whether a basis is recorded for a restriction as of a day: RECORDED when some claim was made by the end of that day,
 * had not ended, and was neither withdrawn nor superseded (a returned claim is still a claim, an incomplete one); NONE
 * otherwise. Pure and total.
 */
export const documentationOf = (index: TraceIndex, restriction: Id, asOf: CalendarDate): Documentation =>
  (index.claimsByRestriction.get(restriction) ?? []).some((claim) => claimStatusOn(claim, asOf) !== undefined)
    ? 'RECORDED'
    : 'NONE';
