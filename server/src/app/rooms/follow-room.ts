import type { RoomEvent } from './participant.ts';
import { pause } from './pause.ts';
import type { Room, Told } from './room.ts';

/** The least time between two events for one who follows, in milliseconds: longer in a full room, where more changes at once. */
const gapOf = (pages: number): number => (pages > 12 ? 100 : 50);

/**
 * The events of a room for one who follows it. Between two of them is always a little time, and each is made when it is taken: so it has the newest
 * of each page, and one who takes them slowly costs nothing.
 */
export const followRoom = (room: Room, stopping: AbortSignal, onEnd: () => void): AsyncIterableIterator<RoomEvent> => {
  const closing = new AbortController();
  const signal = AbortSignal.any([closing.signal, stopping]);
  let wake: () => void = () => undefined;
  const forget = room.onNews(() => wake());
  signal.addEventListener('abort', () => wake(), { once: true });

  const untilNews = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });

  async function* events(): AsyncGenerator<RoomEvent> {
    let told: Told | undefined;
    while (!signal.aborted) {
      const news = room.news(told);
      if (news === undefined) {
        await untilNews();
        continue;
      }
      const [event, next] = news;
      told = next;
      const at = performance.now();
      if (event.whole || event.changed.length + event.moved.length + event.left.length > 0) yield event;
      const rest = gapOf(next.clients.size) - (performance.now() - at);
      await pause(rest, signal);
    }
  }

  const running = events();
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    forget();
    closing.abort();
    onEnd();
  };
  return {
    next: async () => {
      const step = await running.next();
      if (step.done === true) close();
      return step;
    },
    // A generator that waits hears nothing until it goes on: so it is woken first.
    return: async () => {
      close();
      await running.return(undefined);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
