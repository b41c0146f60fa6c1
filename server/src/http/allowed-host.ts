import type { IncomingMessage } from 'node:http';

/** Returns whether a name or address, without a port, always means this computer: `localhost`, 127.0.0.0/8, `::1`. */
export const isLoopback = (host: string): boolean => {
  const name = nameOf(host);
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
};

/**
 * Returns whether a request may be answered by the name it was sent to: a name of this computer, the one the server was
 * told to listen on, or one of `allowed`. Any other name means that a foreign page may have had its own name point here,
 * to read and write through the browser of somebody who can reach this server.
 */
export const createHostCheck = (
  listenHost: string,
  allowed: readonly string[] = [],
): ((request: IncomingMessage) => boolean) => {
  const names = new Set([listenHost, ...allowed].map(nameOf));
  return ({ headers }) => {
    const name = nameOf((headers.host ?? '').replace(/:\d*$/, ''));
    return isLoopback(name) || (name !== '' && names.has(name));
  };
};

/** In lower case, without the brackets of an IPv6 address and the dot that may end a name. */
const nameOf = (host: string): string =>
  host
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
