import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

const asOf = '2026-11-21';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Payload {
  readonly ok: boolean;
  readonly error: { readonly code: string; readonly field: string | null; readonly message: string } | null;
  readonly errors: readonly {
    readonly at: number;
    readonly error: { readonly code: string };
    readonly lastChange: { readonly actor: string } | null;
  }[];
  readonly scenario: {
    readonly id: string;
    readonly revision: number;
    readonly state: string;
    readonly revisions: readonly number[];
    readonly proposedBy: string | null;
    readonly decidedBy: string | null;
    readonly cannotDecide: readonly string[];
    readonly baseRevision: number;
    readonly changes: readonly object[];
    readonly outages: readonly { readonly concept: string; readonly id: string }[];
  } | null;
  readonly changes: readonly { readonly revision: number; readonly entity: string; readonly actor: string }[];
  readonly revision: number | null;
}

const fields = `ok error { code field message } errors { at error { code } lastChange { actor } }
  scenario { id revision state revisions proposedBy decidedBy cannotDecide baseRevision changes outages { concept id } }
  changes { revision entity actor } revision`;

const as = (actor: string) => ({ 'x-ehi-actor': actor });

const save = async (
  input: object,
  { id, expectedRevision, actor = 'Ana' }: { id?: string; expectedRevision?: number; actor?: string } = {},
) =>
  (
    await server.ask<{ payload: Payload }>(
      `mutation($id: ID, $expectedRevision: Int, $input: ScenarioInput!) {
        payload: saveScenario(id: $id, expectedRevision: $expectedRevision, input: $input) { ${fields} } }`,
      { id, expectedRevision, input },
      as(actor),
    )
  ).payload;

const step = async (name: string, { scenario }: Payload, actor: string, more = '') =>
  (
    await server.ask<{ payload: Payload }>(
      `mutation($id: ID!, $revision: Int!) { payload: ${name}(id: $id, expectedRevision: $revision${more}) { ${fields} } }`,
      { id: scenario?.id, revision: scenario?.revision },
      as(actor),
    )
  ).payload;

const decide = (before: Payload, actor: string, decision: string, reason = 'as agreed') =>
  step('decideScenario', before, actor, `, decision: ${decision}, reason: "${reason}"`);

const channel = async (id: string) =>
  (
    await server.ask<{ accessChannel: { revision: number; name: string; source: string } }>(
      'query($id: ID!) { accessChannel(id: $id) { revision name source } }',
      { id },
    )
  ).accessChannel;

const endPortal = async () => ({
  end: {
    concept: 'ACCESS_CHANNEL',
    id: 'portal-web',
    expectedRevision: (await channel('portal-web')).revision,
    endedOn: asOf,
    reason: 'Replaced',
  },
});

const kiosk = (id: string) => ({
  createAccessChannel: { id, name: 'Kiosk', kind: 'CH-PORTAL', system: 'portal', audiences: ['PATIENT'] },
});

describe('a scenario', () => {
  it('is saved, proposed, and accepted by somebody else, with its changes in the same write', async () => {
    const saved = await save({ name: 'A kiosk', changes: [kiosk('kiosk-a'), kiosk('kiosk-b')] });
    expect(saved).toMatchObject({
      ok: true,
      scenario: { id: 'a-kiosk', state: 'DRAFT', changes: [kiosk('kiosk-a'), kiosk('kiosk-b')] },
    });
    const proposed = await step('proposeScenario', saved, 'Ana');
    expect(proposed).toMatchObject({ ok: true, scenario: { state: 'PROPOSED', proposedBy: 'Ana' } });
    const own = await decide(proposed, ' ANA ', 'ACCEPT');
    expect(own).toMatchObject({ ok: false, error: { code: 'BAD_USER_INPUT', field: 'actor' } });
    const accepted = await decide(proposed, 'Ben', 'ACCEPT');
    expect(accepted).toMatchObject({ ok: true, scenario: { state: 'ACCEPTED', decidedBy: 'Ben' } });
    expect(accepted.changes.map(({ entity }) => entity)).toEqual(['kiosk-a', 'kiosk-b']);
    expect(accepted.scenario?.revisions).toEqual(accepted.changes.map(({ revision }) => revision));
    expect(accepted.scenario?.revision).toBe(accepted.revision);
    expect((await channel('kiosk-a')).source).toBe('Ana');
    expect(await decide(accepted, 'Ben', 'RETURN')).toMatchObject({ ok: false, error: { field: 'scenario' } });
    expect(await step('discardScenario', accepted, 'Ben')).toMatchObject({ ok: false });
  });

  it('says who had a part in it, each once, and takes the decision of none of them', async () => {
    const saved = await save({ name: 'Of three', changes: [kiosk('kiosk-of-three')] });
    const { scenario } = saved;
    const again = { id: scenario?.id ?? '', expectedRevision: scenario?.revision ?? 0, actor: 'Grace' };
    const edited = await save({ name: 'Of three', changes: [kiosk('kiosk-of-three')], description: 'More' }, again);
    const proposed = await step('proposeScenario', edited, 'ANA');
    expect(proposed.scenario?.cannotDecide).toEqual(['Ana', 'Grace']);
    for (const person of ['ana', 'grace ', 'Ana'])
      expect(await decide(proposed, person, 'RETURN')).toMatchObject({ ok: false, error: { field: 'actor' } });
    expect(await decide(proposed, 'Ben', 'RETURN')).toMatchObject({ ok: true });
  });

  it('writes nothing where what it changes was written since, and says by whom', async () => {
    const saved = await save({ name: 'Without the portal', changes: [kiosk('kiosk-c'), await endPortal()] });
    const proposed = await step('proposeScenario', saved, 'Ana');
    const { revision } = await channel('portal-web');
    await server.ask(
      'mutation($revision: Int!) { updateAccessChannel(id: "portal-web", expectedRevision: $revision, input: { name: "Portal" }) { ok } }',
      { revision },
      as('Cem'),
    );
    const before = await server.store.revision();
    const refused = await decide(proposed, 'Ben', 'ACCEPT');
    expect(refused).toMatchObject({
      ok: false,
      errors: [{ at: 1, error: { code: 'CONFLICT' }, lastChange: { actor: 'Cem' } }],
    });
    expect(await server.store.revision()).toEqual(before);
    const found = await server.ask<{ accessChannel: object | null; scenario: { state: string } }>(
      `{ accessChannel(id: "kiosk-c") { id } scenario(id: "${proposed.scenario?.id ?? ''}") { state } }`,
    );
    expect(found).toEqual({ accessChannel: null, scenario: { state: 'PROPOSED' } });
  });

  it('cannot be accepted where it only says what is down', async () => {
    const saved = await save({ name: 'Portal down', outages: [{ concept: 'SYSTEM', id: 'portal' }] });
    expect(saved.scenario?.outages).toEqual([{ concept: 'SYSTEM', id: 'portal' }]);
    const proposed = await step('proposeScenario', saved, 'Ana');
    const refused = await decide(proposed, 'Ben', 'ACCEPT');
    expect(refused.error?.message).toContain('no change of the inventory');
    const returned = await decide(proposed, 'Ben', 'RETURN');
    expect(returned).toMatchObject({ ok: true, scenario: { state: 'RETURNED' }, changes: [] });
    const again = await save(
      { name: 'Portal down again', outages: [{ concept: 'SYSTEM', id: 'portal' }] },
      { id: returned.scenario?.id ?? '', expectedRevision: returned.scenario?.revision ?? 0 },
    );
    expect(again).toMatchObject({ ok: true, scenario: { state: 'DRAFT', proposedBy: null } });
    const stale = await save({ name: 'Late' }, { id: returned.scenario?.id ?? '', expectedRevision: 1 });
    expect(stale).toMatchObject({ ok: false, error: { code: 'CONFLICT' }, scenario: { id: returned.scenario?.id } });
    expect(await step('discardScenario', again, 'Ana')).toMatchObject({ ok: true, scenario: { state: 'DISCARDED' } });
  });

  it('is decided by nobody who saved it, and what it writes is said by who saved it last', async () => {
    const first = await save({ name: 'By two', changes: [kiosk('kiosk-e')] }, { actor: 'Alice' });
    const { id = '', revision: expectedRevision = 0 } = first.scenario ?? {};
    const second = await save({ name: 'By two', changes: [kiosk('kiosk-f')] }, { id, expectedRevision, actor: 'Bob' });
    const proposed = await step('proposeScenario', second, 'Carol');
    for (const actor of ['Alice', ' bob', 'Carol'])
      expect(await decide(proposed, actor, 'ACCEPT'), actor).toMatchObject({ ok: false, error: { field: 'actor' } });
    const accepted = await decide(proposed, 'Dan', 'ACCEPT');
    expect(accepted.error).toBeNull();
    expect((await channel('kiosk-f')).source).toBe('Bob');
    expect(await server.ask('query($id: ID!) { scenario(id: $id) { source savedBy decidedBy } }', { id })).toEqual({
      scenario: { source: 'Alice', savedBy: ['Alice', 'Bob'], decidedBy: 'Dan' },
    });
  });

  it('ends no record, and is not decided once it is over itself', async () => {
    const saved = await save({ name: 'Over', changes: [kiosk('kiosk-g')] });
    const { id = '', revision = 0 } = saved.scenario ?? {};
    const end = { concept: 'SCENARIO', id, expectedRevision: revision, endedOn: asOf, reason: 'No more' };
    expect(await save({ name: 'Ends one', changes: [{ end }] })).toMatchObject({
      ok: false,
      error: { code: 'BAD_USER_INPUT', field: 'changes' },
    });
    const proposed = await step('proposeScenario', saved, 'Ana');
    const current = (await server.store.get('Scenario', [id])) as unknown as {
      value: readonly [Record<string, unknown>];
    };
    const { revision: expected, createdAt: _, updatedAt: __, ...document } = current.value[0];
    await server.store.commit({
      actor: 'Ana',
      reason: 'No more',
      writes: [
        {
          concept: 'Scenario',
          document: { ...document, endedOn: asOf, endReason: 'No more' },
          action: 'END',
          expected,
        } as never,
      ],
    });
    const now = (
      await server.ask<{ scenario: { revision: number } }>('query($id: ID!) { scenario(id: $id) { revision } }', { id })
    ).scenario.revision;
    const over = { ...proposed, scenario: { ...(proposed.scenario ?? never()), revision: now } };
    expect((await decide(over, 'Ben', 'ACCEPT')).error).toMatchObject({ field: 'scenario' });
  });

  it('can be looked at, and beside another', async () => {
    const down = await save({ name: 'All of the portal', outages: [{ concept: 'SYSTEM', id: 'portal' }] });
    const both = await save({
      name: 'Portal and export',
      outages: [
        { concept: 'ACCESS_CHANNEL', id: 'portal-web' },
        { concept: 'ACCESS_CHANNEL', id: 'ehi-export' },
      ],
    });
    const answer = await server.ask<{
      one: { counts: { outcomes: number } };
      other: { counts: { outcomes: number } };
      compareScenarios: {
        ok: boolean;
        sentence: string;
        counts: readonly { share: string; count: number }[];
        notReleasedOtherwise: number;
        others: { totalCount: number; nodes: readonly { a: Turned | null; b: Turned | null }[] };
        outcomes: { totalCount: number; nodes: readonly { share: string; a: Turned | null; b: Turned | null }[] };
      };
    }>(
      `query($a: ID!, $b: ID!) {
        one: whatIf(scenario: $a, asOf: "${asOf}") { counts { outcomes } }
        other: whatIf(scenario: $b, asOf: "${asOf}") { counts { outcomes } }
        compareScenarios(a: $a, b: $b, asOf: "${asOf}") { ok sentence counts { share count } notReleasedOtherwise
          others: outcomes(first: 500, notReleasedOtherwise: true) { totalCount nodes { a { turn } b { turn } } }
          outcomes(first: 500) { totalCount nodes { share dataClass { id } channel { id } a { turn sentence } b { turn } } } } }`,
      { a: down.scenario?.id, b: both.scenario?.id },
    );
    const { one, other, compareScenarios } = answer;
    const count = (share: string) => compareScenarios.counts.find((each) => each.share === share)?.count ?? 0;
    expect(compareScenarios.ok).toBe(true);
    const all = [...compareScenarios.outcomes.nodes, ...compareScenarios.others.nodes];
    expect(all.filter(({ a }) => a !== null)).toHaveLength(one.counts.outcomes);
    expect(all.filter(({ b }) => b !== null)).toHaveLength(other.counts.outcomes);
    const isReleased = (turned: Turned | null) => turned !== null && turned.turn !== 'NOT_RELEASED_OTHERWISE';
    for (const { a, b } of compareScenarios.outcomes.nodes) expect(isReleased(a) || isReleased(b)).toBe(true);
    for (const { a, b } of compareScenarios.others.nodes) expect(isReleased(a) || isReleased(b)).toBe(false);
    expect(compareScenarios.notReleasedOtherwise).toBe(compareScenarios.others.totalCount);
    expect(compareScenarios.others.totalCount).toBeGreaterThan(0);
    expect(compareScenarios.counts.reduce((sum, each) => sum + each.count, 0)).toBe(
      compareScenarios.outcomes.totalCount,
    );
    expect(count('BOTH')).toBeGreaterThan(0);
    expect(count('ONLY_B')).toBeGreaterThan(0);
    expect(compareScenarios.sentence).toMatch(
      /only in "Portal and export"\. \d+ answers? differs? only in why something is not released\.$/,
    );
    for (const { share, a, b } of compareScenarios.outcomes.nodes) {
      expect(a === null).toBe(share === 'ONLY_B');
      expect(b === null).toBe(share === 'ONLY_A');
    }
    const missing = await server.send('{ whatIf(scenario: "none") { ok } }');
    expect(missing.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

interface Turned {
  readonly turn: string;
}

const never = (): never => {
  throw new Error('there is no scenario');
};
