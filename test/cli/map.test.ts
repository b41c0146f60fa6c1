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

interface Told {
  readonly statement: string;
  readonly nodes: readonly { readonly concept: string; readonly id: string; readonly ofClass?: boolean }[];
  readonly edges: readonly { readonly kind: string; readonly flows: readonly { readonly id: string }[] }[];
  readonly completeness: { readonly whole: boolean; readonly sentence: string };
}

interface ToldWays {
  readonly sentence: string;
  readonly count: { readonly value: number; readonly exact: boolean };
  readonly hasMore: boolean;
  readonly endCursor: string;
  readonly ways: readonly { readonly way: { readonly steps: readonly { readonly id: string }[] } }[];
}

const json = async <T>(...args: readonly string[]): Promise<T> => {
  const { code, out, err } = await run(...args, '--json', ...day);
  expect(code, err).toBe(0);
  return JSON.parse(out) as T;
};

describe('atlas map', () => {
  it('tells everything as JSON', async () => {
    const { nodes, edges, completeness, statement: said } = await json<Told>('map');
    expect(said).toBe(statement);
    expect(nodes.filter(({ concept }) => concept === 'System')).toHaveLength(10);
    expect(edges.flatMap(({ flows }) => flows)).toHaveLength(15);
    expect(completeness).toMatchObject({ whole: true });
  });

  it('tells the surroundings of a thing in words, and what is not shown around it', async () => {
    const { code, out } = await run('map', '--around', 'xray', '--class', 'laboratory', ...day);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^3 of the \d+ systems and channels of 2026-11-21 are shown: what is within 1 step of the middle\.$/m,
    );
    expect(out).toMatch(/\(ehr\): not shown around it: \d+ in, \d+ out$/m);
    expect(out).toMatch(/^Holds or releases the class:$/m);
    expect(out).toMatch(/^Restrictions that want attention:$/m);
  });

  it('takes channels by id, or with their concept, and adds, unfolds and hides', async () => {
    for (const word of ['portal-web', 'AccessChannel:portal-web']) {
      const { nodes } = await json<Told>('map', '--around', word);
      expect(nodes.map(({ id }) => id)).toEqual(['portal', 'portal-web']);
    }
    const more = await json<Told>(
      'map',
      '--around',
      'xray',
      '--show',
      'telehealth',
      '--expand',
      'billing',
      '--hide',
      'System:ehr',
    );
    expect(more.nodes.map(({ id }) => id)).toEqual(['billing', 'clearinghouse', 'doc-station', 'telehealth', 'xray']);
    expect(more.completeness.sentence).toContain('1 is hidden by hand.');
  });

  it('passes over what is not there, and says so', async () => {
    const { code, out } = await run('map', '--around', 'xray', '--show', 'nowhere', '--expand', 'gone', ...day);
    expect(code).toBe(0);
    expect(out).toContain('2 things that were asked for are not there that day.');
  });

  it('refuses what is out of range or not there', async () => {
    expect(await run('map', '--hops', '9')).toMatchObject({ code: 2, err: 'hops must be 0 to 4; it is 9.' });
    expect(await run('map', '--around', 'nowhere')).toMatchObject({ code: 3 });
  });
});

describe('atlas ways', () => {
  it('lists the ways with a sentence each, and goes on where the page ends', async () => {
    const all = await json<ToldWays>('ways', 'reference-lab', 'portal-web');
    expect(all).toMatchObject({ count: { value: all.ways.length, exact: true }, hasMore: false });
    expect(all.ways[0]?.way.steps.map(({ id }) => id)).toEqual(['reference-lab', 'ehr', 'portal', 'portal-web']);
    const first = await json<ToldWays>('ways', 'billing', 'ehr', '--first', '1');
    expect(first.hasMore).toBe(true);
    const next = await json<ToldWays>('ways', 'billing', 'ehr', '--first', '1', '--after', first.endCursor);
    expect(next.ways[0]?.way.steps.map(({ id }) => id)).toEqual(['billing', 'doc-station', 'ehr']);
    const { out } = await run('ways', 'billing', 'ehr', '--first', '1', ...day);
    expect(out).toMatch(
      /^There are \d+ ways from .+ to .+ on 2026-11-21\.\n1\. .+ sends by .+\nGo on with: --after '1~eligibility'$/,
    );
  });

  it('goes through what has to lie between, along what carries a class', async () => {
    const through = await json<ToldWays>('ways', 'billing', 'ehr', '--via', 'System:doc-station');
    expect(through.ways.map(({ way }) => way.steps.map(({ id }) => id))).toEqual([['billing', 'doc-station', 'ehr']]);
    const none = await json<ToldWays>('ways', 'billing', 'ehr', '--class', 'laboratory');
    expect(none).toMatchObject({ ways: [], count: { value: 0, exact: true } });
    expect(none.sentence).toMatch(/^There is no way from .+ for .+ on 2026-11-21\.$/);
  });

  it('refuses two ends that are the same', async () => {
    const { code, err } = await run('ways', 'ehr', 'ehr');
    expect({ code, err }).toEqual({
      code: 2,
      err: 'A way leads from one thing to another; both ends are the system "ehr".',
    });
  });
});
