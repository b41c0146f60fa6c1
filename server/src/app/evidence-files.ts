import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';

/** The folder of evidence files cannot be read or written; nothing is half-written. */
export interface FilesUnavailable {
  readonly type: 'FilesUnavailable';
  readonly message: string;
}

/** The files of evidence, each under its SHA-256 beside the database. They are bytes: nothing opens or runs them. */
export interface EvidenceFiles {
  /** Keeps the bytes and gives their SHA-256, 64 hex digits; the same bytes are kept once. */
  readonly keep: (bytes: Uint8Array) => Promise<Result<string, FilesUnavailable>>;
  /** The bytes under a SHA-256; `undefined` where none are kept. Bytes that no longer fit their SHA-256 are an error. */
  readonly read: (sha256: string) => Promise<Result<Buffer | undefined, FilesUnavailable>>;
}

/** Returns the files in a folder, which is made when the first file is kept. A file is there whole or not at all. */
export const createEvidenceFiles = (folder: string): EvidenceFiles => ({
  keep: async (bytes) => {
    const sha256 = sha256Of(bytes);
    const file = join(folder, sha256);
    try {
      const known = await stat(file).catch(() => undefined);
      if (known?.size === bytes.length) return ok(sha256);
      await mkdir(folder, { recursive: true });
      const temporary = join(folder, `.${sha256}.${randomUUID()}`);
      await writeDurably(temporary, bytes).catch(async (cause: unknown) => {
        await rm(temporary, { force: true });
        throw cause;
      });
      await rename(temporary, file);
      return ok(sha256);
    } catch (cause) {
      return err(unavailable(`The file could not be kept in ${folder}: ${wordsOf(cause)}. Nothing was written.`));
    }
  },
  read: async (sha256) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return ok(undefined);
    try {
      const bytes = await readFile(join(folder, sha256)).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') return undefined;
        throw cause;
      });
      if (bytes !== undefined && sha256Of(bytes) !== sha256) {
        return err(unavailable(`The file ${sha256} in ${folder} was changed outside the product. Restore it.`));
      }
      return ok(bytes);
    } catch (cause) {
      return err(unavailable(`The file could not be read from ${folder}: ${wordsOf(cause)}.`));
    }
  },
});

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const writeDurably = async (file: string, bytes: Uint8Array): Promise<void> => {
  // Evidence is for people of this machine's account alone, and never executable.
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const unavailable = (message: string): FilesUnavailable => ({ type: 'FilesUnavailable', message });

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
