import type { IncomingMessage } from 'node:http';
import { basename } from 'node:path';
import type { Uploads } from '../app/uploads.ts';
import { failure } from './graphql-route.ts';
import type { Reply } from './respond.ts';

/**
 * Takes a file to import: its bytes are the body, its name is percent-encoded in `x-ehi-file`. The header `x-ehi-upload` must be there:
 * no other site can make a browser send it. Answers with the id to import it by. Nothing is read of it yet.
 */
export const takeUpload = async (uploads: Uploads, request: IncomingMessage, requestId: string): Promise<Reply> => {
  if (request.headers['x-ehi-upload'] === undefined)
    return failure(403, 'FORBIDDEN', 'Send the header x-ehi-upload: 1 with a file.', requestId);
  const name = nameOf(request.headers['x-ehi-file']);
  const received = await uploads.receive(name, request as AsyncIterable<Uint8Array>);
  if (!received.ok) {
    const { reason, message } = received.error;
    // What is left of a body that is too large is not read: the connection ends with the answer.
    return failure(
      reason === 'TOO_LARGE' ? 413 : 400,
      reason === 'TOO_LARGE' ? 'TOO_LARGE' : 'CUT_OFF',
      message,
      requestId,
      {
        connection: 'close',
      },
    );
  }
  return {
    status: 201,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(received.value),
  };
};

const nameOf = (header: string | string[] | undefined): string => {
  const text = Array.isArray(header) ? header[0] : header;
  try {
    const name = basename(decodeURIComponent(text ?? '').replaceAll('\\', '/')).replace(/\p{Cc}/gu, '');
    return name.slice(0, 200) || 'unnamed';
  } catch {
    return 'unnamed';
  }
};
