import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../server/src/config.ts';
import { statement } from '../../server/src/domain/statement.ts';
import { runAtlas, type CliRun } from '../kit/run-cli.ts';
import { temporaryFolder } from '../kit/server.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const run = (...args: readonly string[]): Promise<CliRun> => runAtlas([...args, '--data', join(folder.path, 'data')]);

beforeAll(async () => {
  folder = await temporaryFolder();
  await run('load', join(projectFolder, 'seeds', 'clinic'));
});
afterAll(() => folder.remove());

interface Told {
  readonly statement: string;
  readonly sentence: string;
  readonly asOf: string;
  readonly columns: readonly { readonly channel: string; readonly audience: string }[];
  readonly rows: readonly {
    readonly dataClass: string;
    readonly cells: readonly { readonly outcome: string; readonly restrictions: readonly string[] }[];
  }[];
}

interface Traced {
  readonly outcomes: readonly { readonly channel: string; readonly audience: string; readonly outcome: string }[];
}

const matrix = async (...args: readonly string[]): Promise<Told> => {
  const { code, out, err } = await run('matrix', '--json', ...args);
  expect(code, err).toBe(0);
  return JSON.parse(out) as Told;
};

describe('atlas matrix', () => {
  it('says as JSON what a trace of each class says', async () => {
    const { columns, rows, statement: said } = await matrix('--as-of', '2026-11-21');
    expect(said).toBe(statement);
    expect(rows).toHaveLength(19);
    for (const { dataClass, cells } of rows.filter((_, at) => at % 5 === 0)) {
      const { outcomes } = JSON.parse(
        (await run('trace', dataClass, '--json', '--paths', '0', '--as-of', '2026-11-21')).out,
      ) as Traced;
      const told = columns.map((column, at) => ({ ...column, outcome: cells[at]?.outcome }));
      expect(
        told.map(({ channel, audience, outcome }) => `${channel} ${audience} ${outcome ?? ''}`).toSorted(),
      ).toEqual(outcomes.map(({ channel, audience, outcome }) => `${channel} ${audience} ${outcome}`).toSorted());
    }
  });

  it('is a table in letters with what they and its columns stand for', async () => {
    const { code, out } = await run('matrix', '--audience', 'PATIENT', '--as-of', '2026-11-21');
    expect(code).toBe(0);
    expect(out).toMatch(/^As of 2026-11-21\. 19 data classes on 4 channels, 76 answers: \d+ released; /);
    expect(out).toMatch(/^1 {2}Patient portal +Patient$/m);
    expect(out).toMatch(/^DATA CLASS +1 +2 +3 +4$/m);
    expect(out).toMatch(/^Laboratory +L/m);
    expect(out).toContain('R released   L released, limited   W withheld');
    expect(out).toContain('No audience is recorded for "Direct messages": there is no column for it.');
    expect(out).toContain(statement);
  });

  it('is CSV with each cell in words, which opens no formula', async () => {
    const { code, out } = await run('matrix', '--csv', '--side-by-side', '--differing', '--audience', 'PATIENT');
    expect(code).toBe(0);
    const [head, ...lines] = out.split('\r\n');
    expect(head).toBe(
      'data class,id,Patient portal · Patient,Patient app API · Patient,"Chart export, single patient · Patient"',
    );
    const { rows } = await matrix('--side-by-side', '--differing', '--audience', 'PATIENT');
    expect(lines).toHaveLength(rows.length + 1);
    expect(rows.length).toBeGreaterThan(2);
    for (const { cells } of rows) expect(new Set(cells.map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
    expect(lines.at(-1)).toContain('counsel decides');

    const made = join(folder.path, 'formula');
    await mkdir(made);
    await writeFile(join(made, 'inventory.yaml'), 'format: 1\nname: Formula\n');
    await writeFile(join(made, 'data-classes.yaml'), "- id: sum\n  name: '=1+1'\n  level: CLASS\n  drsStatus: 'YES'\n");
    expect((await run('load', made, '--merge')).err).toBe('');
    expect((await run('matrix', '--csv')).out).toContain("\r\n'=1+1,sum,");
  });

  it('refuses what it does not know, in words and with a code for each', async () => {
    expect(await run('matrix', '--audience', 'NOBODY')).toMatchObject({
      code: 3,
      err: expect.stringContaining('There is no audience "NOBODY".') as string,
    });
    expect((await run('matrix', '--as-of', '2026-02-30')).code).toBe(2);
    expect((await run('matrix', '--rule-pack', 'none')).err).toContain('There are: ');
    expect((await run('matrix', '--json', '--csv')).code).toBe(2);
  });
});
