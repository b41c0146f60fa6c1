import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../server/bin/lib/root.mjs';

// The commands as a person types them. `npm test` has prepared the folder; run alone, they prepare it themselves.

let data = '';
let child: ChildProcess | undefined;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'ehi atlas '));
});
afterEach(() => {
  if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null)
    process.kill(-child.pid, 'SIGKILL');
  child = undefined;
  rmSync(data, { recursive: true, force: true });
});

/** The environment of a person's shell: no database of ours, and nothing of the test runner. */
const environment = (): NodeJS.ProcessEnv => {
  const { NEO4J_URI: _uri, PORT: _port, EHI_DATA: _data, EHI_SEED: _seed, CI: _ci, ...rest } = process.env;
  return { ...rest, npm_config_offline: 'true', NODE_ENV: '' };
};

interface Started {
  readonly url: string;
  readonly output: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts `npm start` in a process group of its own and resolves when it says where it is. */
const start = (...args: readonly string[]): Promise<Started> =>
  new Promise((resolve, reject) => {
    const npm = spawn('npm', ['start', '--', '--data', join(data, 'store'), '--port', '0', ...args], {
      cwd: root,
      env: environment(),
      detached: true,
    });
    child = npm;
    let text = '';
    const ended: Started['ended'] = new Promise((done) => npm.once('close', (code, signal) => done({ code, signal })));
    for (const stream of [npm.stdout, npm.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        text += bytes.toString();
        const url = /https?:\/\/\S+/.exec(/ is at .*/.exec(text)?.[0] ?? '')?.[0];
        if (url !== undefined) resolve({ url, output: () => text, ended });
      });
    }
    void ended.then(() => reject(new Error(`npm start ended before it was ready:\n${text}`)));
  });

const query = async (url: string, text: string): Promise<unknown> => {
  const response = await fetch(new URL('graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text }),
  });
  return response.json();
};

describe('npm start', () => {
  it('serves the example without a network, and ends with code 0 on Ctrl-C', async () => {
    const { url, output, ended } = await start('--seed', 'clinic');
    expect((await fetch(new URL('health/ready', url))).status).toBe(200);
    expect(await (await fetch(url)).text()).toContain('<script');
    expect(await query(url, '{ systems(first: 1) { totalCount } }')).toEqual({
      data: { systems: { totalCount: expect.toSatisfy((count: number) => count > 3) } },
    });

    // A terminal signals the whole group: npm, and the server itself.
    process.kill(-(child?.pid ?? 0), 'SIGINT');
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(output()).not.toMatch(/npm (error|ERR!)/);
  });

  it('ends with code 0 on SIGTERM to npm alone, and keeps its data', async () => {
    const first = await start('--seed', 'clinic');
    const counted = await query(first.url, '{ systems(first: 1) { totalCount } }');
    child?.kill('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, signal: null });

    const second = await start('--seed', 'none');
    expect(await query(second.url, '{ systems(first: 1) { totalCount } }')).toEqual(counted);
    child?.kill('SIGTERM');
    expect(await second.ended).toEqual({ code: 0, signal: null });
  });

  it.each([
    ['an unknown option', ['--prot', '80'], 'Unknown option --prot.'],
    ['an option without its value', ['--port'], '--port needs a value.'],
    ['a port that is none', ['--port', '99999'], '99999 is not a port.'],
    ['a stray word', ['serve'], 'Unknown option serve.'],
  ])('answers %s with its usage and code 2', (_what, args, message) => {
    const { status, stderr } = spawnSync('npm', ['start', '--', ...args], {
      cwd: root,
      env: environment(),
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: npm start');
  });
});

describe('npm run -s atlas', () => {
  const atlas = (...args: readonly string[]) =>
    spawnSync('npm', ['run', '-s', 'atlas', '--', ...args], { cwd: root, env: environment(), encoding: 'utf8' });

  it('loads an inventory and traces a class of it, with nothing but JSON on standard output', () => {
    const store = join(data, 'store');
    expect(atlas('load', 'seeds/clinic', '--data', store)).toMatchObject({ status: 0 });
    const traced = atlas('trace', 'laboratory', '--data', store, '--json');
    expect(traced).toMatchObject({ status: 0 });
    expect(JSON.parse(traced.stdout)).toBeTypeOf('object');
  });

  it('gives the exit code of the command: 2 for wrong usage', () => {
    expect(atlas('no-such-command').status).toBe(2);
  });
});
