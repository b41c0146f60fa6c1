import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../domain/result.ts';

/** The body is larger than the route takes; `limit` in bytes. */
export interface BodyTooLarge {
  readonly type: 'BodyTooLarge';
  readonly limit: number;
}

/** The client went away before the body was complete. */
export interface BodyIncomplete {
  readonly type: 'BodyIncomplete';
}

/** Returns the body of a request, at most `limit` bytes; reading stops where the limit is passed. Errors: `BodyTooLarge`, `BodyIncomplete`. */
export const readBody = async (
  request: IncomingMessage,
  limit: number,
): Promise<Result<Buffer, BodyTooLarge | BodyIncomplete>> => {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) return err({ type: 'BodyTooLarge', limit });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return err({ type: 'BodyTooLarge', limit });
      chunks.push(chunk);
    }
  } catch {
    return err({ type: 'BodyIncomplete' });
  }
  return ok(Buffer.concat(chunks));
};
