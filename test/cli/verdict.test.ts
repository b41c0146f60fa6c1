import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../server/src/config.ts';
import { runAtlas, type CliRun } from '../kit/run-cli.ts';
import { temporaryFolder } from '../kit/server.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const run = (...args: readonly string[]): Promise<CliRun> => runAtlas([...args, '--data', join(folder.path, 'data')]);

beforeAll(async () => {
  folder = await temporaryFolder();
  await run('load', join(projectFolder, 'seeds', 'clinic'));
});
afterAll(() => folder.remove());

describe('atlas verdict', () => {
  it('tells of every live restriction in a line, and that counsel decides', async () => {
    const { code, out } = await run('verdict');
    expect(code).toBe(0);
    expect(out).toContain('results-72h: UNPROTECTED, documentation NONE');
    expect(out).toContain('counsel decides');
  });

  it('tells of one restriction its conditions and what is missing', async () => {
    const { code, out } = await run('verdict', 'app-questionnaire');
    expect(code).toBe(0);
    expect(out).toMatch(/171\.203\(a\) met/);
    expect(out).toContain('Missing:');
    expect(out).toContain('rule pack 2024-12-17');
  });

  it('compares two rule packs, and says so where nothing differs', async () => {
    const { code, out } = await run('verdict', '--compare-with', 'HTI-5-NPRM');
    expect(code).toBe(0);
    expect(out).toContain('No restriction comes to something else under HTI-5-NPRM.');
    expect(out).toContain('counsel decides');
    const { out: json } = await run('verdict', '--compare-with', 'HTI-5-NPRM', '--json');
    expect(JSON.parse(json)).toMatchObject({
      ok: true,
      differences: [],
      statement: expect.stringContaining('counsel'),
    });
    expect((await run('verdict', '--compare-with', 'x')).err).toContain('There are: ');
  });

  it('answers as JSON', async () => {
    const { out } = await run('verdict', 'results-72h', '--json');
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      statement: expect.stringContaining('counsel decides'),
      verdicts: [{ restriction: 'results-72h', documentation: 'NONE' }],
    });
  });

  it('refuses what it does not know, and says how to find it', async () => {
    const nobody = await run('verdict', 'nobody');
    expect(nobody.code).toBe(3);
    expect(nobody.err).toContain('There is no Restriction "nobody"');
    expect(await run('verdict', '--as-of', 'soon')).toMatchObject({ code: 2 });
    expect((await run('verdict', '--rule-pack', 'x')).err).toContain('There are: ');
  });
});

describe('atlas findings', () => {
  it('lists what wants attention and ends with 1 only at the level asked for', async () => {
    const all = await run('findings', '--as-of', '2026-11-21');
    expect(all.code).toBe(0);
    expect(all.out).toContain('high undocumented-restriction: "Results held 72 hours on the portal"');
    expect((await run('findings', '--fail-on', 'high')).code).toBe(1);
    expect((await run('findings', '--rule', 'stale-fact', '--fail-on', 'high')).code).toBe(0);
    expect((await run('findings', '--rule', 'stale-fact', '--as-of', '2026-11-21', '--fail-on', 'low')).code).toBe(1);
  });

  it('does not fail on what somebody accepted with a reason, and still lists it', async () => {
    const rule = ['--rule', 'fee-on-electronic-access', '--as-of', '2026-11-21'] as const;
    const { findings } = JSON.parse((await run('findings', ...rule, '--json')).out) as {
      readonly findings: readonly { readonly id: string; readonly rule: string }[];
    };
    expect(findings).toHaveLength(1);
    expect((await run('findings', ...rule, '--fail-on', 'low')).code).toBe(1);
    const copy = join(folder.path, 'accepted');
    await cp(join(projectFolder, 'seeds', 'clinic'), copy, { recursive: true });
    const [finding] = findings;
    await writeFile(
      join(copy, 'finding-reviews.yaml'),
      `- id: fee-review\n  finding: '${finding?.id ?? ''}'\n  rule: ${finding?.rule ?? ''}\n  state: ACCEPTED\n  owner: Records office\n  rationale: Ends in January.\n`,
    );
    expect((await run('load', copy)).code).toBe(0);
    const after = await run('findings', ...rule, '--fail-on', 'low');
    expect(after.code).toBe(0);
    expect(after.out).toContain('[accepted] [owner: Records office]');
  });

  it('answers as JSON, and refuses a level or a rule nobody knows', async () => {
    const { out } = await run('findings', '--json');
    expect(JSON.parse(out)).toMatchObject({ ok: true });
    expect((await run('findings', '--fail-on', 'worst')).code).toBe(2);
    expect((await run('findings', '--rule', 'x')).err).toContain('There are: ');
  });
});
