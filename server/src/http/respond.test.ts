import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { respond, type Reply } from './respond.ts';

const sentFor = async (reply: Reply, encoding = 'br'): Promise<Buffer> => {
  const sent: Buffer[] = [];
  const response = { destroyed: false, writeHead: () => undefined, end: (body: Buffer) => void sent.push(body) };
  const request = { method: 'GET', headers: { 'accept-encoding': encoding } };
  await respond(request as unknown as IncomingMessage, response as unknown as ServerResponse, reply);
  return sent[0] ?? Buffer.alloc(0);
};

describe('an answer that is sent often', () => {
  const body = Buffer.from('the same words over and over '.repeat(400));

  it('is compressed once for each encoding', async () => {
    const reply: Reply = { status: 200, body, keep: 'often' };
    const first = await sentFor(reply);
    expect(brotliDecompressSync(first)).toEqual(body);
    expect(await sentFor(reply)).toBe(first);
    const gzip = await sentFor(reply, 'gzip');
    expect(gzip).not.toEqual(first);
    expect(await sentFor({ ...reply }, 'gzip')).toBe(gzip);
  });

  it('is told from one that is sent once', async () => {
    const reply: Reply = { status: 200, body };
    expect(await sentFor(reply)).not.toBe(await sentFor(reply));
  });
});
