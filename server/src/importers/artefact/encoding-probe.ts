import type { TextEncoding } from './artefact.ts';

/** Tells the encoding of bytes that are given to it piece by piece (`add` mutates it). */
export interface EncodingProbe {
  readonly add: (chunk: Uint8Array) => void;
  readonly encoding: () => TextEncoding;
}

/** As many bytes as tell UTF-16 and binary files. */
const sampleLength = 4096;

/**
 * Returns a probe. A byte order mark decides; else zeros in every other byte are UTF-16; else what is UTF-8 to the last byte is UTF-8;
 * other text is Windows-1252, which is what spreadsheets on Windows write; control characters that no text has make it binary.
 */
export const createEncodingProbe = (): EncodingProbe => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let sample = Buffer.alloc(0);
  let isUtf8 = true;
  let hasZero = false;
  return {
    add: (chunk) => {
      if (sample.length < sampleLength)
        sample = Buffer.concat([sample, chunk.subarray(0, sampleLength - sample.length)]);
      hasZero ||= chunk.includes(0);
      if (isUtf8) isUtf8 = decodes(decoder, chunk);
    },
    encoding: () => {
      const [a, b, c, d] = sample;
      if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'binary' : 'utf-16le';
      if (a === 0xfe && b === 0xff) return 'utf-16be';
      if (hasZero) return utf16Of(sample) ?? 'binary';
      if (isBinary(sample)) return 'binary';
      return isUtf8 && decodes(decoder) ? 'utf-8' : 'windows-1252';
    },
  };
};

const decodes = (decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): boolean => {
  try {
    if (chunk === undefined) decoder.decode();
    else decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** UTF-16 of Western text has a zero in nearly every second byte, and hardly one in the others. */
const utf16Of = (sample: Uint8Array): TextEncoding | undefined => {
  const zerosAt = (parity: 0 | 1): number =>
    sample.reduce((count, byte, at) => (byte === 0 && at % 2 === parity ? count + 1 : count), 0);
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  const most = sample.length * 0.4;
  if (odd >= most && even * 10 <= odd) return 'utf-16le';
  return even >= most && odd * 10 <= even ? 'utf-16be' : undefined;
};

/** MLLP puts 0x0B and 0x1C around messages, so these two are text here. A PDF begins like text. */
const isBinary = (sample: Uint8Array): boolean =>
  [0x25, 0x50, 0x44, 0x46].every((byte, at) => sample[at] === byte) ||
  sample.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b && byte !== 0x1c));
