import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ulid } from 'ulid';
import { err, ok, type Result } from '../domain/result.ts';
import type { ArtefactSource } from '../importers/artefact/artefact.ts';

/** An uploaded file, kept for a while so that it can be tried, and then imported. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** An upload was longer than is taken, or was cut off. Nothing of it is kept. */
export interface UploadFailed {
  readonly type: 'UploadFailed';
  readonly reason: 'TOO_LARGE' | 'CUT_OFF';
  readonly message: string;
}

/** The files that were uploaded to be imported. */
export interface Uploads {
  /** Keeps a stream as a file. */
  readonly receive: (name: string, body: AsyncIterable<Uint8Array>) => Promise<Result<Upload, UploadFailed>>;
  /** The upload with an id, and its bytes as a source; `undefined` when it is not there, or no longer. */
  readonly open: (id: string) => { readonly upload: Upload; readonly source: ArtefactSource } | undefined;
  readonly remove: (id: string) => Promise<void>;
  /** Removes all of them: the server stops. */
  readonly clear: () => Promise<void>;
}

export interface UploadsOptions {
  readonly folder: string;
  readonly maxBytes: number;
}

/** How many are kept: the oldest makes room. */
const mostKept = 40;

/** Returns the uploads of a server in a folder of its own. What an earlier server left there is removed first. */
export const createUploads = ({ folder, maxBytes }: UploadsOptions): Uploads => {
  const kept = new Map<string, Upload>();
  const pathOf = (id: string): string => join(folder, `${id}.upload`);
  const ready = prepare(folder);
  const remove = async (id: string): Promise<void> => {
    kept.delete(id);
    await rm(pathOf(id), { force: true });
  };
  return {
    receive: async (name, body) => {
      await ready;
      const id = ulid();
      let bytes = 0;
      let tooLarge = false;
      const counted = async function* (): AsyncIterable<Uint8Array> {
        for await (const chunk of body) {
          bytes += chunk.length;
          if (bytes > maxBytes) {
            tooLarge = true;
            return;
          }
          yield chunk;
        }
      };
      try {
        await pipeline(Readable.from(counted()), createWriteStream(pathOf(id), { flags: 'wx' }));
      } catch (cause) {
        await remove(id);
        const why = cause instanceof Error ? cause.message : String(cause);
        return err({
          type: 'UploadFailed',
          reason: 'CUT_OFF',
          message: `The upload was cut off (${why}). Send it again.`,
        });
      }
      if (tooLarge) {
        await remove(id);
        const limit = Math.floor(maxBytes / (1024 * 1024));
        const message = `The file is larger than ${limit} MiB. Import it with the command "atlas import" on the server, or start the server with EHI_MAX_UPLOAD_MIB set higher.`;
        return err({ type: 'UploadFailed', reason: 'TOO_LARGE', message });
      }
      const upload = { id, name, bytes };
      kept.set(id, upload);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) await remove(oldest);
      return ok(upload);
    },
    open: (id) => {
      const upload = kept.get(id);
      if (upload === undefined) return undefined;
      return { upload, source: { name: upload.name, read: () => createReadStream(pathOf(id)) } };
    },
    remove,
    clear: async () => {
      kept.clear();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** A day: no server that still runs uses a file that old. */
const longestMs = 86_400_000;

const prepare = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (name.endsWith('.upload') && Date.now() - mtimeMs > longestMs) await rm(path, { force: true });
  }
};
