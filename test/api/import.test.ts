import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

const statement = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-01-01',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['json'],
  software: { name: 'Import target', version: '1' },
  implementation: { description: 'Import target', url: 'https://fhir.import-target.example/r4' },
  rest: [
    {
      mode: 'server',
      resource: [{ type: 'AllergyIntolerance', interaction: [{ code: 'read' }, { code: 'search-type' }] }],
    },
  ],
};

interface Payload {
  readonly ok: boolean;
  readonly error: { readonly code: string; readonly field: string; readonly message: string } | null;
  readonly revision: number | null;
  readonly report: {
    readonly dryRun: boolean;
    readonly alreadyImported: string | null;
    readonly run: string;
    readonly system: string;
    readonly created: number;
    readonly observations: number;
    readonly exposed: readonly { readonly dataClass: string }[];
    readonly changes: readonly { readonly concept: string; readonly id: string; readonly action: string }[];
  } | null;
}

const send = async (content: string | Uint8Array, more: object = {}): Promise<Payload> => {
  const input = {
    fileName: 'C:\\share\\metadata.json',
    contentBase64: Buffer.from(content).toString('base64'),
    dryRun: false,
    ...more,
  };
  const query = `mutation($input: ImportArtefactInput!) { importArtefact(input: $input) {
    ok error { code field message } revision
    report { dryRun alreadyImported run system created observations exposed { dataClass } changes { concept id action } match { explanation } artefact }
  } }`;
  const headers = { 'x-ehi-upload': '1' };
  return (await server.ask<{ importArtefact: Payload }>(query, { input }, headers)).importArtefact;
};

const revision = async (): Promise<number> => {
  const { inventory } = await server.ask<{ inventory: { revision: number } }>('{ inventory { revision } }');
  return inventory.revision;
};

describe('an import over the API', () => {
  const file = JSON.stringify(statement);

  it('tells in a dry run what it would change, and writes nothing', async () => {
    const before = await revision();
    const { ok, report } = await send(file, { dryRun: true });
    expect(ok).toBe(true);
    expect(report).toMatchObject({ dryRun: true, alreadyImported: null });
    expect(report?.exposed.map(({ dataClass }) => dataClass)).toContain('allergies');
    expect(report?.changes.some(({ concept, action }) => concept === 'SYSTEM' && action === 'CREATE')).toBe(true);
    expect(await revision()).toBe(before);
  });

  it('then does what it told, under the name of who imports', async () => {
    const dry = await send(file, { dryRun: true });
    const { ok, report } = await send(file);
    expect(ok).toBe(true);
    expect(report?.changes).toEqual(dry.report?.changes);
    const { importRun, system } = await server.ask<{
      importRun: {
        file: string;
        status: string;
        observations: { totalCount: number; nodes: { run: { id: string } }[] };
      };
      system: { holds: { grade: string; source: string; dataClass: { id: string } }[] };
    }>(
      `query($run: ID!, $system: ID!) {
        importRun(id: $run) { file status observations(first: 1) { totalCount nodes { run { id } } } }
        system(id: $system) { holds { grade source dataClass { id } } }
      }`,
      { run: report?.run, system: report?.system },
    );
    expect(importRun).toMatchObject({ file: 'metadata.json', status: 'DONE' });
    expect(importRun.observations.totalCount).toBe(report?.observations);
    expect(importRun.observations.nodes[0]?.run.id).toBe(report?.run);
    expect(system.holds).toContainEqual({
      grade: 'ADVERTISED',
      source: `import:${report?.run}`,
      dataClass: { id: 'allergies' },
    });
  });

  it('changes nothing when the same file comes again', async () => {
    const before = await revision();
    const { ok, report } = await send(file);
    expect(ok).toBe(true);
    expect(report?.alreadyImported).not.toBeNull();
    expect(report?.changes).toEqual([]);
    expect(await revision()).toBe(before);
  });

  it.each([
    ['an empty file', '', {}, 'contentBase64'],
    ['what is not JSON', '{"resourceType":', {}, 'contentBase64'],
    ['another resource', '{"resourceType":"Patient"}', {}, 'contentBase64'],
    ['a system that is not there', JSON.stringify({ ...statement, date: '2026-02-02' }), { system: 'nope' }, 'system'],
  ])('refuses %s and names the field', async (_what, content, more, field) => {
    const before = await revision();
    const { ok, error, report } = await send(content, more);
    expect(ok).toBe(false);
    expect(report).toBeNull();
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expect(await revision()).toBe(before);
  });

  it('refuses what is not base64', async () => {
    const { error } = await send('', { contentBase64: 'not base64!' });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', field: 'contentBase64' });
  });

  it('takes a file of several megabytes', async () => {
    const large = JSON.stringify({
      ...statement,
      date: '2026-03-03',
      text: { status: 'generated', div: 'x'.repeat(3_000_000) },
    });
    expect((await send(large, { dryRun: true })).ok).toBe(true);
  });
});
