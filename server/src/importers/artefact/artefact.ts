import type { Result } from '../../domain/result.ts';
import type { ArtefactRefused, RefusalReason } from '../artefact-refused.ts';

/** How the bytes of a file are text. `binary`: they are not. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'binary';

/** Where the bytes of a file come from. `read` begins at the first byte each time it is called. */
export interface ArtefactSource {
  /** The name of the file, without its folder. */
  readonly name: string;
  readonly read: () => AsyncIterable<Uint8Array>;
}

/**
 * One file to import, looked at once: its hash, length and encoding are known, and the rest is read in pieces, so that a file larger
 * than the memory can be imported by who reads it as a stream.
 */
export interface Artefact {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly sha256: string;
  readonly encoding: TextEncoding;
  /** The first 64 KiB. */
  readonly headBytes: Uint8Array;
  /** The first 64 KiB as text without a byte order mark; `''` for binary files. */
  readonly head: string;
  /** The bytes in pieces, from the beginning. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
  /** The text in pieces, decoded, without a byte order mark. Bytes that do not fit become U+FFFD; `encoding` was chosen so that there are none. */
  readonly text: () => AsyncIterable<string>;
  /** The whole text. Error: larger than `maxWholeText`, or binary. */
  readonly wholeText: () => Promise<Result<string, ArtefactRefused>>;
  /** The whole file as JSON, parsed once. Error: not UTF-8, not JSON, too deep, too large; each with its place. */
  readonly json: () => Promise<Result<unknown, ArtefactRefused>>;
}

/** How much text is ever read at once. Bytes; 64 MiB. Larger files need an importer that streams. */
export const maxWholeText = 64 * 1024 * 1024;

/** Returns the refusal of an artefact. `mend` says what to do, without a full stop. */
export const refused = (
  { name }: Pick<Artefact, 'name'>,
  reason: RefusalReason,
  message: string,
  mend: string,
  at: { readonly line?: number; readonly column?: number } = {},
): ArtefactRefused => ({ type: 'ArtefactRefused', reason, file: name, message, mend, ...at });
