import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql/language/printer.js';
import { createClient } from 'graphql-ws';
import type { LiveSocket, OpenSocket, Sink } from './session.ts';
import { ChangedDocument, RoomDocument, SignalDocument } from './documents.ts';

/** How often the server is asked whether it is still there, and how long its answer may take, in milliseconds. */
const pingMs = 5_000;
const pongMs = 4_000;

/** Opens the one WebSocket of this page, as `name`. It is not opened again by itself: a session does that. */
export const openSocket: OpenSocket = ({ name, onOpen, onClose }): LiveSocket => {
  let socket: WebSocket | undefined;
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const over = (): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(unanswered);
    onClose();
  };
  const client = createClient({
    url: new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
    ...(name === undefined ? {} : { connectionParams: { actor: name } }),
    lazy: false,
    retryAttempts: 0,
    keepAlive: pingMs,
    // `closed` tells of it already.
    onNonLazyError: over,
    on: {
      opened: (opened) => void (socket = opened as WebSocket),
      connected: onOpen,
      ping: (received) => {
        if (received) return;
        clearTimeout(unanswered);
        // A network that was lost says nothing: who does not answer is taken for gone.
        unanswered = setTimeout(() => {
          socket?.close(4_408, 'no answer');
          over();
        }, pongMs);
      },
      pong: (received) => received && clearTimeout(unanswered),
      closed: over,
    },
  });
  const follow = <T, V extends Record<string, unknown>>(
    document: TypedDocumentNode<T, V>,
    variables: V,
    sink: Sink<T>,
  ): (() => void) =>
    client.subscribe<T>(
      { query: print(document), variables },
      {
        next: ({ data, errors }) => {
          const [first] = errors ?? [];
          if (first !== undefined) sink.error(first.extensions?.['code'] as string | undefined);
          else if (data) sink.next(data);
        },
        error: (cause) => {
          const [first] = Array.isArray(cause) ? (cause as { extensions?: { code?: string } }[]) : [];
          sink.error(first?.extensions?.code);
        },
        complete: () => sink.complete?.(),
      },
    );
  return {
    changed: (after, sink) =>
      follow(ChangedDocument, { after }, { ...sink, next: ({ changed }) => sink.next(changed) }),
    room: (room, sink) => follow(RoomDocument, { room }, { ...sink, next: (data) => sink.next(data.room) }),
    signal: (room, input) =>
      new Promise((resolve) => {
        let code: string | undefined = 'UNKNOWN';
        follow(
          SignalDocument,
          { room, input },
          {
            next: ({ signal }) => void (code = signal.ok ? undefined : signal.error?.code),
            error: () => resolve('UNKNOWN'),
            complete: () => resolve(code),
          },
        );
      }),
    close: () => {
      isOver = true;
      clearTimeout(unanswered);
      void client.dispose();
      socket?.close(1_000);
    },
  };
};
