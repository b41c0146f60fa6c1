import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Api } from '../api/index.ts';
import { oncePer } from '../domain/once.ts';
import { actorOf } from './actor-of.ts';
import { answerAsUsual } from './ignored-upgrade.ts';

/** The longest message a client may send, in bytes: a subscription or a signal is a few lines. */
const messageLimit = 64 * 1024;

/** How often a client is asked whether it is still there, in milliseconds: one that does not answer until the next time is cut off. */
const pingMs = 4_000;

/** How many connections may be open at once. */
const mostConnections = 1_000;

export interface LiveSocketOptions {
  readonly server: Server;
  readonly api: Api;
  readonly isAllowedHost: (request: IncomingMessage) => boolean;
}

/** Returns what ends all connections, after subscriptions were added (to `server`): WebSocket at `/graphql`. */
export const addLiveSocket = ({ server, api, isAllowedHost }: LiveSocketOptions): (() => Promise<void>) => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: messageLimit });
  const subscriberOf = oncePer((request: IncomingMessage) => ({ actor: actorOf(request), requestId: randomUUID() }));
  const live = useServer(
    api.subscriptions(({ request }: { readonly request: IncomingMessage }) => subscriberOf(request)) as never,
    sockets,
    pingMs,
  );
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    // Some clients offer HTTP/2 with every first request: they are answered as if they had not.
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') return answerAsUsual(server, request, socket, head);
    const path = (request.url ?? '/').split('?')[0];
    if (path !== '/graphql') return refuse(socket, '404 Not Found');
    if (!isAllowedHost(request)) return refuse(socket, '421 Misdirected Request');
    if (!isSameOrigin(request)) return refuse(socket, '403 Forbidden');
    if (sockets.clients.size >= mostConnections) return refuse(socket, '503 Service Unavailable');
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  return async () => {
    // Who does not say goodbye in time is not waited for.
    const last = setTimeout(() => {
      for (const client of sockets.clients) client.terminate();
    }, goodbyeMs);
    await live.dispose();
    clearTimeout(last);
  };
};

/** How long clients have to close their side when the server stops, in milliseconds. */
const goodbyeMs = 500;

/** A page of another site can open a socket to here from the browser of somebody who may; its answers must not reach that page. */
const isSameOrigin = ({ headers }: IncomingMessage): boolean => {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
};

/** Nobody else ends a socket that was taken for an upgrade. */
const refuse = (socket: Duplex, status: string): void => {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};
