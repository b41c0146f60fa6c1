import { Agent, request as send } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { timingOf, type Timing } from './timing.ts';

/** An answer of the server: milliseconds from sending to the last byte, what it said, and how many bytes came over the wire. */
export interface Answered {
  readonly ms: number;
  readonly text: string;
  readonly sent: number;
}

/** One connection to a server, kept open, one question after the other. `compressed`: whether answers are taken in brotli, as a browser does. */
export interface Connection {
  readonly ask: (body: string, compressed?: boolean) => Promise<Answered>;
  readonly close: () => void;
}

/** Returns a connection to the API of the server at `url`. `ask` throws on an answer that is none. */
export const connectTo = (url: string): Connection => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { href } = new URL('/graphql', url);
  const post = (body: string, compressed: boolean): Promise<{ ms: number; status: number; bytes: Buffer }> =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        ...(compressed ? { 'accept-encoding': 'br' } : {}),
      };
      const start = performance.now();
      const request = send(href, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ ms: performance.now() - start, status: response.statusCode ?? 0, bytes: Buffer.concat(chunks) }),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
  return {
    ask: async (body, compressed = false) => {
      const { ms, status, bytes } = await post(body, compressed);
      // What is short is sent as it is.
      const isPlain = !compressed || bytes[0] === '{'.charCodeAt(0);
      const text = (isPlain ? bytes : brotliDecompressSync(bytes)).toString('utf8');
      if (status !== 200 || text.startsWith('{"errors"')) throw new Error(`HTTP ${status}: ${text.slice(0, 500)}`);
      return { ms, text, sent: bytes.length };
    },
    close: () => agent.destroy(),
  };
};

/** Answers to several questions: how long they took, and how large they were on average, in bytes. */
export interface Asked {
  readonly timing: Timing;
  readonly size: number;
  readonly sent: number;
}

/** Asks each question once, in order. Throws when one is not answered. */
export const askEach = async (
  connection: Connection,
  bodies: readonly string[],
  compressed = false,
): Promise<Asked> => {
  const times: number[] = [];
  let size = 0;
  let sent = 0;
  for (const body of bodies) {
    const answered = await connection.ask(body, compressed);
    times.push(answered.ms);
    size += Buffer.byteLength(answered.text);
    sent += answered.sent;
  }
  return { timing: timingOf(times), size: size / bodies.length, sent: sent / bodies.length };
};
