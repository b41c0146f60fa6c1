import type { CalendarDate } from '../model/entity.ts';
import { isOverdue, type ReviewedFinding } from './reviewed.ts';
import { compareIds } from '../model/entity.ts';

export const attentionReasons = ['OVERDUE', 'HIGH_WITHOUT_OWNER', 'HIGH'] as const;
/** Why a finding is to be dealt with first. */
export type AttentionReason = (typeof attentionReasons)[number];

/** A finding to be dealt with first, and why. */
export interface Attention {
  readonly finding: ReviewedFinding;
  readonly reason: AttentionReason;
}

/**
 * What is to be dealt with first: open findings that are overdue, the longest first; then those of the highest level without an owner; then the
 * others of the highest level. Each once, by the first reason that holds; what is equal stays in the order of the findings. Pure.
 */
export const attentionOf = (findings: readonly ReviewedFinding[], asOf: CalendarDate): readonly Attention[] => {
  const told = findings.flatMap((finding): readonly Attention[] => {
    const reason = reasonOf(finding, asOf);
    return reason === undefined ? [] : [{ finding, reason }];
  });
  const dueOf = ({ finding, reason }: Attention): string => (reason === 'OVERDUE' ? (finding.review?.dueOn ?? '') : '');
  return told.sort(
    (a, b) => attentionReasons.indexOf(a.reason) - attentionReasons.indexOf(b.reason) || compareIds(dueOf(a), dueOf(b)),
  );
};

const reasonOf = (finding: ReviewedFinding, asOf: CalendarDate): AttentionReason | undefined => {
  if (finding.state !== 'OPEN') return undefined;
  if (isOverdue(finding, asOf)) return 'OVERDUE';
  if (finding.level !== 'HIGH') return undefined;
  return finding.review?.owner === undefined ? 'HIGH_WITHOUT_OWNER' : 'HIGH';
};
