import type { IncomingMessage } from 'node:http';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/**
 * Returns whether a request may be answered by the name it was sent to. A server that listens on this computer only is
 * asked by its own names: another name there means that a foreign page had its name point here.
 */
export const createHostCheck = (listenHost: string): ((request: IncomingMessage) => boolean) => {
  if (!loopback.has(listenHost)) return () => true;
  return ({ headers }) => {
    const name = (headers.host ?? '').toLowerCase().replace(/:\d*$/, '');
    return loopback.has(name);
  };
};
