import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from './decode-utf8.ts';

describe('UTF-8', () => {
  it('gives back every text without zeros', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('\u0000') && !text.startsWith('\ufeff'));
        expect(decodeUtf8(new TextEncoder().encode(text))).toStrictEqual({ ok: true, value: text });
      }),
    );
  });

  it('names the first byte that does not fit: what stands before it is UTF-8, with it no longer', () => {
    const bytes = fc.array(
      fc.oneof(fc.nat(255), fc.constantFrom(0x41, 0xc3, 0xa4, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80)),
    );
    fc.assert(
      fc.property(bytes, (list) => {
        const all = Uint8Array.from(list);
        const result = decodeUtf8(all);
        // A zero is UTF-8, and yet no text: then it is the zero that is named.
        if (result.ok || list.includes(0)) return;
        const { offset } = result.error;
        const isUtf8 = (part: Uint8Array): boolean => {
          try {
            new TextDecoder('utf-8', { fatal: true }).decode(part);
            return true;
          } catch {
            return false;
          }
        };
        expect(isUtf8(all.subarray(0, offset))).toBe(true);
        for (let end = offset + 1; end <= Math.min(offset + 4, all.length); end += 1)
          expect(isUtf8(all.subarray(0, end))).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [[0xff, 0xfe, 0x61, 0], 'UTF-16LE', 0],
    [[0xfe, 0xff, 0, 0x61], 'UTF-16BE', 0],
    [[0xff, 0xfe, 0, 0], 'UTF-32LE', 0],
    [[0x7b, 0, 0x7d, 0], 'UTF-16LE', 1],
    [[...Buffer.from('{"name": "Caf\u00e9 \u20ac"}', 'utf16le')], 'UTF-16LE', 26],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d], 'a binary file', 0],
    [[0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0], 'a binary file', 5],
    [[...Buffer.from('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf], 'a binary file', 10],
    [[0x1f, 0x8b, 0x08, 0x08, 0xff, 0xff], 'a binary file', 1],
    [[0, 0x7b, 0, 0x7d], 'UTF-16BE', 0],
    [[0x61, 0xe9, 0x62], 'Latin-1 or Windows-1252', 1],
  ])('%j looks like %s', (bytes, encoding, offset) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toStrictEqual({
      ok: false,
      error: { type: 'NotUtf8', encoding, offset },
    });
  });
});
