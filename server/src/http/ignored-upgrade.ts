import { IncomingMessage, ServerResponse, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { uploadLimit } from './graphql-route.ts';

/**
 * Answers a request that offers to change to a protocol which is not spoken here, as if it had not (RFC 9110, 7.8: an offer may be ignored).
 * Once a server listens for upgrades, Node hands every such offer over with its body still to be read. The connection is closed afterwards.
 */
export const answerAsUsual = (server: Server, offered: IncomingMessage, socket: Duplex, head: Buffer): void => {
  const length = Number(offered.headers['content-length'] ?? 0);
  if (offered.headers['transfer-encoding'] !== undefined || !(length <= uploadLimit)) {
    socket.once('finish', () => socket.destroy());
    socket.end('HTTP/1.1 411 Length Required\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  const parts = [head];
  let size = head.length;
  // A body that stops coming is not waited for.
  const overdue = setTimeout(() => socket.destroy(), bodyTimeoutMs);
  socket.once('close', () => clearTimeout(overdue));
  const start = (): void => {
    clearTimeout(overdue);
    socket.off('data', take);
    const { method, url, headers, rawHeaders, httpVersionMajor, httpVersionMinor, httpVersion } = offered;
    const request = new IncomingMessage(socket as Socket);
    Object.assign(request, { method, url, headers, rawHeaders, httpVersionMajor, httpVersionMinor, httpVersion });
    request.push(Buffer.concat(parts).subarray(0, length));
    request.push(null);
    request.complete = true;
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket as Socket);
    response.once('finish', () => socket.end(() => socket.destroy()));
    server.emit('request', request, response);
  };
  const take = (part: Buffer): void => {
    parts.push(part);
    size += part.length;
    if (size >= length) start();
  };
  if (size >= length) start();
  else socket.on('data', take);
};

/** How long the rest of a body may take to come, in milliseconds. */
const bodyTimeoutMs = 60_000;
