import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Refusal {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
}

const errorOf = async (mutation: string, variables: object = {}): Promise<Refusal | null> => {
  const { payload } = await server.ask<{ payload: { ok: boolean; error: Refusal | null } }>(mutation, variables);
  expect(payload.ok).toBe(payload.error === null);
  return payload.error;
};

const revisionNow = async (): Promise<number> =>
  (await server.ask<{ inventory: { revision: number } }>('{ inventory { revision } }')).inventory.revision;

const createSystem =
  'mutation($input: CreateSystemInput!) { payload: createSystem(input: $input) { ok error { code field message } } }';
const createClass =
  'mutation($input: CreateDataClassInput!) { payload: createDataClass(input: $input) { ok error { code field message } } }';

describe('a write that is refused', () => {
  const valid = { id: 'refused', name: 'Refused', kind: 'SYS-EHR' };
  it.each([
    ['an id with a space', { ...valid, id: 'a b' }, 'id'],
    ['an id that is too long', { ...valid, id: 'a'.repeat(129) }, 'id'],
    ['a blank name', { ...valid, name: '  ' }, 'name'],
    ['a kind the catalogue does not know', { ...valid, kind: 'SYS-NOPE' }, 'kind'],
    ['a stage that is none', { ...valid, lifecycle: 'BROKEN' }, 'lifecycle'],
    ['a text without end', { ...valid, vendor: 'x'.repeat(10_001) }, 'vendor'],
    [
      'a class listed twice',
      {
        ...valid,
        holds: [
          { dataClass: 'laboratory', role: 'COPY', format: 'PDF' },
          { dataClass: 'laboratory', role: 'COPY' },
        ],
      },
      'holds[1]',
    ],
    [
      'a link that ends before it starts',
      { ...valid, holds: [{ dataClass: 'laboratory', role: 'COPY', startedOn: '2024-02-01', endedOn: '2024-01-01' }] },
      'holds[0].endedOn',
    ],
    ['a source that only an import may state', { ...valid, source: 'import:run-1' }, 'source'],
    [
      'a link whose source only an import may state',
      { ...valid, holds: [{ dataClass: 'laboratory', role: 'COPY', source: 'import:run-1' }] },
      'holds[0].source',
    ],
  ])('names the field: %s', async (_what, input, field) => {
    const before = await revisionNow();
    expect(await errorOf(createSystem, { input })).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expect(await revisionNow()).toBe(before);
  });

  it('says what may have been meant', async () => {
    const error = await errorOf(createSystem, { input: { ...valid, kind: 'SYS-EHX' } });
    expect(error?.message).toContain('Did you mean SYS-EHR?');
    const far = await errorOf(createSystem, { input: { ...valid, kind: 'nothing like it' } });
    expect(far?.message).toMatch(/Choose one of: (SYS-[A-Z0-9]+, ){11}SYS-[A-Z0-9]+ \(and \d+ more;/);
  });

  it('takes no person for an import, whatever they call themselves', async () => {
    const { payload } = await server.ask<{ payload: { error: Refusal | null } }>(
      createSystem,
      { input: valid },
      { 'x-ehi-actor': 'import:run-1' },
    );
    expect(payload.error).toMatchObject({ code: 'BAD_USER_INPUT', field: 'source' });
  });

  it('names what a reference points to in vain', async () => {
    const input = { ...valid, holds: [{ dataClass: 'not-there', role: 'COPY' }] };
    const error = await errorOf(createSystem, { input });
    expect(error?.code).toBe('DANGLING_REFERENCE');
    expect(error?.message).toContain('not-there');
  });

  it('keeps a data class from being a part of itself, however far up', async () => {
    for (const [id, partOf] of [
      ['ring-a', null],
      ['ring-b', 'ring-a'],
      ['ring-c', 'ring-b'],
    ] as const) {
      const level = id === 'ring-a' ? 'DOMAIN' : id === 'ring-b' ? 'CLASS' : 'ELEMENT';
      expect(await errorOf(createClass, { input: { id, name: id, level, partOf } })).toBeNull();
    }
    const { dataClass } = await server.ask<{ dataClass: { revision: number } }>(
      '{ dataClass(id: "ring-a") { revision } }',
    );
    const update = `mutation($revision: Int!, $input: UpdateDataClassInput!) {
      payload: updateDataClass(id: "ring-a", expectedRevision: $revision, input: $input) { ok error { code field message } }
    }`;
    const error = await errorOf(update, { revision: dataClass.revision, input: { partOf: 'ring-c' } });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', field: 'partOf' });
    const level = await errorOf(update, { revision: dataClass.revision, input: { level: 'ELEMENT' } });
    expect(level).toMatchObject({ code: 'BAD_USER_INPUT', field: 'partOf' });
  });

  it('keeps an end from coming before the start, and asks for the reason', async () => {
    expect(await errorOf(createSystem, { input: { ...valid, startedOn: '2024-01-01' } })).toBeNull();
    const { system } = await server.ask<{ system: { revision: number } }>('{ system(id: "refused") { revision } }');
    const end = `mutation($revision: Int!, $on: Date!, $reason: String!) {
      payload: end(concept: SYSTEM, id: "refused", expectedRevision: $revision, endedOn: $on, reason: $reason) { ok error { code field message } }
    }`;
    const { revision } = system;
    expect(await errorOf(end, { revision, on: '2023-12-31', reason: 'x' })).toMatchObject({ field: 'endedOn' });
    expect(await errorOf(end, { revision, on: '2024-12-31', reason: '  ' })).toMatchObject({ field: 'reason' });
    expect(await errorOf(end, { revision: revision - 1, on: '2024-12-31', reason: 'x' })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await errorOf(end, { revision, on: '2024-12-31', reason: 'retired' })).toBeNull();
  });

  it('takes a claim only with its ground', async () => {
    const { restrictions } = await server.ask<{ restrictions: { nodes: { id: string }[] } }>(
      '{ restrictions(first: 1) { nodes { id } } }',
    );
    const create =
      'mutation($input: CreateBasisClaimInput!) { payload: createBasisClaim(input: $input) { ok error { code field message } } }';
    const input = { name: 'No ground', restriction: restrictions.nodes[0]?.id };
    expect(await errorOf(create, { input })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'exception' });
    expect(await errorOf(create, { input: { ...input, lawCitation: '42 CFR 2.31' } })).toBeNull();
  });
});

describe('a write that is made', () => {
  it('names who and why in the log', async () => {
    const after = await revisionNow();
    const headers = { 'x-ehi-actor': encodeURIComponent('Zoë Ng, HIM') };
    await server.ask('mutation { createEvidence(input: { name: "Minutes" }, reason: "workshop") { ok } }', {}, headers);
    const { changes } = await server.ask<{ changes: object[] }>(
      'query($after: Int!) { changes(after: $after) { actor reason action concept entity before after } }',
      { after },
    );
    expect(changes).toMatchObject([
      {
        actor: 'Zoë Ng, HIM',
        reason: 'workshop',
        action: 'CREATE',
        concept: 'EVIDENCE',
        entity: 'minutes',
        before: null,
      },
    ]);
    expect(changes[0]).toHaveProperty('after.source', 'Zoë Ng, HIM');
  });

  it('gives a second thing of the same name an id of its own', async () => {
    const create = 'mutation { createEvidence(input: { name: "Twice" }) { ok evidence { id } } }';
    const ids = [
      await server.ask<{ createEvidence: { evidence: { id: string } } }>(create),
      await server.ask<{ createEvidence: { evidence: { id: string } } }>(create),
    ].map(({ createEvidence }) => createEvidence.evidence.id);
    expect(ids[0]).toBe('twice');
    expect(ids[1]).toMatch(/^twice-[0-9a-z]{6}$/);
  });

  it('changes nothing when it says what is there already', async () => {
    const { evidences } = await server.ask<{ evidences: { nodes: { id: string; name: string; revision: number }[] } }>(
      '{ evidences(first: 1) { nodes { id name revision } } }',
    );
    const [one] = evidences.nodes;
    const before = await revisionNow();
    const { updateEvidence } = await server.ask<{ updateEvidence: { ok: boolean; evidence: { revision: number } } }>(
      `mutation($id: ID!, $revision: Int!, $input: UpdateEvidenceInput!) {
        updateEvidence(id: $id, expectedRevision: $revision, input: $input) { ok evidence { revision } }
      }`,
      { id: one?.id, revision: one?.revision, input: { name: one?.name } },
    );
    expect(updateEvidence).toEqual({ ok: true, evidence: { revision: one?.revision } });
    expect(await revisionNow()).toBe(before);
  });

  it('keeps where a link comes from when the list is saved again unchanged', async () => {
    const provenance = { source: 'import:run-1', grade: 'ADVERTISED', recordedAt: '' } as const;
    const holds = [{ dataClass: 'laboratory', role: 'COPY', ...provenance }] as const;
    const document = { id: 'advertised', name: 'Advertised', kind: 'SYS-EHR', identifiers: [], holds, ...provenance };
    const writes = [{ concept: 'System', action: 'CREATE', document }] as const;
    expect((await server.store.commit({ actor: 'import:run-1', writes })).ok).toBe(true);
    const { system } = await server.ask<{ system: { revision: number; holds: object[] } }>(
      '{ system(id: "advertised") { revision holds { source grade recordedAt } } }',
    );
    const { updateSystem } = await server.ask<{ updateSystem: { system: { holds: object[] } } }>(
      `mutation($revision: Int!) { updateSystem(id: "advertised", expectedRevision: $revision, input: { holds: [
        { dataClass: "laboratory", role: COPY }, { dataClass: "medications", role: COPY }
      ] }) { error { message } system { holds { source grade recordedAt } } } }`,
      { revision: system.revision },
    );
    const [kept] = system.holds;
    expect(kept).toMatchObject({ source: 'import:run-1', grade: 'ADVERTISED' });
    expect(updateSystem.system.holds).toHaveLength(2);
    expect(updateSystem.system.holds).toContainEqual(kept);
    expect(updateSystem.system.holds).toContainEqual(
      expect.objectContaining({ source: 'local user', grade: 'ASSERTED' }),
    );
  });

  it('gives record times from its own clock, whatever the claim says', async () => {
    const { restrictions } = await server.ask<{ restrictions: { nodes: { id: string }[] } }>(
      '{ restrictions(first: 1) { nodes { id } } }',
    );
    const { errors } = await server.send(
      `mutation($id: ID!) { createBasisClaim(input: { name: "Early", restriction: $id, exception: "EX-HARM", claimedAt: "2000-01-01T00:00:00Z" }) { ok } }`,
      { id: restrictions.nodes[0]?.id },
    );
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const before = new Date().toISOString();
    const { createBasisClaim } = await server.ask<{ createBasisClaim: { basisClaim: { claimedAt: string } } }>(
      `mutation($id: ID!) { createBasisClaim(input: { name: "Now", restriction: $id, exception: "EX-HARM" }) { basisClaim { claimedAt } } }`,
      { id: restrictions.nodes[0]?.id },
    );
    expect(createBasisClaim.basisClaim.claimedAt >= before).toBe(true);
  });

  it('is refused to all but one of those who write at the same time', async () => {
    await server.ask('mutation { createEvidence(input: { id: "contended", name: "Contended" }) { ok } }');
    const { evidence } = await server.ask<{ evidence: { revision: number } }>(
      '{ evidence(id: "contended") { revision } }',
    );
    const write = (name: string): Promise<{ updateEvidence: { ok: boolean; error: { code: string } | null } }> =>
      server.ask(
        `mutation($revision: Int!, $name: String!) {
          updateEvidence(id: "contended", expectedRevision: $revision, input: { name: $name }) { ok error { code } }
        }`,
        { revision: evidence.revision, name },
      );
    const results = await Promise.all(Array.from({ length: 8 }, (_, at) => write(`by ${at}`)));
    const refused = results.filter(({ updateEvidence }) => !updateEvidence.ok);
    expect(refused).toHaveLength(7);
    expect(refused.every(({ updateEvidence }) => updateEvidence.error?.code === 'CONFLICT')).toBe(true);
  });
});
