import { err, ok, type Result } from '../domain/result.ts';

/** Bytes that are not UTF-8. `offset` counts from 0: the first byte that does not fit, or 0 when a byte order mark names another encoding. */
export interface NotUtf8 {
  readonly type: 'NotUtf8';
  readonly offset: number;
  readonly encoding: string;
}

/** Returns the text of UTF-8 bytes without a byte order mark. Error `NotUtf8`, with the encoding it looks like. Pure. */
export const decodeUtf8 = (bytes: Uint8Array): Result<string, NotUtf8> => {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) return err({ type: 'NotUtf8', offset: 0, encoding: marked });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 without a mark is valid UTF-8 as long as it is ASCII: every other byte is zero.
    const zero = bytes.indexOf(0);
    return zero < 0 ? ok(text) : err({ type: 'NotUtf8', offset: zero, encoding: utf16Without(bytes) ?? binary });
  } catch {
    const encoding = utf16Without(bytes) ?? (isBinary(bytes) ? binary : 'Latin-1 or Windows-1252');
    return err({ type: 'NotUtf8', offset: firstInvalidByte(bytes), encoding });
  }
};

/** Returns one sentence about bytes that are not UTF-8, without a full stop. */
export const describeNotUtf8 = ({ offset, encoding }: NotUtf8): string =>
  `the file is not UTF-8: byte ${offset} does not fit (it looks like ${encoding})`;

/** Returns how to mend bytes that are not UTF-8, without a full stop. */
export const mendNotUtf8 = ({ encoding }: NotUtf8): string =>
  encoding === binary ? 'name the file that was meant: this one is no text' : 'save the file as UTF-8';

const binary = 'a binary file';

/** As many bytes as tell what a file is. */
const sampleLength = 1024;

/** UTF-16 of Western text has a zero in nearly every second byte, and hardly one in the others. */
const utf16Without = (bytes: Uint8Array): string | undefined => {
  const sample = bytes.subarray(0, sampleLength);
  const zerosAt = (parity: 0 | 1): number =>
    sample.reduce((count, byte, at) => (byte === 0 && at % 2 === parity ? count + 1 : count), 0);
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  const most = sample.length * 0.4;
  if (odd >= most && even * 10 <= odd) return 'UTF-16LE';
  return even >= most && odd * 10 <= even ? 'UTF-16BE' : undefined;
};

/** Text has no control characters but tabs, line ends, form feeds and escapes; and a PDF begins like text. */
const isBinary = (bytes: Uint8Array): boolean =>
  [0x25, 0x50, 0x44, 0x46].every((byte, at) => bytes[at] === byte) ||
  bytes.subarray(0, sampleLength).some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));

const encodingOfMark = (bytes: Uint8Array): string | undefined => {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32BE';
  return undefined;
};

/** Length of each valid sequence by its first bytes; the second byte's range is narrower after E0, ED, F0 and F4. */
const firstInvalidByte = (bytes: Uint8Array): number => {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
};

const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
  if (length === 0) return 0;
  const second = bytes[at + 1] ?? 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let index = 2; index < length; index += 1) {
    const next = bytes[at + index] ?? 0;
    if (next < 0x80 || next > 0xbf) return 0;
  }
  return length;
};
