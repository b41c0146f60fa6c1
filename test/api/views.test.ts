import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../server/src/config.ts';
import { openEmbeddedStore } from '../../server/src/store/index.ts';
import { writesOf } from '../contract/store-subject.ts';
import { markNames, markPattern } from '../kit/mark-names.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
/** The revision at which the inventory was loaded. */
let loaded: number;

const asOf = '2026-11-21';
const today = '{ inventory { revision } }';
const revisionNow = async (): Promise<number> =>
  (await server.ask<{ inventory: { revision: number } }>(today)).inventory.revision;

/** One question of each kind that a screen asks. */
const questions = {
  trace: `query { trace(dataClass: "laboratory", asOf: "${asOf}") { revision sentence dataClass { name }
    answers { sentence outcomes { outcome channel { id name system { name vendor } } audience { id name } }
      systems { system { id name kind } } flows { flow { id name protocol engineRef } }
      restrictions { verdict reason restriction { id name source description } witness { sentence steps { name } } } } } }`,
  list: `query { systems(first: 50) { totalCount nodes { id name vendor product identifiers custodian source description zone holds { source } } } }`,
  search: `query { search(text: "zq", first: 100) { id name description matched } }`,
  findings: `query { findings(first: 500, asOf: "${asOf}") { totalCount nodes { id explanation entities { name } review { owner rationale } } } }`,
  history: `query { system(id: "ehr") { name revision history { revision actor reason before after } } }`,
  map: `query { map(input: { asOf: "${asOf}" }) { revision nodes { id name vendor zone custodian organization { name } } edges { id } completeness { sentence } } }`,
  coverage: `query { coverage(asOf: "${asOf}") { revision } }`,
  log: `query { changes(after: 0, first: 500) { revision actor reason before after } }`,
  imports: `query { importRuns(first: 50) { nodes { name file title warnings } } importJobs { file actor } inventory { name revision } }`,
  seen: `query { reconciliation(first: 500) { totalCount nodes { status observation { name pointer detail } match { name reasons } candidates { name reasons } differences { declared observed } } } }`,
} as const;

type Asked = keyof typeof questions;

const ask = (name: Asked, headers: Record<string, string> = {}): Promise<Record<string, unknown>> =>
  server.ask<Record<string, unknown>>(questions[name], {}, headers);

const frozen = (revision: number | string): Record<string, string> => ({ 'x-ehi-at-revision': String(revision) });
const hidden = { 'x-ehi-hide-names': '1' };

const rename = async (name: string): Promise<void> => {
  const { system } = await server.ask<{ system: { revision: number } }>('{ system(id: "ehr") { revision } }');
  const { updateSystem } = await server.ask<{ updateSystem: { error: unknown } }>(
    `mutation($r: Int!, $input: UpdateSystemInput!) { updateSystem(id: "ehr", expectedRevision: $r, input: $input) { error { message } } }`,
    { r: system.revision, input: { name } },
    { 'x-ehi-actor': 'Zq9000x' },
  );
  expect(updateSystem.error).toBeNull();
};

beforeAll(async () => {
  const store = must(await openEmbeddedStore({ memory: true, now: () => new Date().toISOString() }));
  must(await store.migrate());
  must(await store.commit({ actor: 'Zq8999x', writes: writesOf(markNames(await seedGraph('clinic'))) }));
  server = await startTestServer({ store });
  const file = await readFile(join(projectFolder, 'seeds', 'artefacts', 'engine-channels.xml'));
  const { importArtefact } = await server.ask<{ importArtefact: { error: unknown } }>(
    'mutation($input: ImportArtefactInput!) { importArtefact(input: $input) { error { message } } }',
    { input: { dryRun: false, fileName: 'engine-channels.xml', contentBase64: file.toString('base64') } },
    { 'x-ehi-upload': '1' },
  );
  if (importArtefact.error !== null) throw new Error(JSON.stringify(importArtefact.error));
  loaded = await revisionNow();
});
afterAll(() => server.stop());

describe('a link to a revision', () => {
  it('answers the same after the inventory has changed', async () => {
    const asked: readonly Asked[] = ['trace', 'list', 'search', 'findings', 'history', 'map', 'log', 'seen'];
    const before = new Map<Asked, unknown>();
    for (const name of asked) before.set(name, await ask(name));
    for (const name of asked) expect(await ask(name, frozen(loaded)), name).toEqual(before.get(name));
    await rename('Zq9001x');
    expect(JSON.stringify(await ask('list'))).toContain('Zq9001x');
    expect(await ask('history')).not.toEqual(before.get('history'));
    for (const name of asked) expect(await ask(name, frozen(loaded)), name).toEqual(before.get(name));
  });

  it('tells the newest revision all the same, so that no answer is taken for a step back', async () => {
    const now = await revisionNow();
    const answer = await server.send(today, {}, { ...frozen(loaded), 'x-ehi-revision': String(now) });
    expect(answer.data).toEqual({ inventory: { revision: loaded } });
    expect(answer.headers.get('x-ehi-revision')).toBe(String(now));
  });

  it('is refused with a reason when there is no such revision, or none is named', async () => {
    const ahead = await server.send(today, {}, frozen(999_999));
    expect(ahead.status).toBe(404);
    expect(ahead.errors?.[0]?.extensions.code).toBe('VIEW_NOT_THERE');
    expect(ahead.errors?.[0]?.message).toContain(`newest is ${await revisionNow()}`);
    expect(ahead.errors?.[0]?.extensions.requestId).toBeTruthy();
    for (const value of ['0', '-1', 'now', '1.5', '']) {
      const bad = await server.send(today, {}, frozen(value));
      expect([bad.status, bad.errors?.[0]?.extensions.code], value).toEqual([400, 'BAD_USER_INPUT']);
    }
    const bad = await server.send(today, {}, { 'x-ehi-hide-names': 'yes' });
    expect([bad.status, bad.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('is answered for many revisions at once, each its own', async () => {
    const wanted = Array.from({ length: 12 }, (_, at) => loaded - at * 7);
    const answers = await Promise.all(wanted.map((at) => server.ask<unknown>(today, {}, frozen(at))));
    expect(answers).toEqual(wanted.map((revision) => ({ inventory: { revision } })));
  });
});

describe('hidden names', () => {
  it.each(Object.keys(questions) as Asked[])('are nowhere in the answer to: %s', async (name) => {
    const named = new RegExp(`${markPattern.source}|LAB_RESULTS_IN|LAB_TO_EHR|ADT_|engine-channels`, 'i');
    if (name !== 'coverage') expect(JSON.stringify(await ask(name))).toMatch(named);
    expect(named.exec(JSON.stringify(await ask(name, hidden)))?.[0]).toBeUndefined();
  });

  it('change no count, and go together with a link to a revision', async () => {
    for (const name of ['list', 'findings', 'seen'] as const) {
      const count = (answer: Record<string, unknown>): unknown =>
        Object.values(answer).map((each) => (each as { totalCount: number }).totalCount);
      expect(count(await ask(name, hidden)), name).toEqual(count(await ask(name)));
    }
    const before = await ask('trace', { ...hidden, ...frozen(loaded) });
    await rename('Zq9002x');
    expect(await ask('trace', { ...hidden, ...frozen(loaded) })).toEqual(before);
    expect(JSON.stringify(before)).toContain('Electronic health record 1');
  });

  it('hold for what changed since an earlier day, with the same numbers', async () => {
    const query = `query { findingChanges(since: "2026-11-21", asOf: "2999-01-01") { appeared(first: 100) { totalCount nodes { explanation } } } }`;
    const [shown, told_] = [await server.send<object>(query), await server.send<object>(query, {}, hidden)];
    expect(shown.errors).toBeUndefined();
    expect(told_.errors).toBeUndefined();
    const total = ({ data }: { data: unknown }): unknown =>
      (data as { findingChanges: { appeared: { totalCount: number } } }).findingChanges.appeared.totalCount;
    expect(total(told_)).toBe(total(shown));
  });

  it('are gone from the minutes of a workshop, which are no file to fetch meanwhile', async () => {
    const { createWorkshop } = await server.ask<{ createWorkshop: { workshop: { id: string } } }>(
      'mutation($input: CreateWorkshopInput!) { createWorkshop(input: $input) { workshop { id } } }',
      {
        input: {
          id: 'of-today',
          name: 'Zq9100x',
          facilitator: 'Zq9101x',
          heldOn: '2026-11-21',
          attendees: ['Zq9102x'],
        },
      },
    );
    const { id } = createWorkshop.workshop;
    const query = 'query($id: ID!) { minutes(workshop: $id, format: MARKDOWN) { fileName text } }';
    expect(JSON.stringify(await server.ask<object>(query, { id }))).toMatch(markPattern);
    const told_ = await server.ask<{ minutes: object | null }>(query, { id }, hidden);
    expect(told_.minutes).not.toBeNull();
    expect(JSON.stringify(told_)).not.toMatch(markPattern);
    const path = `/workshops/${encodeURIComponent(id)}/minutes.md`;
    expect((await server.fetch(path)).status).toBe(200);
    expect((await server.fetch(path, { headers: hidden })).status).toBe(403);
    expect((await server.fetch(path, { headers: frozen(loaded) })).status).toBe(400);
  });

  it('let no file of evidence out', async () => {
    const refused = await server.fetch('/evidence/any', { headers: hidden });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'NAMES_HIDDEN' } }] });
  });
});

describe('minutes in a view', () => {
  interface Step {
    readonly workshop: { readonly id: string; readonly revision: number };
  }
  const text = async (headers: Record<string, string>, format = 'HTML'): Promise<string> =>
    (
      await server.ask<{ minutes: { text: string } }>(
        `{ minutes(workshop: "zq-workshop", format: ${format}) { text } }`,
        {},
        headers,
      )
    ).minutes.text;
  let opened: number;

  beforeAll(async () => {
    const { step } = await server.ask<{ step: Step }>(
      'mutation($input: CreateWorkshopInput!) { step: createWorkshop(input: $input) { workshop { id revision } } }',
      {
        input: {
          id: 'zq-workshop',
          name: 'Zq9201x',
          heldOn: asOf,
          facilitator: 'Zq9202x',
          attendees: ['Zq9203x'],
          topics: [{ title: 'Zq9204x' }],
        },
      },
    );
    await server.ask(
      `mutation($revision: Int!) { openWorkshop(id: "zq-workshop", expectedRevision: $revision) { ok } }`,
      { revision: step.workshop.revision },
    );
    opened = await revisionNow();
    // One pixel, as a PNG.
    const contentBase64 =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const { attachEvidence } = await server.ask<{ attachEvidence: { evidence: { id: string } } }>(
      'mutation($input: AttachEvidenceInput!) { attachEvidence(input: $input) { evidence { id } } }',
      { input: { name: 'Zq9205x', fileName: 'zq9206x.png', contentBase64 } },
      { 'x-ehi-upload': '1' },
    );
    await server.ask('mutation($input: AddWorkshopItemInput!) { addWorkshopItem(input: $input) { ok } }', {
      input: { workshop: 'zq-workshop', kind: 'PICTURE', name: 'Zq9207x', picture: attachEvidence.evidence.id },
    });
    await rename('Zq9208x');
  });

  it('hide names and pictures while names are hidden', async () => {
    expect(await text({})).toContain('data:image/png');
    for (const format of ['HTML', 'MARKDOWN', 'CSV']) {
      expect(await text({}, format)).toMatch(markPattern);
      expect(markPattern.exec(await text(hidden, format))?.[0]).toBeUndefined();
    }
    expect(await text(hidden)).not.toContain('data:image');
  });

  it('are those of the revision that is looked at', async () => {
    expect(await text({})).toContain('Zq9207x');
    expect(await text(frozen(opened))).not.toContain('Zq9207x');
  });

  it('are no download there', async () => {
    const path = '/workshops/zq-workshop/minutes.md';
    expect((await server.fetch(path)).status).toBe(200);
    const refused = await server.fetch(path, { headers: hidden });
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { errors: [{ extensions: { code: 'NAMES_HIDDEN' } }] },
    ]);
    expect((await server.fetch(path, { headers: frozen(opened) })).status).toBe(400);
  });
});

describe('a scenario', () => {
  const saveScenario = async (input: object): Promise<string> => {
    const { saveScenario: saved } = await server.ask<{
      saveScenario: { scenario: { id: string } | null; error: unknown };
    }>('mutation($input: ScenarioInput!) { saveScenario(input: $input) { scenario { id } error { message } } }', {
      input,
    });
    if (saved.scenario === null) throw new Error(JSON.stringify(saved));
    return saved.scenario.id;
  };
  const names = async (headers: Record<string, string>): Promise<string> => JSON.stringify(await ask('list', headers));

  it('is looked at with its changes made and what is down taken out, and nothing is written', async () => {
    const { system } = await server.ask<{ system: { revision: number } }>('{ system(id: "ehr") { revision } }');
    const change = { updateSystem: { id: 'ehr', expectedRevision: system.revision, input: { name: 'Zq9100x' } } };
    const outages = [{ concept: 'SYSTEM', id: 'portal' }];
    const id = await saveScenario({ name: 'Zq9101x', changes: [change], outages });
    const before = await revisionNow();
    const seen = { 'x-ehi-scenario': id };
    expect(await names(seen)).toContain('Zq9100x');
    expect(await names({})).not.toContain('Zq9100x');
    const picture = async (headers: Record<string, string>): Promise<readonly string[]> => {
      const { map } = await server.ask<{ map: { nodes: readonly { id: string; live: boolean }[] } }>(
        '{ map(input: {}) { nodes { id live } } }',
        {},
        headers,
      );
      return map.nodes.filter(({ live }) => live).map((node) => node.id);
    };
    expect(await picture({})).toContain('portal');
    expect(await picture(seen)).not.toContain('portal');
    expect(markPattern.exec(await names({ ...seen, ...hidden }))?.[0]).toBeUndefined();
    expect(await revisionNow()).toBe(before);
  });

  it('that restricts a flow or a channel is worked out with names hidden as well', async () => {
    const at = { flows: { nodes: [{ id: '' }] }, accessChannels: { nodes: [{ id: '' }] } };
    const { flows, accessChannels } = await server.ask<typeof at>(
      '{ flows(first: 1) { nodes { id } } accessChannels(first: 1) { nodes { id } } }',
    );
    const held = (appliesTo: object) => ({
      createRestriction: {
        name: 'Zq9110x',
        practice: 'PT-DISABLE',
        effect: 'WITHHOLDS',
        basis: 'POLICY',
        automated: false,
        appliesTo,
      },
    });
    const changes = [held({ flow: flows.nodes[0]?.id }), held({ channel: accessChannels.nodes[0]?.id })];
    const id = await saveScenario({ name: 'Zq9111x', changes });
    const supposed = 'query($id: ID!) { whatIf(scenario: $id) { ok errors { error { message } } sentence } }';
    const answers = await Promise.all(
      [{}, hidden].map((headers) => server.ask<{ whatIf: { ok: boolean } }>(supposed, { id }, headers)),
    );
    expect(answers.map(({ whatIf }) => whatIf.ok)).toEqual([true, true]);
    expect(JSON.stringify(answers[1])).not.toMatch(markPattern);
  });

  it('is refused with a reason when there is none, or it no longer fits', async () => {
    const { system } = await server.ask<{ system: { revision: number } }>('{ system(id: "ehr") { revision } }');
    const change = { updateSystem: { id: 'ehr', expectedRevision: system.revision, input: { name: 'Zq9102x' } } };
    const id = await saveScenario({ name: 'Zq9103x', changes: [change] });
    await rename('Zq9104x');
    const stale = await server.send(today, {}, { 'x-ehi-scenario': id });
    expect(stale.errors?.[0]?.extensions.code).toBe('SCENARIO_DOES_NOT_FIT');
    expect(stale.errors?.[0]?.message).toContain('Somebody else changed the system');
    const unnamed = await server.send(today, {}, { ...hidden, 'x-ehi-scenario': id });
    expect(unnamed.errors?.[0]?.extensions.code).toBe('SCENARIO_DOES_NOT_FIT');
    expect(unnamed.errors?.[0]?.message).not.toMatch(/Zq|Somebody else changed/);
    const none = await server.send(today, {}, { 'x-ehi-scenario': 'none-such' });
    expect([none.status, none.errors?.[0]?.extensions.code]).toEqual([404, 'NOT_FOUND']);
    const bad = await server.send(today, {}, { 'x-ehi-scenario': '-' });
    expect([bad.status, bad.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('nothing is written in a view', () => {
  it.each([
    ['a frozen one', { 'x-ehi-at-revision': '1' }],
    ['one with hidden names', hidden],
  ])('%s', async (_name, headers) => {
    const before = await revisionNow();
    const answer = await server.send(
      'mutation { createSystem(input: { id: "new-one", name: "New", kind: "SYS-LIS" }) { error { code } } }',
      {},
      headers,
    );
    expect(answer.errors?.[0]?.extensions.code).toBe('VIEW_IS_READ_ONLY');
    expect(answer.errors?.[0]?.message).toContain('Leave the view');
    expect(await revisionNow()).toBe(before);
  });
});
