import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Payload {
  readonly ok: boolean;
  readonly revision: number | null;
  readonly error: { readonly code: string } | null;
  readonly errors: readonly {
    readonly at: number;
    readonly error: { readonly code: string; readonly field: string | null; readonly message: string };
    readonly current: { readonly __typename: string; readonly name: string; readonly revision: number } | null;
    readonly lastChange: {
      readonly revision: number;
      readonly actor: string;
      readonly at: string;
      readonly changedFields: readonly string[];
    } | null;
  }[];
  readonly changes: readonly {
    readonly revision: number;
    readonly action: string;
    readonly entity: string;
    readonly actor: string;
    readonly reason: string | null;
  }[];
}

const fields = `ok revision error { code } errors {
  at error { code field message } current { __typename name revision } lastChange { revision actor at changedFields }
} changes { revision action entity actor reason }`;

const apply = async (changes: readonly object[], reason?: string): Promise<Payload> =>
  (
    await server.ask<{ payload: Payload }>(
      `mutation($changes: [ChangeInput!]!, $reason: String) { payload: applyChanges(changes: $changes, reason: $reason) { ${fields} } }`,
      { changes, reason },
    )
  ).payload;

const takeBack = async (revisions: readonly number[], reason?: string): Promise<Payload> =>
  (
    await server.ask<{ payload: Payload }>(
      `mutation($revisions: [Int!]!, $reason: String) { payload: takeBack(revisions: $revisions, reason: $reason) { ${fields} } }`,
      { revisions, reason },
    )
  ).payload;

const system = async (id: string) =>
  (
    await server.ask<{
      system: {
        name: string;
        revision: number;
        startedOn: string | null;
        endedOn: string | null;
        endReason: string | null;
        holds: readonly { role: string; dataClass: { id: string } }[];
      } | null;
    }>(
      'query($id: ID!) { system(id: $id) { name revision startedOn endedOn endReason holds { role dataClass { id } } } }',
      { id },
    )
  ).system;

const revisionNow = async (): Promise<number> =>
  (await server.ask<{ inventory: { revision: number } }>('{ inventory { revision } }')).inventory.revision;

const revisionsOf = ({ changes }: Payload): readonly number[] => changes.map(({ revision }) => revision);

const newSystem = (id: string, more: object = {}) => ({
  createSystem: { id, name: `System ${id}`, kind: 'SYS-LIS', ...more },
});

describe('a set of changes', () => {
  it('is written whole, each change with an entry of the log, later ones on earlier ones', async () => {
    const before = await revisionNow();
    const written = await apply(
      [
        newSystem('set-a'),
        newSystem('set-b'),
        {
          createFlow: {
            id: 'set-f',
            name: 'A to B',
            from: 'set-a',
            to: 'set-b',
            carries: [{ dataClass: 'laboratory' }],
          },
        },
        { updateFlow: { id: 'set-f', expectedRevision: 0, input: { protocol: 'FHIR' } } },
        { end: { concept: 'SYSTEM', id: 'set-b', expectedRevision: 0, endedOn: '2030-01-01', reason: 'planned' } },
      ],
      'a workshop',
    );
    expect(written).toMatchObject({ ok: true, error: null, errors: [], revision: before + 5 });
    expect(written.changes.map(({ action, entity, reason }) => [action, entity, reason])).toEqual([
      ['CREATE', 'set-a', 'a workshop'],
      ['CREATE', 'set-b', 'a workshop'],
      ['CREATE', 'set-f', 'a workshop'],
      ['UPDATE', 'set-f', 'a workshop'],
      ['END', 'set-b', 'a workshop'],
    ]);
    expect(await system('set-b')).toMatchObject({ endedOn: '2030-01-01', endReason: 'planned' });
  });

  it('is not written at all when one change is refused; every reason has its place', async () => {
    const before = await revisionNow();
    const refused = await apply([
      newSystem('no-a'),
      newSystem('no-b', { kind: 'SYS-NOPE' }),
      { createFlow: { name: 'F', from: 'no-a', to: 'nobody' } },
      { updateSystem: { id: 'nothing', expectedRevision: 3, input: { name: 'N' } } },
      { end: { concept: 'SYSTEM', id: 'ehr', expectedRevision: 1, endedOn: '2020-01-01', reason: ' ' } },
      newSystem('no-a'),
    ]);
    expect(refused).toMatchObject({ ok: false, revision: null, changes: [], error: { code: 'BAD_USER_INPUT' } });
    expect(refused.errors.map(({ at, error }) => [at, error.code, error.field])).toEqual([
      [1, 'BAD_USER_INPUT', 'kind'],
      [2, 'DANGLING_REFERENCE', 'to'],
      [3, 'NOT_FOUND', null],
      [4, 'CONFLICT', null],
      [5, 'BAD_USER_INPUT', 'id'],
    ]);
    expect(await revisionNow()).toBe(before);
  });

  it('tells of a conflict what is there now, and who wrote it when', async () => {
    const [seen = 0] = revisionsOf(await apply([newSystem('shared')]));
    const [theirs = 0] = revisionsOf(
      await apply([{ updateSystem: { id: 'shared', expectedRevision: seen, input: { name: 'Theirs' } } }]),
    );
    const refused = await apply([
      { updateSystem: { id: 'shared', expectedRevision: seen, input: { name: 'Ours' } } },
      newSystem('shared'),
    ]);
    for (const at of [0, 1])
      expect(refused.errors[at]).toMatchObject({
        at,
        error: { code: 'CONFLICT' },
        current: { __typename: 'System', name: 'Theirs', revision: theirs },
        lastChange: { revision: theirs, changedFields: ['name'] },
      });
    expect((await system('shared'))?.name).toBe('Theirs');
  });

  it('may change a thing twice: both are held to the revision that was seen before the set', async () => {
    const [seen = 0] = revisionsOf(await apply([newSystem('twice')]));
    const update = (expectedRevision: number, input: object) => ({
      updateSystem: { id: 'twice', expectedRevision, input },
    });
    const both = await apply([update(seen, { name: 'One', vendor: 'V' }), update(seen, { name: 'Two' })]);
    expect(both.changes).toHaveLength(2);
    expect((await system('twice'))?.name).toBe('Two');
    const stale = await apply([update(seen + 2, { name: 'Three' }), update(seen, { name: 'Four' })]);
    expect(stale.errors.map(({ at, error }) => [at, error.code])).toEqual([[1, 'CONFLICT']]);
    expect((await system('twice'))?.name).toBe('Two');
  });

  it('says nothing new where nothing changes, and takes 1 to 500', async () => {
    const same = await apply([
      { updateSystem: { id: 'ehr', expectedRevision: (await system('ehr'))?.revision, input: {} } },
    ]);
    expect(same).toMatchObject({ ok: true, changes: [] });
    expect(await apply([])).toMatchObject({ ok: false, errors: [{ at: 0, error: { field: 'changes' } }] });
    const many = Array.from({ length: 501 }, (_, index) => newSystem(`many-${index}`));
    expect(await apply(many)).toMatchObject({ ok: false, errors: [{ at: 500, error: { field: 'changes' } }] });
    const most = await apply(many.slice(1));
    expect(most.changes).toHaveLength(500);
    expect((await takeBack(revisionsOf(most))).changes).toHaveLength(500);
  });

  it('takes exactly one kind of change at each place', async () => {
    const { createSystem } = newSystem('two-kinds');
    const answer = await server.send('mutation($changes: [ChangeInput!]!) { applyChanges(changes: $changes) { ok } }', {
      changes: [{ createSystem, end: null }],
    });
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.message).toContain('ChangeInput');
  });
});

describe('taking back', () => {
  it('ends what was made, gives back what was changed and reopens what was ended; and the other way round', async () => {
    const [made = 0] = revisionsOf(
      await apply([newSystem('back', { holds: [{ dataClass: 'laboratory', role: 'COPY' }] })]),
    );
    const changed = await apply([
      { updateSystem: { id: 'back', expectedRevision: made, input: { name: 'Other', holds: [] } } },
      { end: { concept: 'SYSTEM', id: 'back', expectedRevision: made, endedOn: '2026-01-01', reason: 'gone' } },
      newSystem('back-2'),
    ]);
    const undone = await takeBack(revisionsOf(changed), 'by mistake');
    expect(undone.changes.map(({ action, entity }) => [action, entity])).toEqual([
      ['UPDATE', 'back'],
      ['END', 'back-2'],
    ]);
    expect(undone.changes[0]?.reason).toMatch(/^undo of revision \d+–\d+: by mistake$/);
    expect(await system('back')).toMatchObject({
      name: 'System back',
      endedOn: null,
      endReason: null,
      holds: [{ role: 'COPY', dataClass: { id: 'laboratory' } }],
    });
    const gone = await system('back-2');
    expect(gone?.startedOn).toBe(gone?.endedOn);
    expect(gone?.endedOn).toBe(new Date().toISOString().slice(0, 10));
    const redone = await takeBack(revisionsOf(undone));
    expect(redone.ok).toBe(true);
    expect(await system('back')).toMatchObject({ name: 'Other', endedOn: '2026-01-01', endReason: 'gone', holds: [] });
    expect(await system('back-2')).toMatchObject({ startedOn: null, endedOn: null });
  });

  it('is refused where somebody wrote since, with what they wrote; and where the log has no such entry', async () => {
    const [made = 0] = revisionsOf(await apply([newSystem('since')]));
    const [theirs = 0] = revisionsOf(
      await apply([{ updateSystem: { id: 'since', expectedRevision: made, input: { name: 'Since' } } }]),
    );
    const refused = await takeBack([9_999_999, made]);
    expect(refused.errors).toMatchObject([
      { at: 0, error: { code: 'NOT_FOUND', field: 'revisions' } },
      { at: 1, error: { code: 'CONFLICT' }, current: { name: 'Since' }, lastChange: { revision: theirs } },
    ]);
    expect((await takeBack([theirs, made])).ok).toBe(true);
  });

  it('is refused where something stands on what was made, by name, and goes with it', async () => {
    const made = revisionsOf(await apply([newSystem('stood-on')]));
    const flow = revisionsOf(
      await apply([{ createFlow: { id: 'stands', name: 'Stands on it', from: 'stood-on', to: 'ehr' } }]),
    );
    const refused = await takeBack(made);
    expect(refused.errors[0]?.error).toMatchObject({ code: 'BAD_USER_INPUT', field: 'revisions' });
    expect(refused.errors[0]?.error.message).toContain('"Stands on it" (stands)');
    const undone = await takeBack([...made, ...flow]);
    expect(undone.ok).toBe(true);
    // The flow alone would come back onto a system that never was.
    const alone = await takeBack([undone.changes.find(({ entity }) => entity === 'stands')?.revision ?? 0]);
    expect(alone.errors[0]?.error.message).toContain('was taken back');
    expect((await takeBack(revisionsOf(undone))).ok).toBe(true);
  });

  it('leaves claims to the steps of a claim', async () => {
    const log = await server.ask<{ changes: readonly { revision: number; concept: string }[] }>(
      '{ changes(after: 0, first: 500) { revision concept } }',
    );
    const claim = log.changes.find(({ concept }) => concept === 'BASIS_CLAIM')?.revision ?? 0;
    const refused = await takeBack([claim]);
    expect(refused.errors[0]?.error.message).toContain('withdraw it');
  });
});
