import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import {
  fileKindOf,
  systemsFolder,
  topLevelFileNames,
  type InventoryFile,
} from '../domain/inventory/inventory-files.ts';
import { compareText } from '../domain/inventory/field-codecs.ts';
import { formatPath, type InventoryProblem, type ProblemList } from '../domain/inventory/inventory-problem.ts';
import { nearestText } from '../domain/inventory/nearest-text.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { decodeUtf8, describeNotUtf8, mendNotUtf8 } from '../importers/decode-utf8.ts';
import { createSchemaCheck, type SchemaCheck } from './read-inventory-folder-schemas.ts';
import { parseYaml } from './read-inventory-folder-yaml.ts';

/** A folder that is not there or may not be read. */
export interface FolderUnreadable {
  readonly type: 'FolderUnreadable';
  readonly directory: string;
  readonly message: string;
}

/** Limits of one folder; each is an argument and has a printed default. */
export interface FolderLimits {
  /** The longest file that is read, in bytes. */
  readonly maxFileBytes: number;
}

/** 64 MiB a file. */
export const defaultFolderLimits: FolderLimits = { maxFileBytes: 64 * 1024 * 1024 };

const checkSchema: SchemaCheck = createSchemaCheck();

/**
 * Returns the files of an inventory folder, parsed and checked by their JSON Schemas; what is wrong with them is added
 * to `problems` (mutates). Files whose name begins with a dot are left alone. A file over the limit is not read, and
 * nothing is read through a link that leads out of the folder. Error: `FolderUnreadable`.
 */
export const readInventoryFolder = async (
  directory: string,
  problems: ProblemList,
  limits: FolderLimits = defaultFolderLimits,
): Promise<Result<readonly InventoryFile[], FolderUnreadable>> => {
  try {
    const root = await realpath(directory);
    if (!(await stat(root)).isDirectory()) return err(unreadable(directory, 'it is not a folder'));
    const files: InventoryFile[] = [];
    for (const file of await listFiles(root, problems)) {
      const bytes = await readBytes(root, file, problems, limits);
      files.push(bytes === undefined ? unknownFile(file) : parseFile(file, bytes, problems));
    }
    return ok(files);
  } catch (error) {
    return err(unreadable(directory, reasonOf(error)));
  }
};

const listFiles = async (root: string, problems: ProblemList): Promise<readonly string[]> => {
  const files: string[] = [];
  for (const name of await visibleNames(root)) {
    const entry = await lstat(join(root, name));
    const isFolder = entry.isSymbolicLink() ? await leadsToFolder(join(root, name)) : entry.isDirectory();
    if (isFolder && name === systemsFolder) {
      if (!(await staysInside(root, name, problems))) continue;
      for (const child of await visibleNames(join(root, name))) addKnown(`${name}/${child}`, files, problems);
    } else addKnown(isFolder ? `${name}/` : name, files, problems);
  }
  return files;
};

const visibleNames = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => !name.startsWith('.')).toSorted(compareText);

const addKnown = (file: string, files: string[], problems: ProblemList): void => {
  if (fileKindOf(file) !== undefined) {
    files.push(file);
    return;
  }
  problems.add(() => {
    const near = nearestText(file, [...topLevelFileNames, `${systemsFolder}/`]);
    const mend = file.startsWith(`${systemsFolder}/`)
      ? 'a system is one file "systems/<id>.yaml"; move anything else out of the folder'
      : near === undefined
        ? `move it out of the folder; known are ${topLevelFileNames.join(', ')} and systems/<id>.yaml`
        : `rename it to ${near}, or move it out of the folder`;
    return fileProblem(file, 'no file of an inventory has this name', mend);
  });
};

const readBytes = async (
  root: string,
  file: string,
  problems: ProblemList,
  limits: FolderLimits,
): Promise<Uint8Array | undefined> => {
  if (!(await staysInside(root, file, problems))) return undefined;
  // One handle for size and content: the file that was measured is the file that is read.
  const handle = await open(join(root, file)).catch((error: unknown) => reasonOf(error));
  if (typeof handle === 'string') {
    problems.add(() => fileProblem(file, `the file cannot be read: ${handle}`, 'make it readable'));
    return undefined;
  }
  try {
    const { size } = await handle.stat();
    if (size <= limits.maxFileBytes) return await handle.readFile();
    problems.add(() =>
      fileProblem(
        file,
        `the file has ${mebibytes(size)} MiB, the limit is ${mebibytes(limits.maxFileBytes)} MiB`,
        'put what is not inventory elsewhere, or raise the limit: load with --max-file-mib N',
      ),
    );
    return undefined;
  } catch (error) {
    problems.add(() => fileProblem(file, `the file cannot be read: ${reasonOf(error)}`, 'make it a readable file'));
    return undefined;
  } finally {
    await handle.close();
  }
};

const staysInside = async (root: string, file: string, problems: ProblemList): Promise<boolean> => {
  const target = await realpath(join(root, file)).catch(() => undefined);
  if (target !== undefined && !relative(root, target).split(sep).includes('..')) return true;
  problems.add(() =>
    target === undefined
      ? fileProblem(file, 'the link leads nowhere', 'take it away, or put the file itself here')
      : fileProblem(file, 'the link leads out of the folder', 'put the file itself into the folder'),
  );
  return false;
};

const leadsToFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );

const parseFile = (file: string, bytes: Uint8Array, problems: ProblemList): InventoryFile => {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    problems.add(() => fileProblem(file, describeNotUtf8(decoded.error), mendNotUtf8(decoded.error)));
    return unknownFile(file);
  }
  const { value: parsed, problems: found, locate } = parseYaml(decoded.value);
  for (const { line, column, message, mend } of found)
    problems.add(() => ({ file, line, column, path: '', message, mend }));
  if (found.length > 0) return unknownFile(file);

  const kind = kindOf(file);
  const isList = kind !== 'manifest' && kind !== 'system';
  // A file without entries (only comments) is an empty list.
  const value = isList ? (parsed ?? []) : parsed;
  const invalid = new Set<number>();
  for (const { path, message, mend } of checkSchema(kind, value)) {
    invalid.add(isList && typeof path[0] === 'number' ? path[0] : 0);
    problems.add(() => ({ file, ...locate(path), path: formatPath(path), message, mend }));
  }
  return { file, kind, value, invalid, locate };
};

const unknownFile = (file: string): InventoryFile => ({
  file,
  kind: kindOf(file),
  value: undefined,
  invalid: new Set(),
  locate: () => ({ line: 1, column: 1 }),
});

const kindOf = (file: string): InventoryFile['kind'] => {
  const kind = fileKindOf(file);
  if (kind === undefined) throw new Error(`invariant: ${file} was listed without a kind`);
  return kind;
};

const fileProblem = (file: string, message: string, mend: string): InventoryProblem => ({
  file,
  line: 1,
  column: 1,
  path: '',
  message,
  mend,
});

const unreadable = (directory: string, message: string): FolderUnreadable => ({
  type: 'FolderUnreadable',
  directory,
  message,
});

const reasonOf = (error: unknown): string => {
  const code = (error as { readonly code?: unknown }).code;
  return reasonByCode[String(code)] ?? (error instanceof Error ? error.message : 'unknown reason');
};

const reasonByCode: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
};

const mebibytes = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(bytes < 1024 * 1024 ? 3 : 0);
