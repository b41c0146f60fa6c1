import type { SignalInput } from '../gql/graphql.ts';
import { backOff } from './back-off.ts';
import type { HeardChange } from './change-noter.ts';
import type { LiveState } from './live-state.ts';
import type { OwnState } from './own-state.ts';
import type { RoomNews } from './people.ts';

/** Who hears what a subscription brings. `error` gets its code, if it has one, and is the end. */
export interface Sink<T> {
  readonly next: (value: T) => void;
  readonly error: (code: string | undefined) => void;
  readonly complete?: () => void;
}

/** One connection, while it lasts. */
export interface LiveSocket {
  /** The changes after a revision, as they are made. */
  readonly changed: (after: number, sink: Sink<HeardChange>) => () => void;
  readonly room: (room: string, sink: Sink<RoomNews>) => () => void;
  /** Sends a signal. Resolves to the code of what went wrong; undefined: others see it. */
  readonly signal: (room: string, input: SignalInput) => Promise<string | undefined>;
  readonly close: () => void;
}

/** Opens a connection; `onClose` is called once when it is over, however that came. */
export type OpenSocket = (options: {
  readonly name: string | undefined;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}) => LiveSocket;

/** What a session leans on. */
export interface SessionDeps {
  readonly open: OpenSocket;
  readonly client: string;
  /** Under which name this page acts. */
  readonly name: () => string | undefined;
  /** The revision of the first answer of the page, when there is one. */
  readonly firstRevision: () => Promise<number>;
  /** Something was changed. */
  readonly onChange: (change: HeardChange) => void;
  /** The database does not have what this page has seen. */
  readonly onOtherDatabase: () => void;
  readonly onNews: (news: RoomNews) => void;
  readonly onState: (state: Partial<Omit<LiveState, 'since'>>) => void;
  readonly own: {
    readonly whole: () => OwnState;
    readonly takeUnsent: () => OwnState | undefined;
    readonly onUnsent: (listener: () => void) => () => void;
  };
  readonly isOnline: () => boolean;
  readonly wait: (run: () => void, ms: number) => () => void;
  readonly random: () => number;
}

/** A session: it lives as long as the page, through all connections. */
export interface Session {
  readonly enter: (room: string) => void;
  /** The network came back, or went. */
  readonly online: () => void;
  readonly offline: () => void;
  readonly stop: () => void;
}

/** The least time between two signals, in milliseconds. */
const signalMs = 100;

/** Keeps this page connected: after each loss it connects again and goes on after the last revision it heard of, so that nothing is missed and nothing comes twice. */
export const startSession = (deps: SessionDeps, firstRoom: string): Session => {
  const { onState, own, wait } = deps;
  let room = firstRoom;
  let socket: LiveSocket | undefined;
  let attempt = 0;
  let heard: number | undefined;
  let isStopped = false;
  let isOpen = false;
  let leaveRoom: () => void = () => undefined;
  let isIn = false;
  let forgetRetry: () => void = () => undefined;
  let isSending = false;

  const followChanges = async (of: LiveSocket): Promise<void> => {
    // What was written after the first answer came may be missing in what is shown.
    heard ??= await deps.firstRevision();
    if (socket !== of) return;
    of.changed(heard, {
      next: (change) => {
        heard = change.revision;
        deps.onChange(change);
      },
      error: (code) => {
        if (socket !== of) return;
        if (code !== 'REVISION_AHEAD') return lost(of);
        heard = undefined;
        onState({ restored: true });
        deps.onOtherDatabase();
        void followChanges(of);
      },
    });
  };

  const send = async (of: LiveSocket, input: OwnState): Promise<void> => {
    const code = await of.signal(room, { client: deps.client, ...input });
    // The server does not know this page (any more): it is told all.
    if (code === 'NOT_FOUND' && socket === of && isIn) await of.signal(room, { client: deps.client, ...own.whole() });
  };
  const sendUnsent = (): void => {
    if (isSending || socket === undefined || !isIn) return;
    const news = own.takeUnsent();
    if (news === undefined) return;
    isSending = true;
    void send(socket, news);
    wait(() => {
      isSending = false;
      sendUnsent();
    }, signalMs);
  };
  const forgetUnsent = own.onUnsent(sendUnsent);

  const follow = (of: LiveSocket): void => {
    isIn = false;
    const name = room;
    leaveRoom = of.room(name, {
      next: (news) => {
        if (socket !== of || room !== name) return;
        deps.onNews(news);
        if (!news.whole || isIn) return;
        isIn = true;
        own.takeUnsent();
        // Somebody may have taken over while this page was away: it does not take that back.
        const somebodyElse = news.changed.some(
          ({ client, presentingSince }) => client !== deps.client && typeof presentingSince === 'string',
        );
        void send(of, { ...own.whole(), ...(somebodyElse ? { presenting: false } : {}) });
      },
      error: () => socket === of && lost(of),
    });
  };

  const lost = (of: LiveSocket): void => {
    if (socket !== of) return;
    socket = undefined;
    isOpen = false;
    isIn = false;
    of.close();
    if (isStopped) return;
    onState({ phase: deps.isOnline() ? 'reconnecting' : 'offline' });
    forgetRetry();
    forgetRetry = wait(connect, backOff(attempt, deps.random));
    attempt += 1;
  };

  const connect = (): void => {
    if (isStopped || socket !== undefined) return;
    const opened = deps.open({
      name: deps.name(),
      onOpen: () => {
        if (socket !== opened) return;
        isOpen = true;
        attempt = 0;
        onState({ phase: 'live' });
        void followChanges(opened);
        follow(opened);
      },
      onClose: () => lost(opened),
    });
    socket = opened;
  };
  connect();

  return {
    enter: (next) => {
      if (next === room) return;
      if (socket !== undefined && isIn) void socket.signal(room, { client: deps.client, leaving: true });
      // Also where the old room has not answered yet.
      if (socket !== undefined && isOpen) leaveRoom();
      room = next;
      if (socket !== undefined && isOpen) follow(socket);
    },
    online: () => {
      if (socket !== undefined) return;
      forgetRetry();
      attempt = 0;
      connect();
    },
    offline: () => {
      if (socket !== undefined) lost(socket);
      onState({ phase: 'offline' });
    },
    stop: () => {
      isStopped = true;
      forgetRetry();
      forgetUnsent();
      socket?.close();
      socket = undefined;
    },
  };
};
