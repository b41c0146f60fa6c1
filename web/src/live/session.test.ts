import { describe, expect, it } from 'vitest';
import type { HeardChange } from './change-noter.ts';
import type { RoomNews } from './people.ts';
import { startSession, type LiveSocket, type Sink } from './session.ts';

/** A network that a test works by hand. */
const createWorld = () => {
  const sockets: {
    after: number | undefined;
    changes: Sink<HeardChange> | undefined;
    news: Sink<RoomNews> | undefined;
    room: string;
    signals: object[];
    left: string[];
    open: () => void;
    drop: () => void;
  }[] = [];
  const waiting: { run: () => void; ms: number }[] = [];
  const heard: number[] = [];
  const states: object[] = [];
  let unsent: object | undefined;
  let others = 0;
  const listeners = new Set<() => void>();
  const session = startSession(
    {
      open: ({ onOpen, onClose }): LiveSocket => {
        const socket: (typeof sockets)[number] = {
          after: undefined,
          changes: undefined,
          news: undefined,
          room: '',
          signals: [],
          left: [],
          open: onOpen,
          drop: onClose,
        };
        sockets.push(socket);
        return {
          changed: (after, sink) => {
            socket.after = after;
            socket.changes = sink;
            return () => undefined;
          },
          room: (room, sink) => {
            socket.room = room;
            socket.news = sink;
            return () => void socket.left.push(room);
          },
          signal: async (_room, input) => {
            socket.signals.push(input);
            return undefined;
          },
          close: () => undefined,
        };
      },
      client: 'me',
      name: () => 'Ana',
      firstRevision: async () => 10,
      onChange: ({ revision }) => heard.push(revision),
      onOtherDatabase: () => void (others += 1),
      onNews: () => undefined,
      onState: (state) => states.push(state),
      own: {
        whole: () => ({ address: '/map', presenting: true }),
        takeUnsent: () => {
          const taken = unsent;
          unsent = undefined;
          return taken;
        },
        onUnsent: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      isOnline: () => true,
      wait: (run, ms) => {
        const entry = { run, ms };
        waiting.push(entry);
        return () => void waiting.splice(waiting.indexOf(entry), waiting.includes(entry) ? 1 : 0);
      },
      random: () => 1,
    },
    'everybody',
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    session,
    sockets,
    heard,
    states,
    others: () => others,
    settle,
    tell: (news: object) => {
      unsent = { ...unsent, ...news };
      for (const listener of listeners) listener();
    },
    waits: () => waiting.map(({ ms }) => ms),
    runWaiting: () => {
      for (const { run } of waiting.splice(0)) run();
    },
  };
};
const nobody: RoomNews = { whole: true, changed: [], moved: [], left: [] };

describe('a session', () => {
  it('goes on after the last revision it heard of, through every loss', async () => {
    const { sockets, heard, settle, runWaiting } = createWorld();
    sockets[0]?.open();
    await settle();
    expect(sockets[0]?.after).toBe(10);
    for (const revision of [11, 12]) sockets[0]?.changes?.next({ revision, concept: 'SYSTEM' });
    sockets[0]?.drop();
    runWaiting();
    sockets[1]?.open();
    await settle();
    expect(sockets[1]?.after).toBe(12);
    // What the lost connection still brings is not heard twice.
    sockets[1]?.changes?.next({ revision: 13, concept: 'SYSTEM' });
    expect(heard).toEqual([11, 12, 13]);
  });

  it('waits longer after each attempt that failed, and begins anew after one that did not', async () => {
    const { sockets, waits, runWaiting, settle, states } = createWorld();
    const waited: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      sockets.at(-1)?.drop();
      waited.push(...waits());
      runWaiting();
    }
    expect(waited).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
    sockets.at(-1)?.open();
    await settle();
    sockets.at(-1)?.drop();
    expect(waits()).toEqual([500]);
    expect(states.at(-1)).toEqual({ phase: 'reconnecting' });
  });

  it('asks all anew when the database is another, and goes on from there', async () => {
    const { sockets, settle, others, states } = createWorld();
    sockets[0]?.open();
    await settle();
    sockets[0]?.changes?.error('REVISION_AHEAD');
    await settle();
    expect(others()).toBe(1);
    expect(states).toContainEqual({ restored: true });
    expect(sockets[0]?.after).toBe(10);
    expect(sockets).toHaveLength(1);
  });

  it('tells all of itself when it comes in, then what is new, ten times a second at most', async () => {
    const { sockets, settle, tell, runWaiting } = createWorld();
    tell({ title: 'before' });
    sockets[0]?.open();
    await settle();
    expect(sockets[0]?.signals).toEqual([]);
    sockets[0]?.news?.next(nobody);
    expect(sockets[0]?.signals).toEqual([{ client: 'me', address: '/map', presenting: true }]);
    for (let x = 0; x < 5; x += 1) tell({ step: String(x) });
    expect(sockets[0]?.signals).toHaveLength(2);
    runWaiting();
    expect(sockets[0]?.signals.slice(1)).toEqual([
      { client: 'me', step: '0' },
      { client: 'me', step: '4' },
    ]);
  });

  it('does not take presenting back from who took it over meanwhile', async () => {
    const { sockets, settle } = createWorld();
    sockets[0]?.open();
    await settle();
    const presenter = { client: 'other', presentingSince: '2026-11-30T10:00:00.000Z' } as RoomNews['changed'][number];
    sockets[0]?.news?.next({ ...nobody, changed: [presenter] });
    expect(sockets[0]?.signals).toEqual([{ client: 'me', address: '/map', presenting: false }]);
  });

  it('moves to another room and leaves the first', async () => {
    const { session, sockets, settle } = createWorld();
    sockets[0]?.open();
    await settle();
    sockets[0]?.news?.next(nobody);
    session.enter('spring');
    expect(sockets[0]?.signals.at(-1)).toEqual({ client: 'me', leaving: true });
    expect(sockets[0]?.room).toBe('spring');
    expect(sockets[0]?.left).toEqual(['everybody']);
    session.stop();
    expect(sockets).toHaveLength(1);
  });

  it('leaves a room that has not answered yet', async () => {
    const { session, sockets, settle } = createWorld();
    session.enter('spring');
    sockets[0]?.open();
    await settle();
    session.enter('summer');
    expect(sockets[0]?.left).toEqual(['spring']);
    expect(sockets[0]?.room).toBe('summer');
    expect(sockets[0]?.signals).toEqual([]);
  });
});
