import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimStatuses, type BasisClaim } from '../model/concepts.ts';
import {
  answerClaim,
  answerVersions,
  claimStatusOn,
  currentAnswers,
  decideClaim,
  submitClaim,
  supersedeClaim,
  withdrawClaim,
  type AnswerGiven,
  type ClaimStamp,
  type StepRefused,
} from './index.ts';
import type { Result } from '../result.ts';

const at = (day: string): string => `${day}T10:00:00.000Z`;

const draft: BasisClaim = {
  id: 'claim',
  name: 'Security for a hold',
  source: 'J. Rivera',
  grade: 'ASSERTED',
  recordedAt: at('2026-11-02'),
  createdAt: at('2026-11-02'),
  updatedAt: at('2026-11-02'),
  revision: 1,
  restriction: 'hold',
  exception: 'EX-SEC',
  status: 'DRAFT',
  claimedAt: at('2026-11-02'),
  answers: [],
};

type Step = (claim: BasisClaim, stamp: ClaimStamp) => Result<BasisClaim, StepRefused>;

const conditions = ['171.203(a)', '171.203(b)'] as const;

const anyAnswer: fc.Arbitrary<AnswerGiven> = fc.record({
  condition: fc.constantFrom(...conditions),
  answer: fc.constantFrom('MET' as const, 'NOT_MET' as const, 'UNKNOWN' as const),
  evidence: fc.constant([]),
  // Mostly what is there, now and then something older.
  seen: fc.constantFrom(0, 0, 0, 1),
});

/** What somebody tries, whether it is allowed or not. */
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: anyAnswer.map((given): Step => (claim, stamp) => {
      const last = currentAnswers(claim).find(({ condition }) => condition === given.condition)?.version ?? 0;
      return answerClaim(claim, { ...given, seen: last - given.seen }, stamp);
    }),
  },
  fc.constant<Step>(submitClaim),
  fc
    .record({
      decision: fc.constantFrom('APPROVE' as const, 'RETURN' as const),
      reason: fc.constantFrom('', 'Looked at.'),
      reviewBy: fc.constantFrom('2026-01-01', '2027-11-30'),
    })
    .map(
      (decision): Step =>
        (claim, stamp) =>
          decideClaim(claim, decision, stamp),
    ),
  fc.constant<Step>((claim, stamp) => withdrawClaim(claim, 'No longer so.', stamp)),
);

const walk = (
  steps: readonly (readonly [Step, string])[],
  look: (before: BasisClaim, after: BasisClaim) => void,
): BasisClaim => {
  let claim = draft;
  for (const [step, actor] of steps) {
    const next = step(claim, { actor, now: at('2026-11-10') });
    if (!next.ok) {
      expect(next.error.message).toMatch(/\.$/);
      continue;
    }
    look(claim, next.value);
    claim = next.value;
  }
  return claim;
};

describe('the steps of a claim', () => {
  it('keep every answer: what was there stays in front, and versions count up for each condition', () => {
    const people = fc.constantFrom('J. Rivera', 'M. Okafor', 'local user');
    let answered = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(anyStep, people), { minLength: 5, maxLength: 25, size: 'max' }), (steps) => {
        const claim = walk(steps, (before, after) => {
          expect(after.answers.slice(0, before.answers.length)).toEqual(before.answers);
          expect(after.claimedAt).toBe(before.claimedAt);
        });
        for (const condition of conditions) {
          const versions = answerVersions(claim).filter((each) => each.condition === condition);
          expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
          expect(currentAnswers(claim).find((each) => each.condition === condition)).toEqual(versions.at(-1));
        }
        answered += claim.answers.length;
      }),
    );
    expect(answered).toBeGreaterThan(50);
  });

  it('never end in an approval by one person alone, nor by nobody', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { minLength: 5, maxLength: 25, size: 'max' }),
        fc.constantFrom('J. Rivera', ' j. rivera ', 'Local User'),
        (steps, actor) => {
          const claim = walk(
            steps.map((step) => [step, actor] as const),
            () => undefined,
          );
          expect(claim.status).not.toBe('APPROVED');
        },
      ),
    );
  });

  const submitted = submitClaim(draft, { actor: 'J. Rivera', now: at('2026-11-03') });
  if (!submitted.ok) throw new Error(submitted.error.message);
  const second: ClaimStamp = { actor: 'M. Okafor', now: at('2026-11-05') };
  const approve = { decision: 'APPROVE', reason: 'All there.', reviewBy: '2027-11-30' } as const;

  it('are approved by a second person with a reason and a day to review it by', () => {
    expect(decideClaim(submitted.value, approve, second)).toMatchObject({
      value: { status: 'APPROVED', decidedBy: 'M. Okafor', decidedAt: second.now, reviewBy: '2027-11-30' },
    });
    expect(decideClaim(submitted.value, { ...approve, reason: ' ' }, second)).toMatchObject({
      error: { field: 'reason' },
    });
    const { reviewBy: _, ...noDay } = approve;
    expect(decideClaim(submitted.value, noDay, second)).toMatchObject({ error: { field: 'reviewBy' } });
    expect(decideClaim(submitted.value, { ...approve, reviewBy: '2026-11-05' }, second)).toMatchObject({
      error: { field: 'reviewBy' },
    });
    expect(decideClaim(draft, approve, second)).toMatchObject({ error: { field: 'claim' } });
  });

  it('take no answer while a decision is awaited or made, and name who answered meanwhile', () => {
    const given: AnswerGiven = { condition: '171.203(a)', answer: 'MET', evidence: [], seen: 0 };
    for (const status of ['SUBMITTED', 'APPROVED', 'WITHDRAWN', 'SUPERSEDED'] as const) {
      expect(answerClaim({ ...draft, status }, given, second), status).toMatchObject({ error: { field: 'claim' } });
    }
    const first = answerClaim(draft, given, second);
    expect(first.ok && answerClaim(first.value, given, { ...second, actor: 'H. Berg' })).toMatchObject({
      error: { field: 'seenVersion', message: expect.stringContaining('M. Okafor answered 171.203(a) since') },
    });
  });
});

describe('where a claim stood on a day', () => {
  const approved: BasisClaim = { ...draft, status: 'APPROVED', decidedBy: 'M. Okafor', decidedAt: at('2026-11-05') };

  it('is what was recorded by the end of that day', () => {
    expect(claimStatusOn(approved, '2026-11-01')).toBeUndefined();
    expect(claimStatusOn(approved, '2026-11-04')).toBe('SUBMITTED');
    expect(claimStatusOn(approved, '2026-11-05')).toBe('APPROVED');
    const superseded = supersedeClaim(
      approved,
      { ...draft, id: 'next' },
      { actor: 'M. Okafor', now: at('2026-11-20') },
    );
    expect(claimStatusOn(superseded, '2026-11-19')).toBe('APPROVED');
    expect(claimStatusOn(superseded, '2026-11-20')).toBeUndefined();
    expect(superseded.endReason).toContain('next');
  });

  it('is nowhere once it is over without a day, or where it names no ground', () => {
    expect(claimStatusOn({ ...approved, status: 'WITHDRAWN' }, '2026-11-10')).toBeUndefined();
    const { exception: _, ...groundless } = approved;
    expect(claimStatusOn(groundless, '2026-11-10')).toBeUndefined();
  });

  it('is total', () => {
    for (const status of claimStatuses) {
      expect([undefined, ...claimStatuses]).toContain(claimStatusOn({ ...draft, status }, '2026-11-10'));
    }
  });
});
