import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../server/src/config.ts';
import { statement } from '../../server/src/domain/statement.ts';
import { runAtlas, type CliRun } from '../kit/run-cli.ts';
import { temporaryFolder } from '../kit/server.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const run = (...args: readonly string[]): Promise<CliRun> => runAtlas([...args, '--data', join(folder.path, 'data')]);
const day = ['--as-of', '2026-11-21'];

beforeAll(async () => {
  folder = await temporaryFolder();
  await run('load', join(projectFolder, 'seeds', 'clinic'));
});
afterAll(() => folder.remove());

const changesFile = async (name: string, text: string): Promise<string> => {
  const file = join(folder.path, name);
  await writeFile(file, text);
  return file;
};

describe('atlas what-if', () => {
  it('tells what an outage takes away, in words and as JSON, and writes nothing', async () => {
    const { code, out } = await run('what-if', '--down', 'channel:portal-web', '--audience', 'PATIENT', ...day);
    expect(code).toBe(0);
    expect(out).toMatch(/^If the access channel "Patient portal" is down, \d+ class/);
    expect(out).toMatch(/ now, not there then\.$/m);
    expect(out).toMatch(/^Findings: \d+ would open, \d+ would close\.$/m);
    const told = await run('what-if', '--down', 'system:portal', '--json', ...day);
    const value = JSON.parse(told.out) as { statement: string; outcomes: readonly { turn: string }[] };
    expect(value.statement).toBe(statement);
    expect(value.outcomes.length).toBeGreaterThan(0);
    const { out: log } = await run('verify-log');
    expect(log).not.toContain('portal-web');
  });

  it('makes changes of a file', async () => {
    const file = await changesFile(
      'changes.json',
      JSON.stringify([{ createSystem: { id: 'kiosk', name: 'Kiosk', kind: 'SYS-PORTAL' } }]),
    );
    const { code, out } = await run('what-if', '--changes', file, ...day);
    expect(code).toBe(0);
    expect(out).toMatch(/^If the system "Kiosk" is added, nothing differs in what is released or stranded\.$/m);
  });

  it('says what is wrong with a change, a file and a word', async () => {
    const file = await changesFile(
      'wrong.json',
      JSON.stringify([{ createFlow: { name: 'To nowhere', from: 'ehr', to: 'nowhere' } }]),
    );
    const refused = await run('what-if', '--changes', file, ...day);
    expect(refused.code).toBe(3);
    expect(refused.err).toContain('nowhere');
    expect((await run('what-if', '--changes', await changesFile('none.json', '{}'), ...day)).err).toContain(
      'holds no changes',
    );
    const nonsense = await changesFile('nonsense.json', '[{ "createPerson": { "name": "x" } }]');
    expect((await run('what-if', '--changes', nonsense, ...day)).err).toContain('place 0');
    expect((await run('what-if', '--changes', join(folder.path, 'missing.json'))).err).toContain('no such file');
    expect((await run('what-if', '--down', 'person:x')).err).toContain('system:ID');
  });
});

describe('atlas release-sets', () => {
  it('tells the smallest sets with the way by which each releases', async () => {
    const { code, out } = await run('release-sets', 'radiology-images', '--audience', 'PATIENT', ...day);
    expect(code).toBe(0);
    expect(out).toMatch(/would be released to the patient|is released to the patient already/);
    const missing = await run('release-sets', 'none', '--audience', 'PATIENT');
    expect(missing.code).toBe(3);
    expect(missing.err).toContain('data class "none"');
  });
});
