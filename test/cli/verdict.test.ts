import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../server/src/cli/run-cli.ts';
import { projectFolder } from '../../server/src/config.ts';
import { temporaryFolder } from '../kit/server.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const run = async (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli(
    [...args, '--data', join(folder.path, 'data')],
    {},
    {
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
    },
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
};

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

  it('answers as JSON', async () => {
    const { out } = await run('verdict', 'results-72h', '--json');
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
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

  it('answers as JSON, and refuses a level or a rule nobody knows', async () => {
    const { out } = await run('findings', '--json');
    expect(JSON.parse(out)).toMatchObject({ ok: true });
    expect((await run('findings', '--fail-on', 'worst')).code).toBe(2);
    expect((await run('findings', '--rule', 'x')).err).toContain('There are: ');
  });
});
