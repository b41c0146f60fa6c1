import type { Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';

/** Somebody was told of a revision that the database does not have: it was restored or replaced since. */
export interface RevisionAhead {
  readonly type: 'RevisionAhead';
  readonly asked: Revision;
  readonly actual: Revision;
}

/** The revision of a store, as many ask for it at once. */
export interface SharedRevision {
  /** The store's revision at some moment after the call. Calls that come while one is under way share the next. */
  readonly read: () => Promise<Result<Revision, StoreUnavailable>>;
  /** Makes sure that reads from here on see a revision somebody was told of, on whichever server that was. Errors: it is not there. */
  readonly reach: (revision: Revision) => Promise<Result<void, StoreUnavailable | RevisionAhead>>;
  /** The newest revision that was read or written here; 0 before the first. */
  readonly seen: () => Revision;
  /** Calls back whenever a newer, or after a restore an older, revision than the last was seen. Returns what ends that. */
  readonly onMove: (listener: () => void) => () => void;
  /** That a revision was written here. */
  readonly saw: (revision: Revision) => void;
}

/** Returns the shared revision of a store. */
export const createSharedRevision = (store: Pick<GraphStore, 'revision'>): SharedRevision => {
  let seen: Revision = 0;
  let running: Promise<Result<Revision, StoreUnavailable>> | undefined;
  let following: Promise<Result<Revision, StoreUnavailable>> | undefined;
  const listeners = new Set<() => void>();

  const note = (revision: Revision): void => {
    if (revision === seen) return;
    seen = revision;
    for (const listener of listeners) listener();
  };

  const start = (): Promise<Result<Revision, StoreUnavailable>> => {
    const before = seen;
    const started: Promise<Result<Revision, StoreUnavailable>> = store
      .revision()
      .then((result) => {
        // Lower than what was known all the while: the database was restored. Than what came meanwhile: it was read before that.
        if (result.ok && (result.value > seen || seen === before)) note(result.value);
        return result;
      })
      .finally(() => {
        if (running === started) running = undefined;
      });
    running = started;
    return started;
  };

  /** One that is under way may have begun before something this caller knows of: only the next is new enough. */
  const read = (): Promise<Result<Revision, StoreUnavailable>> => {
    if (running === undefined) return start();
    following ??= running.then(nothing, nothing).then(() => {
      following = undefined;
      // Another may have begun in between: late enough for all who wait.
      return running ?? start();
    });
    return following;
  };

  return {
    read,
    reach: async (revision) => {
      if (revision <= seen) return ok(undefined);
      const there = await store.revision(revision);
      if (!there.ok) return there;
      note(Math.max(seen, there.value));
      return there.value >= revision
        ? ok(undefined)
        : err({ type: 'RevisionAhead', asked: revision, actual: there.value });
    },
    seen: () => seen,
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    saw: (revision) => note(Math.max(seen, revision)),
  };
};

const nothing = (): void => undefined;

/** Returns the store with its revision shared: whoever asks `revision` gets it from there, and a commit tells it where it came to. */
export const withSharedRevision = (store: GraphStore, shared: SharedRevision): GraphStore => ({
  ...store,
  revision: (atLeast) => (atLeast === undefined ? shared.read() : store.revision(atLeast)),
  commit: async (batch) => {
    const committed = await store.commit(batch);
    if (committed.ok) shared.saw(committed.value.revision);
    return committed;
  },
});
