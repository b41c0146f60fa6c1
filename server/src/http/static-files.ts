import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Reply } from './respond.ts';

/** Returns the answer to a path of the interface, or `undefined` when the interface is not built. */
export type StaticFiles = (path: string, ifNoneMatch: string | undefined) => Promise<Reply | undefined>;

interface CachedFile {
  readonly modified: number;
  readonly reply: Reply;
  readonly etag: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Returns the files of a built interface. A path without a file is one of its screens and gets `index.html`, which is
 * checked anew each time; what the bundler named by its content is kept for a year. Never a file outside the folder.
 */
export const createStaticFiles = (folder: string): StaticFiles => {
  const cached = new Map<string, CachedFile>();

  const load = async (file: string, immutable: boolean): Promise<CachedFile | undefined> => {
    const found = await stat(file).catch(() => undefined);
    if (found === undefined || !found.isFile()) return undefined;
    const known = cached.get(file);
    if (known?.modified === found.mtimeMs) return known;
    const body = await readFile(file);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    const headers = {
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag,
    };
    const fresh = { modified: found.mtimeMs, etag, reply: { status: 200, headers, body, keep: 'often' as const } };
    cached.set(file, fresh);
    return fresh;
  };

  return async (path, ifNoneMatch) => {
    const asset = path.startsWith('/assets/');
    const inside = await fileInside(folder, path);
    const named = inside === undefined ? undefined : await load(inside, asset);
    if (named === undefined && (asset || extname(path) !== '')) return undefined;
    const file = named ?? (await load(join(folder, 'index.html'), false));
    if (file === undefined) return undefined;
    const { body: _, keep: __, ...bare } = file.reply;
    return etagMatches(ifNoneMatch, file.etag) ? { ...bare, status: 304 } : file.reply;
  };
};

/** A proxy may have marked the tag as weak when it compressed. */
const etagMatches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);

const fileInside = async (folder: string, path: string): Promise<string | undefined> => {
  const decoded = decode(path);
  if (decoded === undefined || decoded === '/' || decoded.includes('\0')) return undefined;
  const root = await realpath(folder).catch(() => undefined);
  const file = await realpath(join(folder, decoded)).catch(() => undefined);
  return root !== undefined && file?.startsWith(root + sep) === true ? file : undefined;
};

const decode = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};
