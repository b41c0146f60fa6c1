import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

const stampFile = (name) => join(root, '.cache', 'stamps', name);

/** Every file under `path` that `keep` accepts by its path from the root, sorted; the path itself when it is a file. */
const filesUnder = (path, keep) => {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'dist' && !entry.name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = `${path}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(child, keep);
      return entry.isFile() && keep(child) ? [child] : [];
    });
};

/**
 * A hash over the names and bytes of the files under `paths` (relative to the root), in hex. Contents and not times:
 * a fresh clone, a checkout and a copy of the folder give the same stamp. `extra` adds facts that are not files.
 */
export const contentStamp = (paths, { keep = () => true, extra = [] } = {}) => {
  const hash = createHash('sha256');
  for (const fact of extra) hash.update(`${fact}\0`);
  for (const file of paths.flatMap((path) => filesUnder(path, keep))) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
};

/** The stamp last written under `name`, or `undefined`. */
export const readStamp = (name) => {
  try {
    return readFileSync(stampFile(name), 'utf8');
  } catch {
    return undefined;
  }
};

/** Writes the stamp of a finished step. */
export const writeStamp = (name, stamp) => {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), stamp);
};

/** Forgets a stamp: called before a step begins, so that a step cut short is done again. */
export const dropStamp = (name) => rmSync(stampFile(name), { force: true });
