import type { Change } from '../domain/model/change.ts';
import type { Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';
import type { RevisionAhead, SharedRevision } from './shared-revision.ts';

/** The changes of an inventory as they are made, by whomever and on whichever server of the same database. */
export interface ChangeFeed {
  /**
   * Every change after a revision, oldest first, each once; absent: from now on. While the database is away it waits. It ends when it is
   * closed, after an error (the database was restored to before the revision that was seen), and when the feed is stopped.
   */
  readonly follow: (after?: Revision) => AsyncIterableIterator<Result<Change, RevisionAhead>>;
  readonly stop: () => void;
}

export interface ChangeFeedDeps {
  readonly store: Pick<GraphStore, 'changes'>;
  readonly revision: SharedRevision;
  /** How often the store is asked whether another server wrote, while somebody follows: milliseconds. */
  readonly pollMs: number;
}

/** How many changes are read at once. A follower that is slow holds no more than this. */
const pageSize = 200;

/** How long to wait before a database that is away is asked again, in milliseconds. */
const retryMs = 1_000;

/** Returns the feed; it asks the store for nothing while nobody follows. */
export const createChangeFeed = ({ store, revision, pollMs }: ChangeFeedDeps): ChangeFeed => {
  const stopping = new AbortController();
  let followers = 0;
  let timer: NodeJS.Timeout | undefined;
  let isPolling = false;

  const poll = (): void => {
    isPolling = true;
    timer = setTimeout(() => {
      // What it finds out is told to all by the shared revision.
      // A fault of the store is told to those who ask it something.
      const goOn = (): void => {
        isPolling = false;
        if (followers > 0 && !stopping.signal.aborted) poll();
      };
      revision.read().then(goOn, goOn);
    }, pollMs);
    timer.unref();
  };
  const join = (): void => {
    followers += 1;
    if (!isPolling) poll();
  };
  // The next look finds nobody left, and is the last.
  const leave = (): void => {
    followers -= 1;
  };

  /** Resolves at the next move of the revision, after `ms`, or when the signal says so. */
  const pause = (signal: AbortSignal, ms?: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(waiting);
        forget();
        signal.removeEventListener('abort', end);
        resolve();
      };
      const waiting = ms === undefined ? undefined : setTimeout(end, ms);
      const forget = ms === undefined ? revision.onMove(end) : () => undefined;
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
    });

  let reading: { readonly after: Revision; readonly page: ReturnType<typeof store.changes> } | undefined;
  /** Those who follow are all woken by the same move, and read the same page: once for those who stand at one revision. */
  const pageAfter = (after: Revision): ReturnType<typeof store.changes> => {
    if (reading?.after === after) return reading.page;
    const page = store.changes(after, pageSize).finally(() => {
      if (reading?.page === page) reading = undefined;
    });
    reading = { after, page };
    return page;
  };

  const lookFrom = async (after: Revision | undefined): Promise<Result<Revision, StoreUnavailable | RevisionAhead>> => {
    const head = await revision.read();
    if (!head.ok || after === undefined || head.value >= after) return head;
    const reached = await revision.reach(after);
    return reached.ok ? ok(after) : reached;
  };

  async function* changesAfter(
    after: Revision | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<Result<Change, RevisionAhead>> {
    // The first look is at the database itself, and at what the client was told of: nothing written before this call may be missed.
    let first = await lookFrom(after);
    while (!first.ok && first.error.type === 'StoreUnavailable' && !signal.aborted) {
      await pause(signal, retryMs);
      first = await lookFrom(after);
    }
    if (!first.ok) {
      if (first.error.type === 'RevisionAhead') yield err(first.error);
      return;
    }
    let at = after ?? first.value;
    while (!signal.aborted) {
      const newest = revision.seen();
      if (newest < at) {
        yield err({ type: 'RevisionAhead', asked: at, actual: newest });
        return;
      }
      if (newest === at) {
        await pause(signal);
        continue;
      }
      const page = await pageAfter(at);
      if (!page.ok || page.value.length === 0) {
        await pause(signal, retryMs);
        continue;
      }
      // Another server may have written since the revision was read.
      revision.saw(page.value.at(-1)?.revision ?? at);
      for (const change of page.value) {
        if (signal.aborted) return;
        yield ok(change);
        at = change.revision;
      }
    }
  }

  return {
    follow: (after) => {
      const closing = new AbortController();
      const changes = changesAfter(after, AbortSignal.any([closing.signal, stopping.signal]));
      let isOpen = true;
      join();
      const close = (): void => {
        if (!isOpen) return;
        isOpen = false;
        leave();
        closing.abort();
      };
      return {
        next: async () => {
          try {
            const step = await changes.next();
            if (step.done === true) close();
            return step;
          } catch (cause) {
            close();
            throw cause;
          }
        },
        // A generator that waits hears nothing until it goes on: so it is woken first.
        return: async () => {
          close();
          await changes.return(undefined);
          return { done: true, value: undefined };
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
    stop: () => {
      stopping.abort();
      clearTimeout(timer);
    },
  };
};
