import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../server/bin/lib/lock.mjs';
import { isNodeRecent } from '../../server/bin/lib/node-version.mjs';
import { root } from '../../server/bin/lib/root.mjs';
import { contentStamp } from '../../server/bin/lib/stamp.mjs';

let folder = '';
beforeEach(() => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache', 'prepare-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the version of Node', () => {
  it.each([
    ['v18.20.4', false],
    ['v20.18.9', false],
    ['v20.19.0', true],
    ['v22.1.0', true],
  ])('%s is recent enough: %s', (version, expected) => {
    expect(isNodeRecent(version)).toBe(expected);
  });
});

describe('the stamp of a folder', () => {
  const stamp = () => contentStamp([relative(root, folder)]);

  it('changes with a byte, a name and a new file, and not with a time', () => {
    writeFileSync(join(folder, 'a.ts'), 'one');
    const first = stamp();
    utimesSync(join(folder, 'a.ts'), 1, 1);
    expect(stamp()).toBe(first);

    writeFileSync(join(folder, 'a.ts'), 'two');
    const second = stamp();
    writeFileSync(join(folder, 'b.ts'), '');
    const third = stamp();
    rmSync(join(folder, 'a.ts'));
    writeFileSync(join(folder, 'c.ts'), 'two');
    expect(new Set([first, second, third, stamp()]).size).toBe(4);
  });

  it('leaves out what is built or installed', () => {
    writeFileSync(join(folder, 'a.ts'), 'one');
    const before = stamp();
    for (const name of ['node_modules', 'dist', '.hidden']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'x.js'), 'x');
    }
    expect(stamp()).toBe(before);
  });
});

describe('the lock', () => {
  const deadProcess = (): Promise<number> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['-e', '']);
      child.once('exit', () => resolve(child.pid ?? 0));
    });

  it('lets one at a time in, and everybody in the end', async () => {
    const file = join(folder, 'lock');
    let inside = 0;
    let most = 0;
    let waits = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 4 }, () => withLock(file, work, () => (waits += 1))));
    expect(most).toBe(1);
    expect(waits).toBe(3);
    expect(existsSync(file)).toBe(false);
  });

  it('takes over from a process that is gone', async () => {
    const file = join(folder, 'lock');
    writeFileSync(file, `${await deadProcess()} ${hostname()} 1`);
    expect(await withLock(file, async () => 'worked')).toBe('worked');
    expect(existsSync(file)).toBe(false);
  });

  it('takes over from another computer that has been silent for minutes', async () => {
    const file = join(folder, 'lock');
    writeFileSync(file, '1 another-computer 1');
    const longAgo = new Date(Date.now() - 10 * 60_000);
    utimesSync(file, longAgo, longAgo);
    expect(await withLock(file, async () => 'worked')).toBe('worked');
  });

  it('names a lock file that cannot be read, instead of trying for ever', async () => {
    const file = join(folder, 'lock');
    mkdirSync(file);
    await expect(withLock(file, async () => 'worked')).rejects.toThrow(`The lock file ${file} cannot be read.`);
    rmSync(file, { recursive: true });
  });

  it('is given back when the work fails', async () => {
    const file = join(folder, 'lock');
    const failing = withLock(file, async () => {
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect(existsSync(file)).toBe(false);
  });

  it('works in a folder whose path has a space', async () => {
    const spaced = mkdtempSync(join(tmpdir(), 'a b '));
    expect(await withLock(join(spaced, 'new folder', 'lock'), async () => 1)).toBe(1);
    rmSync(spaced, { recursive: true });
  });
});
