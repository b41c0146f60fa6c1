import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Payload {
  readonly ok: boolean;
  readonly revision: number | null;
  readonly error: { readonly code: string; readonly field: string | null; readonly message: string } | null;
  readonly claim: { readonly id: string; readonly status: string; readonly revision: number } | null;
}

const select = '{ ok revision error { code field message } claim: basisClaim { id status revision } }';

const mutations = {
  claim: `mutation($input: ClaimBasisInput!) { payload: claimBasis(input: $input) ${select} }`,
  create: `mutation($input: CreateBasisClaimInput!) { payload: createBasisClaim(input: $input) ${select} }`,
  answer: `mutation($input: AnswerConditionInput!) { payload: answerCondition(input: $input) ${select} }`,
  submit: `mutation($id: ID!, $expectedRevision: Int!) { payload: submitClaim(id: $id, expectedRevision: $expectedRevision) ${select} }`,
  decide: `mutation($input: DecideClaimInput!) { payload: decideClaim(input: $input) ${select} }`,
  withdraw: `mutation($id: ID!, $expectedRevision: Int!, $reason: String!) { payload: withdrawClaim(id: $id, expectedRevision: $expectedRevision, reason: $reason) ${select} }`,
  update: `mutation($id: ID!, $expectedRevision: Int!, $input: UpdateBasisClaimInput!) { payload: updateBasisClaim(id: $id, expectedRevision: $expectedRevision, input: $input) ${select} }`,
  end: `mutation($id: ID!, $expectedRevision: Int!, $endedOn: Date!) { payload: end(concept: BASIS_CLAIM, id: $id, expectedRevision: $expectedRevision, endedOn: $endedOn, reason: "Over.") { ok error { code field message } } }`,
} as const;

const take = async (step: keyof typeof mutations, actor: string, variables: object): Promise<Payload> =>
  (
    await server.ask<{ payload: Payload }>(mutations[step], variables, {
      'x-ehi-actor': encodeURIComponent(actor),
    })
  ).payload;

const revisionOf = async (id: string): Promise<number> =>
  (
    await server.ask<{ claim: { revision: number } }>('query($id: ID!) { claim: basisClaim(id: $id) { revision } }', {
      id,
    })
  ).claim.revision;

/** A step on a claim as it is now. */
const stepOn = async (step: 'submit' | 'withdraw' | 'update' | 'end', actor: string, id: string, more: object = {}) =>
  take(step, actor, { id, expectedRevision: await revisionOf(id), ...more });

const decide = async (actor: string, id: string, more: object = {}): Promise<Payload> =>
  take('decide', actor, {
    input: {
      id,
      expectedRevision: await revisionOf(id),
      decision: 'APPROVE',
      reason: 'All there.',
      reviewBy: '2099-01-31',
      ...more,
    },
  });

let count = 0;
let restriction = '';
beforeEach(async () => {
  count += 1;
  restriction = `held-${count}`;
  await server.ask('mutation($input: CreateRestrictionInput!) { createRestriction(input: $input) { ok } }', {
    input: {
      id: restriction,
      name: `Held ${count}`,
      practice: 'PT-DISABLE',
      effect: 'CONDITIONS',
      basis: 'POLICY',
      appliesTo: { system: 'ehr' },
      limits: ['laboratory'],
      audiences: ['PATIENT'],
    },
  });
});

const claimed = async (more: object = {}): Promise<string> => {
  const made = await take('claim', 'J. Rivera', { input: { restriction, exception: 'EX-SEC', ...more } });
  expect(made.error).toBeNull();
  return made.claim?.id ?? '';
};

const answer = (claim: string, more: object = {}, actor = 'J. Rivera'): Promise<Payload> =>
  take('answer', actor, { input: { claim, condition: '171.203(a)', answer: 'MET', seenVersion: 0, ...more } });

const approved = async (more: object = {}): Promise<string> => {
  const id = await claimed(more);
  await answer(id, { rationale: 'So it is.' });
  await stepOn('submit', 'J. Rivera', id);
  expect(await decide('M. Okafor', id)).toMatchObject({ ok: true });
  return id;
};

interface Part {
  readonly missing: readonly string[];
}

const verdictOf = async (): Promise<{ verdict: string; documentation: string; missing: string }> => {
  const { held } = await server.ask<{
    held: { verdict: { verdict: string; documentation: string; parts: readonly Part[] } };
  }>('query($id: ID!) { held: restriction(id: $id) { verdict { verdict documentation parts { missing } } } }', {
    id: restriction,
  });
  const { parts, ...verdict } = held.verdict;
  return { ...verdict, missing: parts.flatMap(({ missing }) => missing).join('\n') };
};

describe('what is said of a restriction while its exception is documented', () => {
  it('names what is still missing after each step', async () => {
    const conditions = ['171.203(a)', '171.203(b)', '171.203(c)', '171.203(e)(2)'] as const;
    const id = await claimed();
    for (const condition of conditions) {
      expect((await verdictOf()).missing, condition).toContain(condition);
      expect(await answer(id, { condition })).toMatchObject({ ok: true });
      // An answer without a reason is not yet documentation.
      expect((await verdictOf()).missing, condition).toMatch(/A rationale or a document/);
      expect(await answer(id, { condition, rationale: 'So it is.', seenVersion: 1 })).toMatchObject({ ok: true });
      expect((await verdictOf()).missing, condition).not.toContain(condition);
    }
    expect(await verdictOf()).toMatchObject({ documentation: 'INCOMPLETE' });
  });
});

describe('the answers to one condition', () => {
  interface Version {
    readonly version: number;
    readonly rationale: string | null;
    readonly answeredBy: string;
    readonly answeredAt: string;
  }

  it('stay with who gave them and when, and a late second one says who was first', async () => {
    const id = await claimed();
    const start = new Date().toISOString();
    await answer(id, { answer: 'UNKNOWN', rationale: 'First look.' }, 'Zoë Ng');
    const late = await answer(id, { rationale: 'Did not look.' }, 'H. Berg');
    expect(late).toMatchObject({ ok: false, error: { code: 'BAD_USER_INPUT', field: 'seenVersion' } });
    expect(late.error?.message).toContain('Zoë Ng answered 171.203(a) since. Nothing was written.');
    expect(await answer(id, { rationale: 'Looked.', seenVersion: 1 }, 'H. Berg')).toMatchObject({ ok: true });
    const { claim } = await server.ask<{ claim: { answers: Version[]; answerVersions: Version[] } }>(
      `query($id: ID!) { claim: basisClaim(id: $id) {
        answers { version rationale answeredBy answeredAt } answerVersions { version rationale answeredBy answeredAt }
      } }`,
      { id },
    );
    expect(claim.answerVersions).toMatchObject([
      { version: 1, rationale: 'First look.', answeredBy: 'Zoë Ng' },
      { version: 2, rationale: 'Looked.', answeredBy: 'H. Berg' },
    ]);
    expect(claim.answers).toEqual(claim.answerVersions.slice(1));
    const times = [start, ...claim.answerVersions.map(({ answeredAt }) => answeredAt), new Date().toISOString()];
    expect(times).toEqual(times.toSorted());
  });

  it('are all kept when a whole office answers at once', async () => {
    const { rulePacks } = await server.ask<{
      rulePacks: { isStandard: boolean; exceptions: { id: string; leaves: { condition: string }[] }[] }[];
    }>('{ rulePacks { isStandard exceptions { id leaves { condition } } } }');
    const fees = rulePacks.find(({ isStandard }) => isStandard)?.exceptions.find(({ id }) => id === 'EX-FEES');
    const conditions = fees?.leaves.map(({ condition }) => condition) ?? [];
    expect(conditions.length).toBeGreaterThan(12);
    const id = await claimed({ exception: 'EX-FEES' });
    const given = await Promise.all(
      conditions.map((condition, index) => answer(id, { condition, rationale: 'At once.' }, `Person ${index}`)),
    );
    expect(given.flatMap(({ error }) => (error === null ? [] : [error.message]))).toEqual([]);
    const { claim } = await server.ask<{ claim: { answers: { condition: string; answeredBy: string }[] } }>(
      'query($id: ID!) { claim: basisClaim(id: $id) { answers { condition answeredBy } } }',
      { id },
    );
    expect(new Map(claim.answers.map((each) => [each.condition, each.answeredBy]))).toEqual(
      new Map(conditions.map((condition, index) => [condition, `Person ${index}`])),
    );
  });
});

describe('the log of a claim', () => {
  it('has every step with who took it and why', async () => {
    const id = (await take('claim', 'J. Rivera', { input: { restriction, exception: 'EX-SEC', reason: 'Audit.' } }))
      .claim?.id as string;
    await answer(id, { rationale: 'So it is.' }, 'H. Berg');
    await stepOn('submit', 'J. Rivera', id);
    await decide('M. Okafor', id, { decision: 'RETURN', reason: 'Look again.', reviewBy: null });
    await stepOn('submit', 'H. Berg', id);
    await decide('M. Okafor', id);
    await stepOn('withdraw', 'J. Rivera', id, { reason: 'Practice is over.' });
    const { claim } = await server.ask<{
      claim: { history: { actor: string; reason: string | null; after: { status: string } }[] };
    }>('query($id: ID!) { claim: basisClaim(id: $id) { history { actor reason after } } }', { id });
    expect(claim.history.map(({ actor, reason, after }) => [actor, reason, after.status]).toReversed()).toEqual([
      ['J. Rivera', 'Audit.', 'DRAFT'],
      ['H. Berg', 'So it is.', 'DRAFT'],
      ['J. Rivera', null, 'SUBMITTED'],
      ['M. Okafor', 'Look again.', 'RETURNED'],
      ['H. Berg', null, 'SUBMITTED'],
      ['M. Okafor', 'All there.', 'APPROVED'],
      ['J. Rivera', 'Practice is over.', 'WITHDRAWN'],
    ]);
  });
});

describe('two pairs of eyes', () => {
  it('cannot be got round by saying that the claim comes from somebody else', async () => {
    const made = await take('create', 'J. Rivera', {
      input: { name: 'Hold', restriction, exception: 'EX-SEC', source: 'The manual' },
    });
    const id = made.claim?.id ?? '';
    await stepOn('submit', 'H. Berg', id);
    expect(await stepOn('update', 'J. Rivera', id, { input: { source: 'Nobody' } })).toMatchObject({
      ok: false,
      error: { field: 'source' },
    });
    expect(await decide('j. rivera', id)).toMatchObject({ ok: false, error: { field: 'actor' } });
    expect(await decide('M. Okafor', id)).toMatchObject({ ok: true, claim: { status: 'APPROVED' } });
  });

  it('look again by a day to come, wherever it stands', async () => {
    const id = await claimed({ reviewBy: '2020-01-01' });
    await stepOn('submit', 'J. Rivera', id);
    expect(await decide('M. Okafor', id, { reviewBy: null })).toMatchObject({ error: { field: 'reviewBy' } });
    expect(await decide('M. Okafor', id, { reason: ' ' })).toMatchObject({ error: { field: 'reason' } });
    expect(await decide('M. Okafor', id)).toMatchObject({ ok: true });
  });

  it('decide on what they saw, and only on what was handed in', async () => {
    const id = await claimed();
    expect(await decide('M. Okafor', id)).toMatchObject({ ok: false, error: { field: 'claim' } });
    await stepOn('submit', 'J. Rivera', id);
    expect(await decide('M. Okafor', id, { expectedRevision: 1 })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await stepOn('update', 'J. Rivera', id, { input: { answers: [] } })).toMatchObject({ ok: true });
    expect(
      await stepOn('update', 'J. Rivera', id, { input: { answers: [{ condition: '171.203(a)', answer: 'MET' }] } }),
    ).toMatchObject({ ok: false, error: { field: 'answers' } });
  });
});

describe('a claim that is over', () => {
  it('does not count again because somebody moves its end', async () => {
    const old = await approved();
    const next = await approved({ supersedes: old });
    await stepOn('withdraw', 'J. Rivera', next, { reason: 'Practice changed.' });
    const gone = { verdict: 'UNPROTECTED', documentation: 'NONE' };
    expect(await verdictOf()).toMatchObject(gone);
    for (const id of [old, next]) {
      for (const endedOn of ['2099-01-01', null]) {
        expect(await stepOn('update', 'J. Rivera', id, { input: { endedOn } }), id).toMatchObject({
          ok: false,
          error: { code: 'BAD_USER_INPUT', field: 'endedOn' },
        });
      }
      expect(await stepOn('end', 'J. Rivera', id, { endedOn: '2099-01-01' }), id).toMatchObject({
        ok: false,
        error: { code: 'BAD_USER_INPUT', field: 'endedOn' },
      });
    }
    expect(await verdictOf()).toMatchObject(gone);
  });

  it('has no other take its place', async () => {
    const id = await claimed();
    await stepOn('withdraw', 'J. Rivera', id, { reason: 'Mistaken.' });
    const refused = await take('claim', 'J. Rivera', { input: { restriction, exception: 'EX-SEC', supersedes: id } });
    expect(refused).toMatchObject({ ok: false, error: { field: 'supersedes' } });
    expect(refused.error?.message).toContain('counts no longer; nothing has to take its place');
    expect(
      await take('claim', 'J. Rivera', { input: { restriction, exception: 'EX-SEC', supersedes: 'nowhere' } }),
    ).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('a claim in the place of another', () => {
  const answersOf = async (id: string): Promise<readonly { rationale: string; answeredBy: string }[]> =>
    (
      await server.ask<{ claim: { answers: { rationale: string; answeredBy: string }[] } }>(
        'query($id: ID!) { claim: basisClaim(id: $id) { answers { rationale answeredBy answeredAt } } }',
        { id },
      )
    ).claim.answers;

  it('begins with the answers that count, under their names; with another exception it begins with none', async () => {
    const old = await claimed();
    await answer(old, { rationale: 'First.' }, 'H. Berg');
    await answer(old, { rationale: 'Second.', seenVersion: 1 }, 'Zoë Ng');
    const same = await claimed({ supersedes: old });
    expect(await answersOf(same)).toEqual(await answersOf(old));
    expect(await answersOf(same)).toMatchObject([{ rationale: 'Second.', answeredBy: 'Zoë Ng' }]);
    await stepOn('submit', 'J. Rivera', same);
    expect(await decide('Zoë Ng', same)).toMatchObject({ error: { field: 'actor' } });
    expect(await answersOf(await claimed({ supersedes: old, exception: 'EX-HARM' }))).toEqual([]);
  });

  it('ends the other with its approval: both in one run of revisions', async () => {
    const old = await approved();
    const before = await revisionOf(old);
    const id = await claimed({ supersedes: old });
    await stepOn('submit', 'J. Rivera', id);
    const at = await revisionOf(id);
    expect(await decide('M. Okafor', id, { decision: 'RETURN' })).toMatchObject({ ok: true });
    expect(await revisionOf(old)).toBe(before);
    await stepOn('submit', 'J. Rivera', id);
    const decided = await decide('M. Okafor', id);
    const { changes } = await server.ask<{ changes: { entity: string; action: string; actor: string }[] }>(
      'query($after: Int!) { changes(after: $after) { entity action actor } }',
      { after: at + 2 },
    );
    expect(changes.map(({ entity, action, actor }) => [entity, action, actor]).toSorted()).toEqual(
      [
        [id, 'UPDATE', 'M. Okafor'],
        [old, 'END', 'M. Okafor'],
      ].toSorted(),
    );
    expect(decided.revision).toBe(at + 4);
  });
});
