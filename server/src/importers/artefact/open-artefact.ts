import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { readJsonArtefact } from '../read-json-artefact.ts';
import { maxWholeText, refused, type Artefact, type ArtefactSource, type TextEncoding } from './artefact.ts';
import { createEncodingProbe } from './encoding-probe.ts';

/** As much of a file as recognising looks at. */
const headLength = 64 * 1024;

/** How long a file may be. Bytes; 4 GiB: beyond it somebody pointed at the wrong thing. */
export const maxArtefactLength = 4 * 1024 * 1024 * 1024;

/** How an artefact is opened. `onBytes` is told how many bytes were read since it was last told: for progress. */
export interface OpenOptions {
  readonly maxBytes?: number;
  readonly onBytes?: (count: number) => void;
}

/**
 * Returns a file that has been read once: hashed, counted, its encoding told by its bytes and never by its name. Errors: an empty
 * file, one longer than `maxBytes`, one whose source fails while it is read.
 */
export const openArtefact = async (
  source: ArtefactSource,
  { maxBytes = maxArtefactLength, onBytes = () => undefined }: OpenOptions = {},
): Promise<Result<Artefact, ArtefactRefused>> => {
  const hash = createHash('sha256');
  const probe = createEncodingProbe();
  const head: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of source.read()) {
      hash.update(chunk);
      probe.add(chunk);
      if (bytes < headLength) head.push(chunk.subarray(0, headLength - bytes));
      bytes += chunk.length;
      onBytes(chunk.length);
      if (bytes > maxBytes)
        return err(
          refused(
            source,
            'TOO_LARGE',
            `the file has more than ${mebibytes(maxBytes)} MiB`,
            'export less in one file, or import it with the command "atlas import" on the server',
          ),
        );
    }
  } catch (cause) {
    return err(
      refused(source, 'UNREADABLE', `the file cannot be read: ${messageOf(cause)}`, 'check that it is still there'),
    );
  }
  if (bytes === 0)
    return err(
      refused(source, 'EMPTY', 'the file is empty', 'export or fetch it again, and check that it was written whole'),
    );
  const encoding = probe.encoding();
  const headBytes = Buffer.concat(head);
  const chunks = async function* (): AsyncIterable<Uint8Array> {
    for await (const chunk of source.read()) {
      onBytes(chunk.length);
      yield chunk;
    }
  };
  const text = (): AsyncIterable<string> => decoded(chunks(), encoding);
  const artefact: Artefact = {
    name: source.name,
    bytes,
    sha256: hash.digest('hex'),
    encoding,
    headBytes,
    head: encoding === 'binary' ? '' : headText(headBytes, encoding),
    chunks,
    text,
    wholeText: async () => {
      const tooLarge = refuseWhole(source, bytes, encoding);
      if (tooLarge !== undefined) return err(tooLarge);
      const pieces: string[] = [];
      for await (const piece of text()) pieces.push(piece);
      return ok(pieces.join(''));
    },
    json: once(async () => {
      const tooLarge = bytes > maxWholeText ? refuseWhole(source, bytes, encoding) : undefined;
      if (tooLarge !== undefined) return err(tooLarge);
      const whole: Uint8Array[] = [];
      for await (const chunk of chunks()) whole.push(chunk);
      return readJsonArtefact(source.name, Buffer.concat(whole));
    }),
  };
  return ok(artefact);
};

/** Returns bytes that are in memory as a source. */
export const sourceOfBytes = (name: string, bytes: Uint8Array): ArtefactSource => ({
  name,
  // eslint-disable-next-line @typescript-eslint/require-await -- a source is read as a stream, whatever it is
  read: async function* () {
    yield bytes;
  },
});

const refuseWhole = (source: ArtefactSource, bytes: number, encoding: TextEncoding): ArtefactRefused | undefined => {
  if (encoding === 'binary') return refused(source, 'NOT_UTF8', 'the file is no text', 'name the file that was meant');
  if (bytes <= maxWholeText) return undefined;
  return refused(
    source,
    'TOO_LARGE',
    `the file has ${mebibytes(bytes)} MiB, the limit for this kind is ${mebibytes(maxWholeText)} MiB`,
    'export less in one file',
  );
};

const decoded = async function* (chunks: AsyncIterable<Uint8Array>, encoding: TextEncoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding === 'binary' ? 'windows-1252' : encoding);
  for await (const chunk of chunks) {
    const piece = decoder.decode(chunk, { stream: true });
    if (piece !== '') yield piece;
  }
  const last = decoder.decode();
  if (last !== '') yield last;
};

/** A head may end within a character. Decoded as a stream: at once, Node 20 takes Windows-1252 for Latin-1. */
const headText = (bytes: Uint8Array, encoding: TextEncoding): string =>
  new TextDecoder(encoding).decode(bytes, { stream: true });

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};

const mebibytes = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(0);

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
