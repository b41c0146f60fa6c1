import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { loadInventory, type LoadInventoryOptions } from '../../server/src/app/load-inventory.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A new folder with the given files; an `inventory.yaml` is added unless one is given. Removed after the tests. */
export const makeFolder = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'ehi-inventory-'));
  folders.push(folder);
  for (const [file, content] of Object.entries({
    'inventory.yaml': 'format: 1\nname: Test\nsource: J. Rivera\n',
    ...files,
  })) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  return folder;
};

export const audiences = [{ id: 'PATIENT', name: 'Patient', description: 'The individual.' }];

/** Loads a folder into an empty store of its own. */
export const load = async (
  folder: string,
  options?: LoadInventoryOptions,
  memory: MemoryStore = createMemoryStore(),
) => {
  const deps = { store: memory.store, catalogues: { audiences }, clock: { now: () => '2026-11-21T00:00:00.000Z' } };
  return { ...memory, result: await loadInventory(deps)(folder, options) };
};

/** The problems of a folder, each as `file:line:column path` and the message. */
export const problemsOf = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const { result, batches } = await load(await makeFolder(files));
  if (result.ok || result.error.type !== 'InventoryInvalid') throw new Error(`not refused: ${JSON.stringify(result)}`);
  if (batches.length > 0) throw new Error('something was written');
  return result.error.problems.map(({ file, line, column, path, message, mend }) => ({
    at: `${file}:${line}:${column} ${path}`.trimEnd(),
    message,
    mend,
  }));
};
