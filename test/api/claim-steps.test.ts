import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Failed {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
}
interface Payload {
  readonly ok: boolean;
  readonly error: Failed | null;
  readonly revision: number | null;
  readonly claim: { readonly id: string; readonly status: string; readonly revision: number } | null;
}

const select = '{ ok revision error { code field message } claim: basisClaim { id status revision } }';

const step = async (mutation: string, variables: object, actor: string): Promise<Payload> =>
  (await server.ask<{ payload: Payload }>(mutation, variables, { 'x-ehi-actor': encodeURIComponent(actor) })).payload;

const claimBasis = (input: object, actor = 'J. Rivera'): Promise<Payload> =>
  step(`mutation($input: ClaimBasisInput!) { payload: claimBasis(input: $input) ${select} }`, { input }, actor);
const answer = (input: object, actor = 'J. Rivera'): Promise<Payload> =>
  step(
    `mutation($input: AnswerConditionInput!) { payload: answerCondition(input: $input) ${select} }`,
    { input },
    actor,
  );
const submit = (id: string, expectedRevision: number, actor = 'J. Rivera'): Promise<Payload> =>
  step(
    `mutation($id: ID!, $expectedRevision: Int!) { payload: submitClaim(id: $id, expectedRevision: $expectedRevision) ${select} }`,
    { id, expectedRevision },
    actor,
  );
const decide = (input: object, actor: string): Promise<Payload> =>
  step(`mutation($input: DecideClaimInput!) { payload: decideClaim(input: $input) ${select} }`, { input }, actor);
const withdraw = (id: string, expectedRevision: number, reason: string): Promise<Payload> =>
  step(
    `mutation($id: ID!, $expectedRevision: Int!, $reason: String!) { payload: withdrawClaim(id: $id, expectedRevision: $expectedRevision, reason: $reason) ${select} }`,
    { id, expectedRevision, reason },
    'J. Rivera',
  );

interface Claim {
  readonly status: string;
  readonly revision: number;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly endedOn: string | null;
  readonly answers: readonly { condition: string; answer: string; version: number; rationale: string | null }[];
  readonly answerVersions: readonly { condition: string; answer: string; version: number; answeredBy: string }[];
  readonly history: readonly { actor: string; reason: string | null; action: string }[];
}

const read = async (id: string): Promise<Claim> =>
  (
    await server.ask<{ basisClaim: Claim }>(
      `query($id: ID!) { basisClaim(id: $id) {
        status revision decidedBy decisionReason endedOn
        answers { condition answer version rationale } answerVersions { condition answer version answeredBy }
        history { actor reason action }
      } }`,
      { id },
    )
  ).basisClaim;

let restriction = 0;
/** A restriction of its own for a test, with nothing claimed for it. */
const newRestriction = async (): Promise<string> => {
  restriction += 1;
  const id = `restriction-${restriction}`;
  await server.ask('mutation($input: CreateRestrictionInput!) { createRestriction(input: $input) { ok } }', {
    input: {
      id,
      name: `Restriction ${restriction}`,
      practice: 'PT-DISABLE',
      effect: 'CONDITIONS',
      basis: 'POLICY',
      appliesTo: { system: 'ehr' },
      limits: ['laboratory'],
      audiences: ['PATIENT'],
    },
  });
  return id;
};

const verdictOf = async (id: string): Promise<{ readonly verdict: string; readonly documentation: string }> =>
  (
    await server.ask<{ restriction: { verdict: { verdict: string; documentation: string } } }>(
      'query($id: ID!) { restriction(id: $id) { verdict { verdict documentation } } }',
      { id },
    )
  ).restriction.verdict;

const claimed = async (): Promise<{ readonly restriction: string; readonly id: string }> => {
  const on = await newRestriction();
  const made = await claimBasis({ restriction: on, exception: 'EX-SEC' });
  return { restriction: on, id: made.claim?.id ?? '' };
};

const security = ['171.203(a)', '171.203(b)', '171.203(c)', '171.203(e)(2)'];

/** Answers all of the case route of 45 CFR 171.203(e), each with a reason, its determination with a document. */
const answerAll = async (claim: string): Promise<void> => {
  const attached = await server.ask<{ attachEvidence: { evidence: { id: string } } }>(
    'mutation { attachEvidence(input: { name: "Determination", uri: "https://records.example/determination" }) { evidence { id } } }',
  );
  for (const condition of security) {
    await answer({ claim, condition, answer: 'MET', rationale: 'So it is.', seenVersion: 0 });
  }
  await answer({
    claim,
    condition: '171.203(e)(1)',
    answer: 'MET',
    evidence: [attached.attachEvidence.evidence.id],
    seenVersion: 0,
  });
};

describe('a claim', () => {
  it('goes from nothing to an approval by a second person, judged anew at each step', async () => {
    const on = await newRestriction();
    expect(await verdictOf(on)).toEqual({ verdict: 'UNPROTECTED', documentation: 'NONE' });
    const made = await claimBasis({ restriction: on, exception: 'EX-SEC' });
    expect(made).toMatchObject({ ok: true, claim: { status: 'DRAFT' } });
    const id = made.claim?.id ?? '';
    expect(await verdictOf(on)).toEqual({ verdict: 'UNPROTECTED', documentation: 'INCOMPLETE' });
    await answerAll(id);
    expect(await verdictOf(on)).toEqual({ verdict: 'COVERABLE_EVIDENCE_MISSING', documentation: 'INCOMPLETE' });
    const handedIn = await submit(id, (await read(id)).revision);
    expect(handedIn).toMatchObject({ ok: true, claim: { status: 'SUBMITTED' } });
    const decision = {
      id,
      expectedRevision: handedIn.claim?.revision,
      decision: 'APPROVE',
      reason: 'All there.',
      reviewBy: '2099-01-31',
    };
    for (const [actor, field] of [
      ['J. Rivera', 'actor'],
      ['j. rivera ', 'actor'],
      ['local user', 'actor'],
    ] as const) {
      expect(await decide(decision, actor), actor).toMatchObject({
        ok: false,
        error: { code: 'BAD_USER_INPUT', field },
      });
    }
    expect(await decide(decision, 'M. Okafor')).toMatchObject({ ok: true, claim: { status: 'APPROVED' } });
    expect(await verdictOf(on)).toEqual({ verdict: 'COVERED', documentation: 'COMPLETE' });
    expect(await read(id)).toMatchObject({ decidedBy: 'M. Okafor', decisionReason: 'All there.' });
    expect((await read(id)).history[0]).toMatchObject({ actor: 'M. Okafor', reason: 'All there.' });
  });

  it('is sent back, answered further, and keeps every version', async () => {
    const { id } = await claimed();
    await answer({ claim: id, condition: '171.203(a)', answer: 'UNKNOWN', seenVersion: 0 });
    const handedIn = await submit(id, (await read(id)).revision);
    expect(await answer({ claim: id, condition: '171.203(a)', answer: 'MET', seenVersion: 1 })).toMatchObject({
      ok: false,
      error: { field: 'claim', message: expect.stringContaining('Have it returned first') },
    });
    const back = { id, expectedRevision: handedIn.claim?.revision, decision: 'RETURN', reason: 'Answer (a).' };
    expect(await decide(back, 'M. Okafor')).toMatchObject({ ok: true, claim: { status: 'RETURNED' } });
    await answer(
      { claim: id, condition: '171.203(a)', answer: 'MET', rationale: 'Now known.', seenVersion: 1 },
      'H. Berg',
    );
    const claim = await read(id);
    expect(claim.answers).toEqual([{ condition: '171.203(a)', answer: 'MET', version: 2, rationale: 'Now known.' }]);
    expect(claim.answerVersions).toEqual([
      { condition: '171.203(a)', answer: 'UNKNOWN', version: 1, answeredBy: 'J. Rivera' },
      { condition: '171.203(a)', answer: 'MET', version: 2, answeredBy: 'H. Berg' },
    ]);
  });

  it('loses no answer when many people answer at once, and says who was first where two answer the same', async () => {
    const { id } = await claimed();
    const both = await Promise.all(
      security.map((condition, index) =>
        answer({ claim: id, condition, answer: 'MET', rationale: 'At once.', seenVersion: 0 }, `Person ${index}`),
      ),
    );
    expect(both.map(({ ok }) => ok)).toEqual(security.map(() => true));
    expect((await read(id)).answers.map(({ condition }) => condition).toSorted()).toEqual(security.toSorted());
    const twice = await Promise.all(
      ['First', 'Second'].map((who) =>
        answer({ claim: id, condition: '171.203(d)(3)', answer: 'MET', seenVersion: 0 }, who),
      ),
    );
    expect(twice.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(twice.find(({ ok }) => !ok)?.error?.message).toMatch(/^(First|Second) answered 171\.203\(d\)\(3\) since/);
  });

  it('stays as it was decided: a form changes its words and nothing else', async () => {
    const { id } = await claimed();
    await answerAll(id);
    const handedIn = await submit(id, (await read(id)).revision);
    await decide(
      { id, expectedRevision: handedIn.claim?.revision, decision: 'APPROVE', reason: 'Yes.', reviewBy: '2099-01-31' },
      'M. Okafor',
    );
    const update = async (input: object): Promise<Payload> =>
      step(
        `mutation($id: ID!, $revision: Int!, $input: UpdateBasisClaimInput!) { payload: updateBasisClaim(id: $id, expectedRevision: $revision, input: $input) ${select} }`,
        { id, revision: (await read(id)).revision, input },
        'J. Rivera',
      );
    for (const input of [
      { answers: [] },
      { exception: 'EX-HARM' },
      { reviewBy: '2098-01-01' },
      { rulePack: 'x' },
      { endedOn: '2099-01-01' },
    ]) {
      expect(await update(input), JSON.stringify(input)).toMatchObject({
        ok: false,
        error: { code: 'BAD_USER_INPUT', field: Object.keys(input)[0] },
      });
    }
    expect(await update({ name: 'In other words' })).toMatchObject({ ok: true, claim: { status: 'APPROVED' } });
  });

  it('takes the place of another with its answers, and ends it when it is approved, in one transaction', async () => {
    const old = await claimed();
    await answerAll(old.id);
    let handedIn = await submit(old.id, (await read(old.id)).revision);
    const yes = { decision: 'APPROVE', reason: 'Yes.', reviewBy: '2099-01-31' };
    await decide({ id: old.id, expectedRevision: handedIn.claim?.revision, ...yes }, 'M. Okafor');
    const next = await claimBasis({ restriction: old.restriction, exception: 'EX-SEC', supersedes: old.id });
    const id = next.claim?.id ?? '';
    expect((await read(id)).answers).toHaveLength((await read(old.id)).answers.length);
    expect(await read(old.id)).toMatchObject({ status: 'APPROVED' });
    expect((await verdictOf(old.restriction)).verdict).toBe('COVERED');
    handedIn = await submit(id, (await read(id)).revision);
    const decided = await decide({ id, expectedRevision: handedIn.claim?.revision, ...yes }, 'M. Okafor');
    expect(decided.ok).toBe(true);
    const ended = await read(old.id);
    expect(ended).toMatchObject({ status: 'SUPERSEDED', endedOn: new Date().toISOString().slice(0, 10) });
    expect(Math.abs(ended.revision - (await read(id)).revision)).toBe(1);
    expect((await verdictOf(old.restriction)).verdict).toBe('COVERED');
  });

  it('is not decided by whoever wrote it first, whatever it says of its source', async () => {
    const on = await newRestriction();
    const { createBasisClaim } = await server.ask<{
      createBasisClaim: { basisClaim: { id: string; revision: number } };
    }>(
      'mutation($input: CreateBasisClaimInput!) { createBasisClaim(input: $input) { basisClaim { id revision } } }',
      { input: { name: 'Another name', restriction: on, exception: 'EX-SEC', source: 'Somebody else' } },
      { 'x-ehi-actor': 'J. Rivera' },
    );
    const { id, revision } = createBasisClaim.basisClaim;
    const handedIn = await submit(id, revision, 'H. Berg');
    const decision = { id, expectedRevision: handedIn.claim?.revision, decision: 'RETURN', reason: 'No.' };
    for (const actor of ['J. Rivera', 'J.  RIVERA', 'Ｊ. Rivera', 'somebody ELSE', 'H. Berg']) {
      expect(await decide(decision, actor), actor).toMatchObject({ ok: false, error: { field: 'actor' } });
    }
    expect(await decide(decision, 'M. Okafor')).toMatchObject({ ok: true });
  });

  it('is taken back with a reason, and then counts no longer', async () => {
    const { id, restriction: on } = await claimed();
    const { revision } = await read(id);
    expect(await withdraw(id, revision, ' ')).toMatchObject({ ok: false, error: { field: 'reason' } });
    expect(await withdraw(id, revision - 1, 'Old page.')).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await withdraw(id, revision, 'Claimed by mistake.')).toMatchObject({ claim: { status: 'WITHDRAWN' } });
    expect(await verdictOf(on)).toEqual({ verdict: 'UNPROTECTED', documentation: 'NONE' });
    expect((await read(id)).history[0]).toMatchObject({ reason: 'Claimed by mistake.' });
  });
});

describe('what cannot be claimed or answered', () => {
  let on: string;
  beforeEach(async () => {
    on = await newRestriction();
  });

  it.each([
    [{}, 'exception', /needs its ground/],
    [{ exception: 'EX-NONE' }, 'exception', /There is no exception "EX-NONE"\. There are: EX-HARM/],
    [{ lawCitation: 'the law' }, 'lawCitation', /cites no law/],
    [{ exception: 'EX-SEC', rulePack: '1999' }, 'rulePack', /There are: 2024-12-17/],
    [{ exception: 'EX-SEC', reviewBy: 'soon' }, undefined, /date|Date/],
  ])('%j is refused by name', async (input, field, message) => {
    const { data, errors } = await server.send<{ payload: Payload }>(
      `mutation($input: ClaimBasisInput!) { payload: claimBasis(input: $input) ${select} }`,
      { input: { restriction: on, ...input } },
    );
    const error = data?.payload.error;
    expect(error?.message ?? errors?.[0]?.message).toMatch(message);
    if (field !== undefined) expect(error).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expect((await verdictOf(on)).documentation).toBe('NONE');
  });

  it('a restriction that is not there, a claim for another restriction', async () => {
    expect(await claimBasis({ restriction: 'nowhere', exception: 'EX-SEC' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    const other = await claimed();
    expect(await claimBasis({ restriction: on, exception: 'EX-SEC', supersedes: other.id })).toMatchObject({
      error: { field: 'supersedes' },
    });
  });

  it('a condition the ground does not ask for, evidence that is not there', async () => {
    const { id } = await claimed();
    expect(await answer({ claim: id, condition: '171.204(b)', answer: 'MET', seenVersion: 0 })).toMatchObject({
      error: { field: 'condition', message: expect.stringContaining('It asks for: ') },
    });
    expect(
      await answer({ claim: id, condition: '171.203(a)', answer: 'MET', evidence: ['nowhere'], seenVersion: 0 }),
    ).toMatchObject({ error: { code: 'DANGLING_REFERENCE' } });
    expect((await read(id)).answerVersions).toEqual([]);
  });
});
