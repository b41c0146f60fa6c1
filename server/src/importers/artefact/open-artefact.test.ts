import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArtefact, sourceOfBytes } from './open-artefact.ts';

const open = (bytes: Uint8Array, more: object = {}) => openArtefact(sourceOfBytes('file', bytes), more);

/** A source that gives its bytes in pieces of a few bytes, so that every character is cut somewhere. */
const inPieces = (bytes: Uint8Array, size: number) => ({
  name: 'file',
  read: async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    await Promise.resolve();
  },
});

const textOf = async (pieces: AsyncIterable<string>): Promise<string> => {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all.join('');
};

describe('an artefact', () => {
  it('is hashed and counted, and gives back its text however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        async (text, size) => {
          // Control characters make it a file that is no text.
          fc.pre(!/\p{Cc}/u.test(text) && !text.startsWith('\uFEFF'));
          const bytes = Buffer.from(text);
          const opened = await openArtefact(inPieces(bytes, size));
          if (!opened.ok) throw new Error(opened.error.message);
          const { sha256, encoding } = opened.value;
          expect([opened.value.bytes, encoding]).toEqual([bytes.length, 'utf-8']);
          expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
          expect(await textOf(opened.value.text())).toBe(text);
          expect(await opened.value.wholeText()).toEqual({ ok: true, value: text });
        },
      ),
    );
  });

  it.each([
    ['utf-8', Buffer.from('\uFEFFnäme'), 'näme'],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('näme', 'utf16le')]), 'näme'],
    ['utf-16le', Buffer.from('a long name without a mark', 'utf16le'), 'a long name without a mark'],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('näme', 'utf16le').swap16()]), 'näme'],
    ['windows-1252', Buffer.from('caf\xe9 \x80', 'latin1'), 'café €'],
    ['utf-8', Buffer.from('\x0bMSH|^~\\&|A\r\x1c\r'), '\x0bMSH|^~\\&|A\r\x1c\r'],
  ])('tells %s by its bytes', async (encoding, bytes, text) => {
    const opened = await open(bytes);
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.encoding).toBe(encoding);
    expect(await textOf(opened.value.text())).toBe(text);
    expect(opened.value.head).toBe(text);
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0])],
    ['a document', Buffer.from('%PDF-1.7\n')],
  ])('tells %s, and gives no text of it', async (_name, bytes) => {
    const opened = await open(bytes);
    if (!opened.ok) throw new Error(opened.error.message);
    expect([opened.value.encoding, opened.value.head]).toEqual(['binary', '']);
    expect(await opened.value.wholeText()).toMatchObject({ ok: false, error: { reason: 'NOT_UTF8' } });
  });

  it('is refused empty, too long, or when its source fails, and never throws', async () => {
    expect(await open(Buffer.alloc(0))).toMatchObject({ ok: false, error: { reason: 'EMPTY' } });
    expect(await open(Buffer.from('abcdef'), { maxBytes: 5 })).toMatchObject({
      ok: false,
      error: { reason: 'TOO_LARGE' },
    });
    const failing = {
      name: 'file',
      read: async function* (): AsyncIterable<Uint8Array> {
        yield Buffer.from('a');
        await Promise.reject(new Error('the disk went away'));
      },
    };
    expect(await openArtefact(failing)).toMatchObject({
      ok: false,
      error: { reason: 'UNREADABLE', message: expect.stringMatching(/disk went away/) },
    });
  });

  it('says how many bytes were read, of each pass', async () => {
    let bytes = 0;
    const opened = await open(Buffer.from('{"a": 1}'), { onBytes: (count: number) => void (bytes += count) });
    if (!opened.ok) throw new Error(opened.error.message);
    expect(bytes).toBe(8);
    await opened.value.json();
    await opened.value.json();
    expect(bytes).toBe(16);
  });
});
