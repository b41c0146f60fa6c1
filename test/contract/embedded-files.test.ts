import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore, type GraphStore } from '../../server/src/store/index.ts';
import { startChild, startChildOnFullDisk } from './child-process.ts';
import { audience, commit, expectError, expectOk, system, tickingClock } from './store-subject.ts';

describe('an embedded store in a folder', () => {
  let directory = '';
  beforeEach(async () => {
    directory = join(await mkdtemp(join(tmpdir(), 'ehi-atlas-files-')), 'deep', 'inventory');
  });
  afterEach(() => rm(join(directory, '..', '..'), { recursive: true, force: true }));

  const now = tickingClock();
  const open = async (): Promise<GraphStore> => {
    const store = expectOk(await openEmbeddedStore({ directory, now }));
    expectOk(await store.migrate());
    return store;
  };
  const databaseFile = async (): Promise<string> => {
    const [file] = (await readdir(directory)).filter((name) => name.endsWith('.grafeo'));
    return join(directory, file ?? 'no database file');
  };

  it('makes the folder and keeps everything over a restart', async () => {
    const first = await open();
    await commit(first, audience('A'), system('ehr'));
    const before = expectOk(await first.snapshot());
    await first.close();
    const second = await open();
    expect(expectOk(await second.snapshot())).toEqual(before);
    expect((await commit(second, audience('A', 'renamed'))).revision).toBe(3);
    await second.close();
  });

  it('refuses a second opener while it is open, naming the folder', async () => {
    const store = await open();
    await commit(store, audience('A'));
    const inProcess = expectError(await openEmbeddedStore({ directory, now }));
    expect(inProcess.type).toBe('StoreUnavailable');
    expect(inProcess.message).toContain(`${directory} is not available: another process has it open`);

    const child = startChild('./embedded-writer.ts', directory);
    const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect(output).toContain(`refused The inventory in ${directory} is not available: another process has it open`);

    expect((await commit(store, audience('B'))).revision).toBe(2);
    await store.close();
    await (await open()).close();
  });

  it('refuses a damaged file, naming the folder, and leaves it as it is', async () => {
    const store = await open();
    await commit(store, audience('A'), system('ehr'));
    await store.close();
    const file = await databaseFile();
    const damaged = (await readFile(file)).map((byte, at) => (at % 97 === 0 ? byte ^ 0x5a : byte));
    await writeFile(file, damaged);
    const error = expectError(await openEmbeddedStore({ directory, now }));
    expect(error.message).toContain(`${directory} is not available: its file is damaged`);
    expect(Buffer.compare(await readFile(file), damaged)).toBe(0);
  });

  it('refuses a place that cannot be a folder', async () => {
    await mkdir(join(directory, '..'), { recursive: true });
    await writeFile(directory, 'a file');
    expect(expectError(await openEmbeddedStore({ directory, now })).message).toContain(directory);
  });

  it.skipIf(process.platform === 'win32')('says so when the disk is full, and keeps what it acknowledged', async () => {
    await mkdir(directory, { recursive: true });
    const child = startChildOnFullDisk(512, './embedded-full-disk.ts', directory);
    const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect(code).toBe(0);
    const told = JSON.parse(output) as { acknowledged: number; still: number; error: object };
    expect(told.acknowledged).toBeGreaterThan(5);
    expect(told.still).toBe(told.acknowledged);
    expect(told.error).toEqual({
      type: 'StoreUnavailable',
      message: expect.stringContaining("The inventory's files cannot be read or written.") as string,
    });
    const reopened = await open();
    expect(expectOk(await reopened.revision())).toBe(told.acknowledged);
    await reopened.close();
  });
});
