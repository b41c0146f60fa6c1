import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

const asOf = '2026-11-21';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Turned {
  readonly dataClass: { readonly id: string };
  readonly channel: { readonly id: string };
  readonly audience: { readonly id: string };
  readonly before: string | null;
  readonly after: string | null;
  readonly turn: string;
  readonly direction: string;
  readonly sentence: string;
}

interface Supposed {
  readonly ok: boolean;
  readonly errors: readonly {
    readonly at: number;
    readonly error: { readonly code: string; readonly message: string; readonly field: string | null };
    readonly current: { readonly id: string } | null;
    readonly lastChange: { readonly revision: number } | null;
  }[];
  readonly revision: number;
  readonly sentence: string;
  readonly counts: {
    readonly outcomes: number;
    readonly more: number;
    readonly less: number;
    readonly turns: readonly { readonly turn: string; readonly count: number }[];
    readonly audiences: readonly { readonly audience: { readonly id: string }; readonly nowhereAnyMore: number }[];
  };
  readonly outcomes: {
    readonly nodes: readonly Turned[];
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly findingsOpened: { readonly totalCount: number; readonly nodes: readonly { readonly rule: string }[] };
  readonly findingsClosed: { readonly totalCount: number; readonly nodes: readonly { readonly rule: string }[] };
  readonly verdicts: readonly {
    readonly restriction: { readonly id: string; readonly name: string };
    readonly before: object | null;
    readonly after: object | null;
    readonly sentence: string;
  }[];
}

const fields = `ok errors { at error { code message field } current { id } lastChange { revision } } revision sentence notes
  counts { outcomes more less turns { turn count } audiences { audience { id } nowhereAnyMore } }
  outcomes(first: 500) { totalCount pageInfo { hasNextPage endCursor } nodes {
    dataClass { id } channel { id name } audience { id } before after turn direction partsGained partsLost sentence } }
  stranded { dataClass { id } systems { id } sentence } unstranded { dataClass { id } sentence }
  findingsOpened { totalCount nodes { rule explanation witness { sentences } } }
  findingsClosed { totalCount nodes { rule explanation } }
  verdicts { restriction { id name } before { verdict sentence } after { verdict sentence } sentence }`;

const suppose = async (given: { changes?: readonly object[]; outages?: readonly object[]; audience?: string }) =>
  (
    await server.ask<{ whatIf: Supposed }>(
      `query($changes: [ChangeInput!], $outages: [ThingInput!], $audience: ID) {
        whatIf(changes: $changes, outages: $outages, audience: $audience, asOf: "${asOf}") { ${fields} } }`,
      given,
    )
  ).whatIf;

const restrictions = async () =>
  (
    await server.ask<{
      restrictions: { nodes: readonly { id: string; revision: number; effect: string; name: string }[] };
    }>('{ restrictions(first: 500) { nodes { id name revision effect } } }')
  ).restrictions.nodes;

const log = async (): Promise<unknown> => {
  const revision = await server.store.revision();
  const changes = await server.store.changes(0, 10_000);
  return { revision, changes };
};

const endOf = (concept: string, { id, revision }: { id: string; revision: number }) => ({
  end: { concept, id, expectedRevision: revision, endedOn: asOf, reason: 'To see what would be' },
});

describe('what if', () => {
  it('says what holds a class back still where lifting a restriction alone turns nothing', async () => {
    const hospital = await startTestServer({ seed: 'regional-hospital' });
    try {
      const { restriction } = await hospital.ask<{ restriction: { id: string; revision: number } }>(
        '{ restriction(id: "results-72h") { id revision } }',
      );
      const { whatIf } = await hospital.ask<{ whatIf: { sentence: string; notes: readonly string[] } }>(
        `query($changes: [ChangeInput!]) { whatIf(changes: $changes, asOf: "${asOf}", audience: "PATIENT") { sentence notes } }`,
        { changes: [endOf('RESTRICTION', restriction)] },
      );
      expect(whatIf.sentence).toMatch(/classes are held back by fewer restrictions than now, and still held back\.$/);
      expect(whatIf.notes.join('\n')).toMatch(
        /is no longer held back by "Results held 72 hours on the portal" on "[^"]+" for [^:]+: one delay less\. It is still limited there by .*"Automated portal log-ins refused"/,
      );
    } finally {
      await hospital.stop();
    }
  });

  it('finds no difference where nothing is changed and nothing is down', async () => {
    const answer = await suppose({});
    expect(answer).toMatchObject({
      ok: true,
      errors: [],
      counts: { outcomes: 0, turns: [], audiences: [] },
      outcomes: { totalCount: 0, pageInfo: { hasNextPage: false } },
      findingsOpened: { totalCount: 0 },
      findingsClosed: { totalCount: 0 },
      verdicts: [],
      stranded: [],
      unstranded: [],
    });
    expect(answer.sentence).toBe(
      'If nothing is changed and nothing is down, nothing differs in what is released or stranded.',
    );
  });

  it('says what the patient loses while the portal is down, and writes nothing', async () => {
    const before = await log();
    const answer = await suppose({ outages: [{ concept: 'SYSTEM', id: 'portal' }], audience: 'PATIENT' });
    expect(answer.ok).toBe(true);
    expect(answer.sentence).toMatch(/^If the system "[^"]+" is down, \d+ class/);
    expect(answer.counts.less).toBeGreaterThan(0);
    expect(answer.counts.more).toBe(0);
    for (const row of answer.outcomes.nodes) {
      expect(row.audience.id).toBe('PATIENT');
      expect(row.channel.id).toBe('portal-web');
      expect(row.after).toBeNull();
      expect(row.sentence).toMatch(/not there then\.$/);
    }
    expect(await log()).toEqual(before);
  });

  it('shows what the end of a restriction would release, with its traces before and after', async () => {
    const all = await restrictions();
    const answers = await Promise.all(all.map((each) => suppose({ changes: [endOf('RESTRICTION', each)] })));
    const at = answers.findIndex(({ counts, findingsClosed }) => counts.more > 0 && findingsClosed.totalCount > 0);
    const [answer, lifted] = [answers[at], all[at]];
    if (answer === undefined || lifted === undefined)
      throw new Error('no restriction of the clinic holds back anything');
    expect(answer.sentence).toContain(`If the restriction "${lifted.name}" ends, `);
    expect(answer.verdicts).toMatchObject([{ restriction: { id: lifted.id }, after: null }]);
    expect(answer.findingsClosed.nodes.map(({ rule }) => rule)).toContain('undocumented-restriction');
    const [row] = answer.outcomes.nodes;
    if (row === undefined) throw new Error('no row');
    const { dataClass, channel, audience, before, after } = row;
    const asked = await server.ask<{
      now: { outcomes: readonly object[] };
      whatIf: { trace: { outcomes: readonly object[]; sentence: string; answers: readonly object[] } };
    }>(
      `query($changes: [ChangeInput!], $dataClass: ID!, $audience: ID!) {
        now: trace(dataClass: $dataClass, audience: $audience, asOf: "${asOf}") { outcomes { channel { id } outcome } }
        whatIf(changes: $changes, asOf: "${asOf}") { trace(dataClass: $dataClass, audience: $audience) {
          sentence outcomes { channel { id name } audience { id } outcome }
          answers { parts { id } systems { system { id name } } flows { flow { id } } restrictions { restriction { id } witness { sentence } } pathCounts { audience } } } } }`,
      { changes: [endOf('RESTRICTION', lifted)], dataClass: dataClass.id, audience: audience.id },
    );
    expect(asked.now.outcomes).toContainEqual({ channel: { id: channel.id }, outcome: before });
    expect(asked.whatIf.trace.outcomes).toContainEqual(
      expect.objectContaining({ channel: expect.objectContaining({ id: channel.id }) as unknown, outcome: after }),
    );
  });

  it('shows things that only the changes have, and things as they would be', async () => {
    const answer = await server.ask<{
      whatIf: {
        ok: boolean;
        errors: readonly object[];
        outcomes: { nodes: readonly { channel: { id: string; name: string }; turn: string }[] };
        trace: {
          answers: readonly {
            channels: readonly { channel: { id: string; name: string; system: { name: string } } }[];
          }[];
        };
      };
    }>(
      `query($changes: [ChangeInput!]) { whatIf(changes: $changes, asOf: "${asOf}") { ok errors { at error { message } }
        outcomes(channel: "kiosk") { nodes { channel { id name } turn } }
        trace(dataClass: "allergies", audience: "PATIENT") { answers { channels { channel { id name system { name } } } } } } }`,
      {
        changes: [
          { createSystem: { id: 'kiosk-server', name: 'Kiosk server', kind: 'SYS-PORTAL' } },
          {
            createAccessChannel: {
              id: 'kiosk',
              name: 'Kiosk in the lobby',
              kind: 'CH-PORTAL',
              system: 'kiosk-server',
              audiences: ['PATIENT'],
              releases: [{ dataClass: 'allergies' }],
            },
          },
        ],
      },
    );
    expect(answer.whatIf.errors).toEqual([]);
    expect(answer.whatIf.ok).toBe(true);
    expect(answer.whatIf.outcomes.nodes.every(({ turn }) => turn === 'NOT_RELEASED_OTHERWISE')).toBe(true);
    expect(answer.whatIf.outcomes.nodes[0]?.channel.name).toBe('Kiosk in the lobby');
    const kiosk = answer.whatIf.trace.answers[0]?.channels.find(({ channel }) => channel.id === 'kiosk');
    expect(kiosk?.channel.system.name).toBe('Kiosk server');
  });

  it('tells what is wrong with each change and each outage, at its place', async () => {
    const [first] = await restrictions();
    if (first === undefined) throw new Error('the clinic has restrictions');
    const answer = await suppose({
      changes: [
        endOf('RESTRICTION', { ...first, revision: first.revision + 5 }),
        { createFlow: { name: 'To nowhere', from: 'ehr', to: 'no-such-system' } },
      ],
      outages: [
        { concept: 'SYSTEM', id: 'ehr' },
        { concept: 'FLOW', id: 'no-such-flow' },
      ],
    });
    expect(answer.ok).toBe(false);
    expect(answer.errors).toMatchObject([
      { at: 0, error: { code: 'CONFLICT' }, current: { id: first.id } },
      { at: 1, error: { code: 'DANGLING_REFERENCE', field: 'to' }, current: null },
      { at: 3, error: { code: 'NOT_FOUND' }, current: null },
    ]);
    expect(answer.errors[0]?.lastChange?.revision).toBe(first.revision);
    expect(answer.outcomes.totalCount).toBe(0);
  });

  it('refuses what cannot be down, and audiences, days and packs that are not', async () => {
    const refused = async (args: string) => {
      const { errors } = await server.send(`{ whatIf(${args}) { ok } }`);
      return errors?.[0]?.extensions.code;
    };
    expect(await refused('outages: [{ concept: RESTRICTION, id: "x" }]')).toBe('BAD_USER_INPUT');
    expect(await refused('audience: "NOBODY"')).toBe('NOT_FOUND');
    expect(await refused('rulePack: "NONE"')).toBe('BAD_USER_INPUT');
  });

  it('gives rows by page, and those of some turns', async () => {
    const whole = await suppose({ outages: [{ concept: 'SYSTEM', id: 'ehr' }] });
    expect(whole.outcomes.totalCount).toBeGreaterThan(10);
    const rows: Turned[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Supposed = (
        await server.ask<{ whatIf: Supposed }>(
          `query($after: String) { whatIf(outages: [{ concept: SYSTEM, id: "ehr" }], asOf: "${asOf}") {
            outcomes(first: 7, after: $after) { pageInfo { hasNextPage endCursor } nodes { dataClass { id } channel { id } audience { id } } } } }`,
          { after },
        )
      ).whatIf;
      rows.push(...page.outcomes.nodes);
      after = page.outcomes.pageInfo.endCursor;
      more = page.outcomes.pageInfo.hasNextPage;
    }
    const keys = (all: readonly Turned[]) =>
      all.map((row) => `${row.dataClass.id} ${row.channel.id} ${row.audience.id}`);
    expect(keys(rows)).toEqual(keys(whole.outcomes.nodes).slice(0, rows.length));
    expect(rows).toHaveLength(whole.outcomes.totalCount);
    for (const { turn, count } of whole.counts.turns) {
      const narrowed = await server.ask<{ whatIf: { outcomes: { totalCount: number } } }>(
        `query($turn: Turn!) { whatIf(outages: [{ concept: SYSTEM, id: "ehr" }], asOf: "${asOf}") { outcomes(turns: [$turn]) { totalCount } } }`,
        { turn },
      );
      expect(narrowed.whatIf.outcomes.totalCount).toBe(count);
    }
  });

  it('answers about four inventories in one request, however often about each, and refuses more', async () => {
    const ask = (channels: readonly string[]) =>
      server.send(
        `{ ${channels.map((id, at) => `a${at}: whatIf(outages: [{ concept: ACCESS_CHANNEL, id: "${id}" }], asOf: "${asOf}") { ok }`).join('\n')} }`,
      );
    const all = ['portal-web', 'patient-api', 'ehi-export', 'release-desk', 'hie-query'];
    expect((await ask([...all.slice(0, 4), ...all.slice(0, 4)])).errors).toBeUndefined();
    const { errors } = await ask(all);
    expect(errors?.[0]?.extensions.code).toBe('QUERY_LIMIT_EXCEEDED');
    expect(errors?.[0]?.message).toContain('its number of inventories as they might be is 5, at most 4');
  });
});

describe('the smallest release sets', () => {
  interface Sets {
    readonly smallestReleaseSets: {
      readonly sentence: string;
      readonly isReleased: boolean;
      readonly exact: boolean;
      readonly sets: readonly {
        readonly changes: readonly { readonly kind: string; readonly words: string; readonly requiredByLaw: boolean }[];
        readonly changeInputs: readonly object[];
        readonly channel: { readonly id: string };
        readonly outcome: string;
        readonly path: {
          readonly status: string;
          readonly sentence: string;
          readonly steps: readonly { readonly id: string }[];
        };
        readonly trace: {
          readonly outcomes: readonly { readonly channel: { readonly id: string }; readonly outcome: string }[];
        };
      }[];
    };
  }

  const ask = (dataClass: string, more = '') =>
    server.ask<Sets>(
      `query($dataClass: ID!) { smallestReleaseSets(dataClass: $dataClass, audience: "PATIENT", asOf: "${asOf}"${more}) {
        sentence isReleased exact notes sets { requiredByLaw changeInputs channel { id } outcome
          changes { kind words requiredByLaw channel { id } flow { id } restriction { id } verdict documentation from { id } to { id } input }
          path { status sentence steps { id name } } trace { outcomes { channel { id } outcome } answers { systems { system { name } } } } } } }`,
      { dataClass },
    );

  it('release the class when they are made, as a what-if of them says, and write nothing', async () => {
    const before = await log();
    const { dataClasses } = await server.ask<{ dataClasses: { nodes: readonly { id: string; level: string }[] } }>(
      '{ dataClasses(first: 500) { nodes { id level } } }',
    );
    let proven = 0;
    for (const { id } of dataClasses.nodes.filter(({ level }) => level === 'CLASS')) {
      const { smallestReleaseSets: found } = await ask(id, ', first: 3');
      expect(found.exact).toBe(true);
      expect(found.isReleased).toBe(found.sentence.includes('already'));
      for (const { changeInputs, channel, outcome, path, changes } of found.sets) {
        expect([outcome, path.status]).toEqual(['RELEASED', 'RELEASED']);
        expect(path.steps.at(-1)?.id).toBe(channel.id);
        expect(changes).toHaveLength(changeInputs.length);
        const { whatIf } = await server.ask<{
          whatIf: { ok: boolean; outcomes: { nodes: readonly { after: string }[] } };
        }>(
          `query($changes: [ChangeInput!], $id: ID, $channel: ID) {
            whatIf(changes: $changes, asOf: "${asOf}", audience: "PATIENT") { ok outcomes(dataClass: $id, channel: $channel) { nodes { after } } } }`,
          { changes: changeInputs, id, channel: channel.id },
        );
        expect(whatIf.ok).toBe(true);
        // With parts that answer otherwise, the class as a whole is released in part.
        for (const { after } of whatIf.outcomes.nodes) expect(['RELEASED', 'PARTIAL']).toContain(after);
        proven += 1;
      }
    }
    expect(proven).toBeGreaterThan(3);
    expect(await log()).toEqual(before);
  });

  it('are refused for what is not there', async () => {
    const missing = await server.send('{ smallestReleaseSets(dataClass: "none", audience: "PATIENT") { sentence } }');
    expect(missing.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const many = await server.send(
      '{ smallestReleaseSets(dataClass: "allergies", audience: "PATIENT", first: 51) { sentence } }',
    );
    expect(many.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
