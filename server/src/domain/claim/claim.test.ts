import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimStatuses, type BasisClaim, type ClaimStatus } from '../model/concepts.ts';
import type { Result } from '../result.ts';
import {
  answerClaim,
  claimStatusOn,
  closedBecause,
  decideClaim,
  submitClaim,
  withdrawClaim,
  type Decision,
  type StepRefused,
} from './index.ts';

const at = (day: string): string => `${day}T10:00:00.000Z`;

const claimIn = (status: ClaimStatus, more: Partial<BasisClaim> = {}): BasisClaim => ({
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
  status,
  claimedAt: at('2026-11-02'),
  answers: [],
  ...more,
});

const second = { actor: 'M. Okafor', now: at('2026-11-10') };
const approve: Decision = { decision: 'APPROVE', reason: 'All there.', reviewBy: '2027-11-30' };
const given = { condition: '171.203(a)', answer: 'MET', evidence: [], seen: 0 } as const;

const outcome = (step: Result<BasisClaim, StepRefused>): string =>
  step.ok ? step.value.status : `${step.error.field}: ${step.error.message}`;

describe('what each status allows', () => {
  const wait = 'claim: It is waiting for a decision. Have it returned first.';
  const stays = /^claim: It is approved .* Claim the basis anew in its place/;
  const gone = 'claim: It was withdrawn. Claim the basis anew.';
  const replaced = 'claim: Another claim took its place. Change that one.';
  const early = 'claim: Only a claim that was submitted can be decided.';

  it.each<[ClaimStatus, string | RegExp, string | RegExp, string, string]>([
    ['DRAFT', 'DRAFT', 'SUBMITTED', early, 'WITHDRAWN'],
    ['RETURNED', 'RETURNED', 'SUBMITTED', early, 'WITHDRAWN'],
    ['SUBMITTED', wait, wait, 'APPROVED', 'WITHDRAWN'],
    ['APPROVED', stays, stays, early, 'WITHDRAWN'],
    ['WITHDRAWN', gone, gone, early, gone],
    ['SUPERSEDED', replaced, replaced, early, replaced],
  ])('%s: answer, submit, decide, withdraw', (status, answered, submitted, decided, withdrawn) => {
    const claim = claimIn(status);
    expect(outcome(answerClaim(claim, given, second))).toMatch(answered);
    expect(outcome(submitClaim(claim, second))).toMatch(submitted);
    expect(outcome(decideClaim(claim, approve, second))).toBe(decided);
    expect(outcome(withdrawClaim(claim, 'No longer so.', second))).toBe(withdrawn);
    expect(closedBecause(claim) === undefined).toBe(answered === status);
  });

  it('a withdrawal needs a reason and ends it on the day of the server', () => {
    expect(withdrawClaim(claimIn('DRAFT'), ' \n', second)).toMatchObject({ error: { field: 'reason' } });
    expect(withdrawClaim(claimIn('DRAFT'), ' Mistaken. ', second)).toMatchObject({
      value: { endedOn: '2026-11-10', endReason: 'Mistaken.' },
    });
  });
});

describe('a decision', () => {
  const anyCase = (text: string): fc.Arbitrary<string> =>
    fc
      .tuple(
        fc.constantFrom('', ' ', '\t '),
        fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }),
        fc.constantFrom('', '  '),
      )
      .map(
        ([before, upper, after]) =>
          before + [...text].map((sign, index) => (upper[index] ? sign.toUpperCase() : sign)).join('') + after,
      );

  it('is by somebody who says who they are, however "local user" is written', () => {
    fc.assert(
      fc.property(anyCase('local user'), fc.constantFrom('APPROVE', 'RETURN'), (actor, decision) => {
        const decided = decideClaim(claimIn('SUBMITTED'), { ...approve, decision }, { ...second, actor });
        expect(decided).toMatchObject({ ok: false, error: { field: 'actor' } });
      }),
    );
  });

  it('is by nobody who claimed, answered or submitted it, however their name is written', () => {
    const claim = claimIn('SUBMITTED', {
      source: 'ann',
      submittedBy: 'cid',
      answers: [{ ...given, answeredAt: at('2026-11-03'), answeredBy: 'bea' }],
    });
    fc.assert(
      fc.property(fc.constantFrom('ann', 'bea', 'cid').chain(anyCase), (actor) => {
        const decided = decideClaim(claim, approve, { ...second, actor });
        expect(decided).toMatchObject({ ok: false, error: { field: 'actor' } });
      }),
    );
    expect(decideClaim(claim, approve, { ...second, actor: 'dan' }).ok).toBe(true);
  });

  it.each<[string, Partial<Decision>, string | undefined, boolean]>([
    ['a day of its own', {}, undefined, true],
    ['the day on the claim', { reviewBy: undefined }, '2027-01-01', true],
    ['a day of its own, instead of one that is past', {}, '2026-11-09', true],
    ['no day', { reviewBy: undefined }, undefined, false],
    ['the day on the claim, which is past', { reviewBy: undefined }, '2026-11-09', false],
    ['today', { reviewBy: '2026-11-10' }, '2027-01-01', false],
  ])('that approves has a day to come to review it by: %s', (_what, more, onClaim, isAllowed) => {
    const { reviewBy, ...rest } = { ...approve, ...more };
    const decision = { ...rest, ...(reviewBy === undefined ? {} : { reviewBy }) };
    const claim = claimIn('SUBMITTED', onClaim === undefined ? {} : { reviewBy: onClaim });
    const decided = decideClaim(claim, decision, second);
    expect(decided).toMatchObject(
      isAllowed
        ? { value: { status: 'APPROVED', reviewBy: reviewBy ?? onClaim } }
        : { error: { field: 'reviewBy', message: expect.stringMatching(/\.$/) } },
    );
  });

  it('that sends back needs a reason and no day', () => {
    expect(decideClaim(claimIn('SUBMITTED'), { decision: 'RETURN', reason: ' ' }, second)).toMatchObject({
      error: { field: 'reason' },
    });
    expect(decideClaim(claimIn('SUBMITTED'), { decision: 'RETURN', reason: ' Answer (a). ' }, second)).toMatchObject({
      value: { status: 'RETURNED', decisionReason: 'Answer (a).', decidedAt: second.now },
    });
  });
});

describe('what a claim was on a day', () => {
  // Claimed on the 2nd, decided on the 5th, ended on the 20th.
  const days = ['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-05', '2026-11-19', '2026-11-20'];
  const decided = { decidedBy: 'M. Okafor', decidedAt: at('2026-11-05') };
  const ended = { endedOn: '2026-11-20' };
  const none = undefined;

  it.each<[ClaimStatus, Partial<BasisClaim>, readonly (ClaimStatus | undefined)[]]>([
    ['DRAFT', {}, [none, 'DRAFT', 'DRAFT', 'DRAFT', 'DRAFT', 'DRAFT']],
    ['SUBMITTED', {}, [none, 'SUBMITTED', 'SUBMITTED', 'SUBMITTED', 'SUBMITTED', 'SUBMITTED']],
    ['APPROVED', decided, [none, 'SUBMITTED', 'SUBMITTED', 'APPROVED', 'APPROVED', 'APPROVED']],
    ['RETURNED', decided, [none, 'SUBMITTED', 'SUBMITTED', 'RETURNED', 'RETURNED', 'RETURNED']],
    ['APPROVED', { ...decided, ...ended }, [none, 'SUBMITTED', 'SUBMITTED', 'APPROVED', 'APPROVED', none]],
    ['SUPERSEDED', { ...decided, ...ended }, [none, 'SUBMITTED', 'SUBMITTED', 'APPROVED', 'APPROVED', none]],
    ['SUPERSEDED', ended, [none, 'SUBMITTED', 'SUBMITTED', 'SUBMITTED', 'SUBMITTED', none]],
    ['SUPERSEDED', decided, [none, none, none, none, none, none]],
    ['WITHDRAWN', ended, [none, 'SUBMITTED', 'SUBMITTED', 'SUBMITTED', 'SUBMITTED', none]],
    ['WITHDRAWN', decided, [none, none, none, none, none, none]],
  ])('%s %j', (status, more, expected) => {
    expect(days.map((day) => claimStatusOn(claimIn(status, more), day))).toEqual(expected);
  });

  it('is nothing before it was claimed nor from its end on, whatever else is recorded', () => {
    const day = fc
      .date({ min: new Date('2025-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    let counted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...claimStatuses),
        fc.record({ claimed: day, asOf: day, end: fc.option(day), decidedOn: fc.option(day) }),
        (status, { claimed, asOf, end, decidedOn }) => {
          const claim = claimIn(status, {
            claimedAt: at(claimed),
            ...(end === null ? {} : { endedOn: end }),
            ...(decidedOn === null ? {} : { decidedAt: at(decidedOn) }),
          });
          const was = claimStatusOn(claim, asOf);
          if (was !== undefined) {
            counted += 1;
            expect(claimed <= asOf).toBe(true);
            expect(end === null || asOf < end).toBe(true);
            expect(['WITHDRAWN', 'SUPERSEDED']).not.toContain(was);
          }
          if (was === 'APPROVED') expect(decidedOn === null || decidedOn <= asOf).toBe(true);
        },
      ),
    );
    expect(counted).toBeGreaterThan(5);
  });
});
