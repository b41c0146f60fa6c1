import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileKindOf, manifestFile, systemsFolder } from '../domain/inventory/inventory-files.ts';
import type { SerializedFile } from '../domain/inventory/serialize-inventory.ts';
import { statement } from '../domain/statement.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { formatYaml } from './write-inventory-folder-yaml.ts';

/** A folder with something in it that a dump would have to delete. Nothing was touched. */
export interface NotAnInventory {
  readonly type: 'NotAnInventory';
  readonly directory: string;
  readonly message: string;
}

/** A folder that cannot be written. What was there before is still there. */
export interface FolderUnwritable {
  readonly type: 'FolderUnwritable';
  readonly directory: string;
  readonly message: string;
}

/**
 * Writes an inventory folder and returns nothing: the new folder is made beside the old one, complete and flushed to
 * disk, and takes its place by renaming. Entries that begin with a dot (`.git`) move over. Errors: `NotAnInventory` for a
 * folder with anything else in it, `FolderUnwritable`.
 */
export const writeInventoryFolder = async (
  directory: string,
  files: readonly SerializedFile[],
): Promise<Result<void, NotAnInventory | FolderUnwritable>> => {
  const target = resolve(directory);
  const suffix = randomUUID().slice(0, 8);
  const fresh = join(dirname(target), `.${basename(target)}.new-${suffix}`);
  const old = join(dirname(target), `.${basename(target)}.old-${suffix}`);
  try {
    const foreign = await foreignContent(target);
    if (foreign !== undefined) return err({ type: 'NotAnInventory', directory, message: foreign });
    await mkdir(join(fresh, systemsFolder), { recursive: true });
    for (const { file, value } of files) {
      const head = file === manifestFile ? `# ${statement}\n` : '';
      await writeFlushed(join(fresh, file), `${head}${formatYaml(value)}`);
    }
    if (await exists(target)) await replaceFolder(target, fresh, old);
    else await rename(fresh, target);
    return ok(undefined);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
    const message = error instanceof Error ? error.message : 'unknown reason';
    return err({ type: 'FolderUnwritable', directory, message });
  }
};

/** What speaks against replacing the folder, or `undefined`. */
const foreignContent = async (target: string): Promise<string | undefined> => {
  if (!(await exists(target))) return undefined;
  if (!(await stat(target)).isDirectory()) return 'it is a file, not a folder';
  if ((await lstat(target)).isSymbolicLink()) return 'it is a link; name the folder itself';
  const names = (await readdir(target)).filter((name) => !name.startsWith('.'));
  if (names.length === 0) return undefined;
  if (!names.includes(manifestFile)) return `it is not empty and has no ${manifestFile}: choose an empty folder`;
  const systems = names.includes(systemsFolder) ? await readdir(join(target, systemsFolder)) : [];
  const files = [
    ...names.filter((name) => name !== systemsFolder),
    ...systems.map((name) => `${systemsFolder}/${name}`),
  ];
  const unknown = files.filter((file) => fileKindOf(file) === undefined);
  return unknown.length === 0
    ? undefined
    : `it holds ${unknown.slice(0, 3).join(', ')}${unknown.length > 3 ? ` and ${unknown.length - 3} more` : ''}, which a dump would delete: move that away or choose another folder`;
};

const replaceFolder = async (target: string, fresh: string, old: string): Promise<void> => {
  const hidden = (await readdir(target)).filter((name) => name.startsWith('.'));
  const moved: string[] = [];
  try {
    for (const name of hidden) {
      await rename(join(target, name), join(fresh, name));
      moved.push(name);
    }
    await rename(target, old);
  } catch (error) {
    for (const name of moved) await rename(join(fresh, name), join(target, name));
    throw error;
  }
  try {
    await rename(fresh, target);
  } catch (error) {
    for (const name of moved) await rename(join(fresh, name), join(old, name));
    await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
};

const writeFlushed = async (path: string, text: string): Promise<void> => {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const exists = async (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
