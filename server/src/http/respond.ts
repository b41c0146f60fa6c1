import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** An answer before it is sent. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Whether the same body is sent more than once: then it is compressed once, and kept as long as the body is; as small as it gets where it is sent often. */
  readonly keep?: 'often' | 'shared';
}

/** Below this many bytes compression costs more than it saves. */
const smallest = 1024;

/** Sends an answer, compressed as the client takes it. Ends the response. */
export const respond = async (request: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> => {
  const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : (reply.body ?? Buffer.alloc(0));
  const encoding = body.length < smallest ? undefined : acceptedEncoding(request);
  const sent = encoding === undefined ? body : await compressed(body, encoding, reply.keep);
  if (response.destroyed) return;
  const empty = reply.status === 304 || reply.status === 204;
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(body.length < smallest ? {} : { vary: 'accept-encoding' }),
    ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
    ...(empty ? {} : { 'content-length': String(sent.length) }),
  });
  response.end(request.method === 'HEAD' || empty ? undefined : sent);
};

/** The encoding both sides know, brotli before gzip. */
export const acceptedEncoding = (request: IncomingMessage): 'br' | 'gzip' | undefined => {
  const accepted = (request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => !/;\s*q=0(\.0+)?$/.test(each))
    .map((each) => each.split(';')[0]);
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
};

/** Compressed forms of bodies that are sent often, for as long as the body itself is kept. */
const compressedByBody = new WeakMap<Buffer, Map<'br' | 'gzip', Promise<Buffer>>>();

const compressed = (body: Buffer, encoding: 'br' | 'gzip', keep: Reply['keep']): Promise<Buffer> => {
  if (keep === undefined) return compress(body, encoding);
  const known = compressedByBody.get(body) ?? new Map<'br' | 'gzip', Promise<Buffer>>();
  compressedByBody.set(body, known);
  const made = known.get(encoding) ?? compress(body, encoding, keep === 'often');
  known.set(encoding, made);
  return made;
};

/** Returns the bytes compressed. `best` spends time on size: for what is compressed once and sent often. */
const compress = (body: Buffer, encoding: 'br' | 'gzip', best = false): Promise<Buffer> =>
  encoding === 'br'
    ? toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: best ? 9 : 4 } })
    : toGzip(body, { level: best ? 9 : 5 });
