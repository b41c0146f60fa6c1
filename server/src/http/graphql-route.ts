import type { IncomingMessage } from 'node:http';
import { revisionHeader, type Api } from '../api/index.ts';
import { actorOf } from './actor-of.ts';
import { originOf } from './origin-of.ts';
import { readBody } from './read-body.ts';
import type { Reply } from './respond.ts';
import { viewOf } from './view-of.ts';

/** The largest body of a request, in bytes: 1 MiB. */
export const bodyLimit = 1024 * 1024;

/** The largest body of a request that says it brings a file, in bytes: 40 MiB of file as base64, and some room. */
export const uploadLimit = 56 * 1024 * 1024;

/** Returns the answer to a request of `/graphql`: POST with JSON only. */
export const answerGraphQL = async (api: Api, request: IncomingMessage, requestId: string): Promise<Reply> => {
  if (request.method !== 'POST') {
    return failure(405, 'METHOD_NOT_ALLOWED', 'Send a POST with a JSON body: { query, variables }.', requestId, {
      allow: 'POST',
    });
  }
  const limit = request.headers['x-ehi-upload'] === undefined ? bodyLimit : uploadLimit;
  const body = await readBody(request, limit);
  if (!body.ok) {
    if (body.error.type === 'BodyIncomplete')
      return failure(400, 'BAD_REQUEST', 'The body did not arrive whole.', requestId);
    const message = `The body is larger than ${limit / 1024 / 1024} MiB. Send less at once.`;
    return failure(413, 'BODY_TOO_LARGE', message, requestId, { connection: 'close' });
  }
  const view = viewOf(request);
  if (!view.ok) return failure(400, 'BAD_USER_INPUT', view.error, requestId);
  const parsed = parseJson(body.value);
  if (parsed === undefined) return failure(400, 'BAD_REQUEST', 'The body is not JSON.', requestId);
  const origin = originOf(request);
  const { remoteAddress: address } = request.socket;
  const answer = await api.handle({
    method: 'POST',
    headers: toHeaders(request),
    body: parsed,
    actor: actorOf(request),
    requestId,
    ...(origin === undefined ? {} : { origin }),
    ...(address === undefined ? {} : { address }),
    ...seenRevisionOf(request),
    ...(view.value === undefined ? {} : { view: view.value }),
  });
  return {
    status: answer.status,
    headers: { ...Object.fromEntries(answer.headers), 'cache-control': 'no-store' },
    body: answer.body,
    ...(answer.shared === true ? { keep: 'shared' } : {}),
  };
};

/** The newest revision a client says it was told of; whatever is no number says nothing. */
const seenRevisionOf = ({ headers }: IncomingMessage): { readonly seenRevision?: number } => {
  const header = headers[revisionHeader];
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? { seenRevision: Number(header) } : {};
};

/** Returns a refusal in the shape of a GraphQL answer, so that a client has one way to read errors. */
export const failure = (
  status: number,
  code: string,
  message: string,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify({ errors: [{ message, extensions: { code, retryable: false, requestId } }] }),
});

const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};

const toHeaders = ({ headers }: IncomingMessage): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
    ),
  );
