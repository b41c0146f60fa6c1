import type { IncomingMessage } from 'node:http';

/**
 * Returns how the client reaches this server, as `http://atlas.example:4000`: by the name the request was sent to, and by HTTPS where it came so
 * or something in front of the server says so. `undefined` for a name that is none.
 */
export const originOf = ({ headers, socket }: IncomingMessage): string | undefined => {
  const isSecure = 'encrypted' in socket || headers['x-forwarded-proto'] === 'https';
  const text = `${isSecure ? 'https' : 'http'}://${headers.host ?? ''}`;
  return /^https?:\/\/[\w.:[\]-]+$/.test(text) && URL.canParse(text) ? new URL(text).origin : undefined;
};
