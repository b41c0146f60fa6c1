import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filter, flow, sign, sketchImporter, sketchOf, system, type Sketch } from '../import/sketch-importer.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ importers: [sketchImporter], maxUploadMib: 1 });
});
afterAll(() => server.stop());

const sketch: Sketch = {
  covers: ['all'],
  systems: [system('engine', { isSelf: true, kind: 'SYS-IE' }), system('lis')],
  flows: [flow('oru', 'lis', 'engine', { engineRef: 'ORU_IN', carries: [sign('UC-LAB')] })],
  filters: [filter('f', { kind: 'FLOW', key: 'oru' }, { name: 'Only final results', classes: [sign('UC-LAB')] })],
};

const upload = (
  bytes: Uint8Array,
  headers: Record<string, string> = { 'x-ehi-upload': '1', 'x-ehi-file': 'engine%20%C3%A4.xml' },
): Promise<Response> => server.fetch('/imports', { method: 'POST', headers, body: new Uint8Array(bytes) });

const idOf = async (response: Promise<Response>): Promise<string> =>
  ((await (await response).json()) as { readonly id: string }).id;

interface Job {
  readonly id: string;
  readonly phase: string;
  readonly file: string;
  readonly actor: string;
  readonly report: {
    readonly run: string;
    readonly title: string;
    readonly factCounts: readonly { readonly name: string; readonly count: number }[];
    readonly seen: readonly { readonly name: string; readonly change: string; readonly status: string }[];
  } | null;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly choices: readonly string[] | null;
  } | null;
}

const jobFields =
  'id phase file actor bytes bytesRead startedAt finishedAt report { run title factCounts { name count } seen { name change status observation fact pointer } } error { code message choices }';

const start = async (id: string, more: object = {}): Promise<Job> => {
  const { startImport } = await server.ask<{ startImport: { ok: boolean; job: Job; error: unknown } }>(
    `mutation ($input: StartImportInput!) { startImport(input: $input) { ok error { code message } job { ${jobFields} } } }`,
    { input: { upload: id, dryRun: false, ...more } },
    { 'x-ehi-actor': 'H. Berg' },
  );
  expect(startImport).toMatchObject({ ok: true, error: null });
  for (;;) {
    const { importJob } = await server.ask<{ importJob: Job }>(
      `query ($id: ID!) { importJob(id: $id) { ${jobFields} } }`,
      { id: startImport.job.id },
    );
    if (importJob.phase === 'DONE' || importJob.phase === 'FAILED') return importJob;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const undo = (run: string, reason = 'wrong server') =>
  server.ask<{
    undoImport: { ok: boolean; ended: number; run: { status: string } | null; error: { code: string } | null };
  }>(
    'mutation ($run: ID!, $reason: String!) { undoImport(run: $run, reason: $reason) { ok ended restored kept { id } run { status undoneBy } error { code message } } }',
    { run, reason },
  );

describe('importing over HTTP', () => {
  it('takes a file, tries it, imports it, shows what it saw, decides, and takes it back', async () => {
    const response = await upload(sketchOf(sketch));
    expect(response.status).toBe(201);
    const { id, name } = (await response.json()) as { readonly id: string; readonly name: string };
    expect(name).toBe('engine ä.xml');

    const tried = await start(id, { dryRun: true });
    expect(tried).toMatchObject({ phase: 'DONE', file: 'engine ä.xml', actor: 'H. Berg' });
    expect(tried.report?.seen.map(({ name, change, status }) => `${change} ${status} ${name}`)).toEqual([
      'APPEARED OBSERVED_ONLY engine',
      'APPEARED OBSERVED_ONLY lis',
      'APPEARED OBSERVED_ONLY oru',
      'APPEARED OBSERVED_ONLY Only final results',
    ]);
    expect(
      (await server.ask<{ importRuns: { totalCount: number } }>('{ importRuns { totalCount } }')).importRuns.totalCount,
    ).toBe(0);

    const done = await start(id);
    const run = done.report?.run ?? '';
    // The bytes are gone once they are imported.
    const again = await server.ask<{ startImport: { ok: boolean; error: { message: string } } }>(
      'mutation ($input: StartImportInput!) { startImport(input: $input) { ok error { message } } }',
      { input: { upload: id, dryRun: false } },
    );
    expect(again.startImport).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/Send the file again/) },
    });

    const { reconciliation } = await server.ask<{
      reconciliation: {
        totalCount: number;
        counts: readonly object[];
        nodes: readonly {
          observation: { id: string; revision: number; name: string; statement: object };
          about: string;
          classes: readonly { name: string }[];
        }[];
      };
    }>(
      'query ($run: ID!) { reconciliation(filter: { run: $run, undecided: true, status: [OBSERVED_ONLY] }, first: 10) { totalCount counts { fact status count undecided } declaredOnly { id } nodes { fact status about certainty place match { id } candidates { id reasons } differences { field } classes { id name inInventory certainty reason pointer } observation { id name revision pointer statement decision run { id file } } } pageInfo { endCursor } } }',
      { run },
    );
    expect(reconciliation.totalCount).toBe(4);
    expect(reconciliation.counts).toContainEqual({ fact: 'SYSTEM', status: 'OBSERVED_ONLY', count: 2, undecided: 2 });
    const seen = reconciliation.nodes.find(({ observation }) => observation.name === 'oru');
    expect(seen).toMatchObject({
      about: 'lis → engine',
      classes: [{ name: 'Laboratory' }],
      observation: { statement: { kind: 'FLOW', engineRef: 'ORU_IN' } },
    });

    const decide = (input: object) =>
      server.ask<{
        decideObservations: {
          ok: boolean;
          decided: readonly string[];
          notDecided: readonly { message: string }[];
          created: readonly { concept: string; name: string }[];
          error: { code: string; message: string } | null;
        };
      }>(
        'mutation ($input: DecideObservationsInput!) { decideObservations(input: $input) { ok error { code message field } decided notDecided { id name message } created { concept id name } revision } }',
        { input },
        { 'x-ehi-actor': 'H. Berg' },
      );
    const observation = { id: seen?.observation.id, revision: seen?.observation.revision };
    expect((await decide({ observations: [observation], action: 'REJECT' })).decideObservations).toMatchObject({
      ok: false,
      error: { code: 'BAD_USER_INPUT', message: expect.stringMatching(/Say why/) },
    });
    const accepted = (await decide({ observations: [observation], action: 'ACCEPT' })).decideObservations;
    expect(accepted.created.map(({ concept, name }) => `${concept} ${name}`).toSorted()).toEqual([
      'DATA_CLASS Laboratory',
      'FLOW oru',
      'SYSTEM engine',
      'SYSTEM lis',
    ]);
    // Sent twice, it is done once.
    expect(
      (await decide({ observations: [observation], action: 'ACCEPT' })).decideObservations.notDecided,
    ).toMatchObject([{ message: expect.stringMatching(/changed it since/) }]);
    const { flows } = await server.ask<{ flows: { nodes: readonly object[] } }>(
      '{ flows { nodes { name source from { name } to { name } carries { dataClass { id } } } } }',
    );
    expect(flows.nodes).toEqual([
      {
        name: 'oru',
        source: 'H. Berg',
        from: { name: 'lis' },
        to: { name: 'engine' },
        carries: [{ dataClass: { id: 'laboratory' } }],
      },
    ]);

    const takenBack = async () =>
      (
        await server.ask<{ importRun: { canBeTakenBack: boolean } }>(
          'query ($id: ID!) { importRun(id: $id) { canBeTakenBack } }',
          { id: run },
        )
      ).importRun.canBeTakenBack;
    expect(await takenBack()).toBe(true);
    const undone = (await undo(run)).undoImport;
    expect(await takenBack()).toBe(false);
    expect(undone).toMatchObject({ ok: true, ended: 1, run: { status: 'UNDONE' } });
    expect((await undo(run)).undoImport).toMatchObject({ ok: false, error: { code: 'BAD_USER_INPUT' } });
    expect((await undo('nowhere')).undoImport).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const { importRun } = await server.ask<{ importRun: { counts: readonly object[] } }>(
      'query ($id: ID!) { importRun(id: $id) { status title origin bytes undoReason counts { name count } } }',
      { id: run },
    );
    expect(importRun).toMatchObject({
      status: 'UNDONE',
      title: 'A sketch',
      origin: 'sketch:engine',
      undoReason: 'wrong server',
    });
    expect(importRun.counts).toContainEqual({ name: 'systems', count: 2 });
  });

  it('shows before an import with what a fact is matched, and what would change', async () => {
    await start(await idOf(upload(sketchOf({ ...sketch, origin: 'other' }))));
    await server.ask('mutation { createSystem(input: { id: "ris-7", name: "RIS", kind: "SYS-RIS" }) { ok } }');
    const next: Sketch = {
      ...sketch,
      origin: 'other',
      systems: [system('engine', { isSelf: true, kind: 'SYS-IE', version: '4.5' }), system('ris')],
      flows: [],
      filters: [],
    };
    const { startImport } = await server.ask<{ startImport: { job: { id: string } } }>(
      'mutation ($input: StartImportInput!) { startImport(input: $input) { job { id } } }',
      { input: { upload: await idOf(upload(sketchOf(next))), dryRun: true } },
    );
    const seen = async (): Promise<readonly object[]> => {
      for (;;) {
        const { importJob } = await server.ask<{ importJob: { report: { seen: readonly object[] } | null } }>(
          'query ($id: ID!) { importJob(id: $id) { report { seen { name change match { concept id name reasons } differences { field declared observed } changes { field before after } } } } }',
          { id: startImport.job.id },
        );
        if (importJob.report !== null) return importJob.report.seen;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const all = await seen();
    expect(all).toHaveLength(5);
    expect(all.slice(0, 3)).toMatchObject([
      { name: 'engine', change: 'CHANGED', changes: [{ field: 'version', before: '', after: '4.5' }] },
      { name: 'ris', change: 'APPEARED', match: { concept: 'SYSTEM', id: 'ris-7', name: 'RIS' }, changes: [] },
      { change: 'VANISHED', match: null, differences: [], changes: [] },
    ]);
  });

  it('says why a file is refused, and keeps the run that failed', async () => {
    const broken = await start(await idOf(upload(sketchOf('broken'))));
    expect(broken).toMatchObject({
      phase: 'FAILED',
      report: null,
      error: { code: 'BAD_USER_INPUT', message: expect.stringMatching(/Line 3.*draw it again/) },
    });
    const unknown = await start(await idOf(upload(Buffer.from('what is this'))));
    expect(unknown.error).toEqual({
      code: 'BAD_USER_INPUT',
      message:
        'the file is of no kind that can be imported; it looks like plain text. To mend it: import a file of a kind that can be read.',
      choices: ['FHIR CapabilityStatement or Conformance as JSON', 'Sketch of a file'],
    });
    expect(broken.error?.choices).toBeNull();
    const { importRuns } = await server.ask<{ importRuns: { nodes: readonly { warnings: readonly string[] }[] } }>(
      '{ importRuns(filter: { status: FAILED }) { nodes { warnings } } }',
    );
    expect(importRuns.nodes).toMatchObject([{ warnings: [expect.stringMatching(/the sketch is broken/)] }]);
  });

  it('takes no file without the header no other site can send, none that is too long, and no other method', async () => {
    expect((await upload(sketchOf(sketch), { 'content-type': 'text/plain' })).status).toBe(403);
    const large = await upload(Buffer.alloc(2 * 1024 * 1024, 'x'));
    expect(large.status).toBe(413);
    expect(await large.text()).toMatch(/larger than 1 MiB.*EHI_MAX_UPLOAD_MIB/);
    expect((await server.fetch('/imports', { method: 'PUT' })).status).toBe(405);
    // A name cannot lead out of the folder, whatever it is.
    const named = await upload(sketchOf(sketch), { 'x-ehi-upload': '1', 'x-ehi-file': '..%2F..%2Fetc%2Fpasswd' });
    expect(await named.json()).toMatchObject({ name: 'passwd' });
  });

  it('lists the imports of the server, newest first, and what can be imported', async () => {
    const { importJobs, importKinds } = await server.ask<{
      importJobs: readonly { startedAt: string }[];
      importKinds: readonly string[];
    }>('{ importJobs { startedAt file phase } importKinds }');
    const times = importJobs.map(({ startedAt }) => startedAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(times.length).toBeGreaterThan(2);
    expect(importKinds[0]).toMatch(/FHIR CapabilityStatement/);
  });
});
