import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A page in a room as the tests read it. */
export interface RoomPage {
  readonly client: string;
  readonly name: string;
  readonly address: string;
  readonly selection: readonly string[];
  readonly presentingSince: string | null;
  readonly following: string | null;
  readonly editing: { readonly concept: string; readonly id: string; readonly since: string } | null;
  readonly pointer: { readonly picture: string; readonly x: number; readonly y: number } | null;
}

/** What came of a signal. */
export interface SignalAnswer {
  readonly ok: boolean;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** One page in a room over a WebSocket of its own, with what it was told put together. */
export interface RoomClient {
  readonly client: string;
  /** Who is there, by what was told so far. */
  readonly here: ReadonlyMap<string, RoomPage>;
  /** How many events came. */
  readonly events: () => number;
  readonly errors: readonly unknown[];
  /** Sends a signal; resolves to what came of it. */
  readonly signal: (input?: object) => Promise<SignalAnswer>;
  /** Cuts the connection off without a word. */
  readonly kill: () => void;
  readonly stop: () => Promise<void>;
}

const watch = `subscription ($room: ID!) { room(room: $room) { whole left
  changed { client name address selection presentingSince following editing { concept id since } pointer { picture x y } }
  moved { client pointer { picture x y } } } }`;
const tell =
  'mutation ($room: ID!, $input: SignalInput!) { signal(room: $room, input: $input) { ok error { code message } } }';

interface Event {
  readonly whole: boolean;
  readonly changed: readonly RoomPage[];
  readonly moved: readonly Pick<RoomPage, 'client' | 'pointer'>[];
  readonly left: readonly string[];
}

/** Opens a connection, under a name, and follows a room. It does not connect again by itself. */
export const enterRoom = (url: string, room: string, name: string, client = `page-of-${name}-0`): RoomClient => {
  let socket: WebSocket | undefined;
  const connection = createClient({
    url: new URL('/graphql', url.replace(/^http/, 'ws')).href,
    webSocketImpl: WebSocket,
    connectionParams: { actor: name },
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
    on: { opened: (opened) => void (socket = opened as WebSocket) },
  });
  const here = new Map<string, RoomPage>();
  const errors: unknown[] = [];
  let events = 0;
  const stop = connection.subscribe<{ room: Event }>(
    { query: watch, variables: { room } },
    {
      next: ({ data, errors: failed }) => {
        if (failed !== undefined) errors.push(...failed);
        if (data === undefined || data === null) return;
        events += 1;
        const { whole, changed, moved, left } = data.room;
        if (whole) here.clear();
        for (const each of changed) here.set(each.client, each);
        for (const { client: of, pointer } of moved) {
          const known = here.get(of);
          if (known !== undefined) here.set(of, { ...known, pointer });
        }
        for (const gone of left) here.delete(gone);
      },
      error: (cause) => void errors.push(...(Array.isArray(cause) ? (cause as unknown[]) : [cause])),
      complete: () => undefined,
    },
  );
  return {
    client,
    here,
    events: () => events,
    errors,
    signal: (input = {}) =>
      new Promise((resolve, reject) => {
        let answer: SignalAnswer | undefined;
        connection.subscribe<{ signal: SignalAnswer }>(
          { query: tell, variables: { room, input: { client, ...input } } },
          {
            next: ({ data, errors: failed }) => {
              if (data === undefined || data === null) reject(new Error(JSON.stringify(failed)));
              else answer = data.signal;
            },
            error: (cause) => reject(new Error(JSON.stringify(cause))),
            complete: () => (answer === undefined ? reject(new Error('no answer')) : resolve(answer)),
          },
        );
      }),
    kill: () => socket?.terminate(),
    stop: async () => {
      stop();
      await connection.dispose();
    },
  };
};
