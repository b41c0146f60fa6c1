import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project: an absolute path without a separator at its end. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A text file of the project; `path` is relative to the root, with `/`. */
export interface ProjectFile {
  readonly path: string;
  readonly content: string;
}

/** Every file below `folder` (relative to the root) that `wanted` accepts by its relative path, sorted by path. */
export const projectFiles = (folder: string, wanted: (path: string) => boolean): readonly ProjectFile[] =>
  readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.split(sep).includes('node_modules'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(projectRoot.length + 1)
        .replaceAll(sep, '/'),
    )
    .filter(wanted)
    .toSorted()
    .map((path) => ({ path, content: readFileSync(join(projectRoot, path), 'utf8') }));
