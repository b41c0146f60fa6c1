import type { BasisClaim, ConditionAnswer } from '../model/concepts.ts';
import type { CalendarDate, Instant } from '../model/entity.ts';
import { err, ok, type Result } from '../result.ts';
import { currentAnswers } from './answer-versions.ts';

/** Who acts, and when by the server's clock. */
export interface ClaimStamp {
  readonly actor: string;
  readonly now: Instant;
}

/** A step that a claim does not allow now. `message` says why and what to do instead. */
export interface StepRefused {
  readonly field: string;
  readonly message: string;
}

type Step = Result<BasisClaim, StepRefused>;

/** Whoever does not say who they are. A decision needs a name. */
export const unnamedActor = 'local user';

const refused = (field: string, message: string): Step => err({ field, message });

/** Whether the answers of a claim may change: before it is submitted, or when it was sent back. */
export const isOpen = ({ status }: Pick<BasisClaim, 'status'>): boolean => status === 'DRAFT' || status === 'RETURNED';

const howToReopen: Readonly<Record<Exclude<BasisClaim['status'], 'DRAFT' | 'RETURNED'>, string>> = {
  SUBMITTED: 'It is waiting for a decision. Have it returned first.',
  APPROVED:
    'It is approved and stays as it is. Claim the basis anew in its place; the approval of that one supersedes it.',
  WITHDRAWN: 'It was withdrawn. Claim the basis anew.',
  SUPERSEDED: 'Another claim took its place. Change that one.',
};

/** Why a claim cannot be changed now; `undefined` where it can. */
export const closedBecause = ({ status }: Pick<BasisClaim, 'status'>): string | undefined =>
  status === 'DRAFT' || status === 'RETURNED' ? undefined : howToReopen[status];

/** What somebody answers to one condition. `seen`: the version they saw, 0 for none. */
export interface AnswerGiven extends Pick<ConditionAnswer, 'condition' | 'answer' | 'rationale' | 'evidence'> {
  readonly seen: number;
}

/** The claim with one more answer; the earlier ones stay. Refused for a claim that is not open, and when somebody answered the condition since. */
export const answerClaim = (claim: BasisClaim, { seen, ...given }: AnswerGiven, { actor, now }: ClaimStamp): Step => {
  const closed = closedBecause(claim);
  if (closed !== undefined) return refused('claim', closed);
  const current = currentAnswers(claim).find(({ condition }) => condition === given.condition);
  if ((current?.version ?? 0) !== seen) {
    return refused(
      'seenVersion',
      `${current?.answeredBy ?? 'Somebody'} answered ${given.condition} since. Nothing was written. Look at that answer, then give yours.`,
    );
  }
  return ok({ ...claim, answers: [...claim.answers, { ...given, answeredAt: now, answeredBy: actor }] });
};

/** The claim handed in for a decision. */
export const submitClaim = (claim: BasisClaim, { actor, now }: ClaimStamp): Step => {
  const closed = closedBecause(claim);
  return closed === undefined
    ? ok({ ...claim, status: 'SUBMITTED', submittedBy: actor, submittedAt: now })
    : refused('claim', closed);
};

/** What the second person decides. `reviewBy`: when it is to be looked at again. `claimant`: who wrote the claim first, as the log says. */
export interface Decision {
  readonly claimant?: string;
  readonly decision: 'APPROVE' | 'RETURN';
  readonly reason: string;
  readonly reviewBy?: CalendarDate;
}

/** The claim with a decision on it, made by somebody who neither claimed, answered nor submitted it; an approval says when to review it. */
export const decideClaim = (claim: BasisClaim, decision: Decision, { actor, now }: ClaimStamp): Step => {
  if (claim.status !== 'SUBMITTED') return refused('claim', 'Only a claim that was submitted can be decided.');
  if (isSamePerson(actor, unnamedActor))
    return refused('actor', 'A decision needs a name. Say who you are, then decide.');
  if (peopleBehind(claim, decision.claimant).some((person) => isSamePerson(person, actor))) {
    return refused(
      'actor',
      `${actor} had a part in this claim. Somebody who neither claimed, answered nor submitted it has to decide.`,
    );
  }
  const reason = decision.reason.trim();
  if (reason === '') return refused('reason', 'Say why, for whoever reads it later.');
  const { reviewBy } = decision;
  const due = reviewBy ?? claim.reviewBy;
  if (decision.decision === 'APPROVE' && due === undefined) {
    return refused('reviewBy', 'An approval says by which day it is to be reviewed.');
  }
  if (due !== undefined && due <= now.slice(0, 10) && (decision.decision === 'APPROVE' || reviewBy !== undefined)) {
    return refused('reviewBy', `${due} is not after today. Give a later day.`);
  }
  return ok({
    ...claim,
    status: decision.decision === 'APPROVE' ? 'APPROVED' : 'RETURNED',
    decidedBy: actor,
    decidedAt: now,
    decisionReason: reason,
    ...(reviewBy === undefined ? {} : { reviewBy }),
  });
};

/** The claim taken back, from today on. */
export const withdrawClaim = (claim: BasisClaim, reason: string, { now }: ClaimStamp): Step => {
  if (claim.status === 'WITHDRAWN' || claim.status === 'SUPERSEDED') return refused('claim', howToReopen[claim.status]);
  const why = reason.trim();
  if (why === '') return refused('reason', 'Say why it is withdrawn.');
  return ok({ ...claim, status: 'WITHDRAWN', endedOn: now.slice(0, 10), endReason: why });
};

/** The claim that another one takes the place of, from today on. */
export const supersedeClaim = (claim: BasisClaim, by: BasisClaim, { now }: ClaimStamp): BasisClaim => ({
  ...claim,
  status: 'SUPERSEDED',
  endedOn: now.slice(0, 10),
  endReason: `Superseded by ${by.id}.`,
});

/** Everybody with a part in a claim. */
const peopleBehind = (claim: BasisClaim, claimant: string | undefined): readonly string[] => [
  claim.source,
  ...(claimant === undefined ? [] : [claimant]),
  ...(claim.submittedBy === undefined ? [] : [claim.submittedBy]),
  ...claim.answers.map(({ answeredBy }) => answeredBy),
];

/** Whether two names are of one person: letters of other widths, case and space do not tell people apart. Pure. */
export const isSamePerson = (a: string, b: string): boolean => plainName(a) === plainName(b);

const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
