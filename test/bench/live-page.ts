import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { createChangeNoter, type HeardChange } from '../../web/src/live/change-noter.ts';
import { connectTo } from './ask-server.ts';
import type { Question, Questions } from './live-questions.ts';

/** A page without a browser: it hears of changes, and asks those of its questions again that they may alter, one round at a time, the newest last. */
export interface LivePage {
  /** Once it is connected, has its answers and is in the room. */
  readonly ready: Promise<void>;
  /** Once what one looks at was asked and answered after the page had heard of this revision. */
  readonly untilShown: (revision: number) => Promise<void>;
  /** Once every question was that may have another answer. */
  readonly untilAnswered: (revision: number) => Promise<void>;
  /** Tells the others where its pointer is. */
  readonly point: (x: number) => void;
  /** Once it has heard that somebody's pointer is there. */
  readonly untilPointer: (x: number) => Promise<void>;
  readonly close: () => void;
}

const watch =
  'subscription { room(room: "everybody") { whole left changed { client name address selection spotlight pointer { picture x y } } moved { client pointer { picture x y } } } }';
const tell = 'mutation ($input: SignalInput!) { signal(room: "everybody", input: $input) { ok error { code } } }';

interface RoomNews {
  readonly changed: readonly { readonly pointer: { readonly x: number } | null }[];
  readonly moved: readonly { readonly pointer: { readonly x: number } | null }[];
}

/** Opens a page. A browser asks up to six questions at once; these ask theirs together. */
export const openLivePage = (url: string, client: string, questions: Questions): LivePage => {
  const socket = createClient({
    url: new URL('/graphql', url.replace(/^http/, 'ws')).href,
    webSocketImpl: WebSocket,
    connectionParams: { actor: client },
  });
  const { shown: first, beside, after } = questions;
  const connections = new Map([first, ...beside, ...after].map((question) => [question, connectTo(url)]));
  const waiting = new Set<() => void>();
  let shown = 0;
  let answered = 0;
  let heard = 0;
  let pointer = 0;
  let running: Promise<void> | undefined;
  /** The concepts of what was changed since the last round; absent: everything is asked. */
  let changed: Set<string> | undefined;
  const wake = (): void => {
    for (const check of waiting) check();
  };
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!isSo()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  const askAll = async (): Promise<void> => {
    while (answered < heard) {
      const revision = heard;
      const moving = changed;
      changed = new Set();
      const ask = async (question: Question): Promise<void> => {
        const isAsked = moving === undefined || [...moving].some((concept) => !question.unmovedBy.has(concept));
        if (isAsked) await connections.get(question)?.ask(question.body, true);
      };
      const looked = ask(first).then(() => {
        shown = revision;
        wake();
        return Promise.all(after.map(ask));
      });
      await Promise.all([looked, ...beside.map(ask)]);
      answered = revision;
      wake();
    }
    running = undefined;
  };
  const note = createChangeNoter({
    note: (revision, concepts) => {
      heard = Math.max(heard, revision);
      for (const concept of concepts.keys()) changed?.add(concept);
      running ??= askAll();
    },
    isBusy: () => false,
    wait: (run, ms) => void setTimeout(run, ms),
    random: Math.random,
  });
  const nothing = { error: () => undefined, complete: () => undefined };
  const send = (input: object): void =>
    void socket.subscribe(
      { query: tell, variables: { input: { client, ...input } } },
      { ...nothing, next: () => undefined },
    );
  const ready = (async () => {
    const asked = await connections.get(first)?.ask(JSON.stringify({ query: '{ inventory { revision } }' }));
    const { revision } = (JSON.parse(asked?.text ?? '') as { data: { inventory: { revision: number } } }).data
      .inventory;
    heard = revision;
    await askAll();
    socket.subscribe<{ changed: HeardChange }>(
      {
        query: 'subscription ($after: Int) { changed(after: $after) { revision concept } }',
        variables: { after: revision },
      },
      { ...nothing, next: ({ data }) => data && note(data.changed) },
    );
    await new Promise<void>((resolve) => {
      socket.subscribe<{ room: RoomNews }>(
        { query: watch },
        {
          ...nothing,
          next: ({ data }) => {
            for (const { pointer: place } of [...(data?.room.changed ?? []), ...(data?.room.moved ?? [])])
              pointer = Math.max(pointer, place?.x ?? 0);
            wake();
            resolve();
          },
        },
      );
    });
    send({ address: '/map' });
  })();
  return {
    ready,
    untilShown: (revision) => until(() => shown >= revision),
    untilAnswered: (revision) => until(() => answered >= revision),
    point: (x) => send({ pointer: { picture: 'map#system:lis', x, y: 0 } }),
    untilPointer: (x) => until(() => pointer >= x),
    close: () => {
      void socket.dispose();
      for (const connection of connections.values()) connection.close();
    },
  };
};
