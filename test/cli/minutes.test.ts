import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../server/src/config.ts';
import { runAtlas, type CliRun } from '../kit/run-cli.ts';
import { temporaryFolder } from '../kit/server.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const run = (...args: readonly string[]): Promise<CliRun> => runAtlas([...args, '--data', join(folder.path, 'data')]);

beforeAll(async () => {
  folder = await temporaryFolder();
  await run('load', join(projectFolder, 'seeds', 'regional-hospital'));
});
afterAll(() => folder.remove());

describe('atlas minutes', () => {
  it('writes the minutes of a workshop in each form', async () => {
    const { code, out } = await run('minutes', 'results-workshop');
    expect(code).toBe(0);
    expect(out).toMatch(/^# Minutes: Where results go, and what holds them/);
    expect(out).toContain('About the restriction "Results held 72 hours on the portal".');
    expect(out).toContain('The workshop was not opened.');
    expect((await run('minutes', 'results-workshop', '--format', 'html')).out).toMatch(/^<!doctype html>/);
    const { out: csv } = await run('minutes', 'results-workshop', '--format', 'csv');
    expect(csv.split('\r\n')).toHaveLength(4);
    const { out: json } = await run('minutes', 'results-workshop', '--json');
    expect(JSON.parse(json)).toMatchObject({ ok: true, fileName: 'minutes-results-workshop-2026-12-03.md' });
  });

  it('says what is wrong with a workshop that is not there, and a form that is none', async () => {
    expect(await run('minutes', 'nowhere')).toMatchObject({
      code: 3,
      err: expect.stringContaining('no Workshop "nowhere"'),
    });
    expect(await run('minutes', 'results-workshop', '--format', 'pdf')).toMatchObject({
      code: 2,
      err: expect.stringContaining('md, html or csv'),
    });
  });
});
