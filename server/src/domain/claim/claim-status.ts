import type { BasisClaim, ClaimStatus } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate } from '../model/entity.ts';

/**
 * Where a claim stood at the end of a day, as far as its record tells; `undefined` when it did not count then: not made yet, ended,
 * withdrawn or superseded, or naming no ground. A decision counts from the day it was made. Pure and total.
 */
export const claimStatusOn = (claim: BasisClaim, asOf: CalendarDate): ClaimStatus | undefined => {
  if (!isLiveOn(claim, asOf) || claim.claimedAt.slice(0, 10) > asOf) return undefined;
  if (claim.exception === undefined && claim.lawCitation === undefined) return undefined;
  const isOver = claim.status === 'WITHDRAWN' || claim.status === 'SUPERSEDED';
  // Without a day on which it ended, nothing tells when it stopped to count.
  if (isOver && claim.endedOn === undefined) return undefined;
  const isDecided = claim.decidedAt === undefined || claim.decidedAt.slice(0, 10) <= asOf;
  switch (claim.status) {
    case 'APPROVED':
    case 'RETURNED':
      return isDecided ? claim.status : 'SUBMITTED';
    case 'SUPERSEDED':
      return isDecided && claim.decidedAt !== undefined ? 'APPROVED' : 'SUBMITTED';
    case 'WITHDRAWN':
      return 'SUBMITTED';
    default:
      return claim.status;
  }
};
