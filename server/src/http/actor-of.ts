import type { IncomingMessage } from 'node:http';
import { cleanName } from '../domain/clean-name.ts';

/** Whoever does not say who they are. */
export const localUser = 'local user';

/**
 * Returns who asks, from the header `x-ehi-actor` (percent-encoded where it is not plain ASCII): at most 120 characters, no
 * control characters; `local user` when it says nothing. A statement, not a proof: the server listens to this computer only.
 */
export const actorOf = ({ headers }: IncomingMessage): string => {
  const header = headers['x-ehi-actor'];
  const text = decode(Array.isArray(header) ? (header[0] ?? '') : (header ?? ''));
  const clean = cleanName(text);
  return clean === '' ? localUser : clean;
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
