import { useSyncExternalStore } from 'react';
import { tell } from './own-state.ts';

/** Whom this page follows. `gone`: their page is not in the room; should it come back, following goes on. */
export interface Following {
  readonly client: string;
  readonly name: string;
  readonly gone: boolean;
}

/** Whom this page follows, and what is to be said of why it does so no more. */
interface State {
  readonly following: Following | undefined;
  readonly words: string | undefined;
}

let state: State = { following: undefined, words: undefined };
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const put = (next: State): void => {
  state = next;
  for (const listener of listeners) listener();
};

/** Whom this page follows, for who is no component. */
export const followingNow = (): Following | undefined => state.following;

/** Follows somebody: this page goes where theirs goes. */
export const follow = (client: string, name: string): void => {
  put({ following: { client, name, gone: false }, words: undefined });
  tell({ following: client });
};

/** Follows nobody any more. `words` say why, where it was not asked for. */
export const stopFollowing = (words?: string): void => {
  if (state.following === undefined) return;
  put({ following: undefined, words });
  tell({ following: null });
};

/** Their page left the room, or is back. */
export const setGone = (gone: boolean): void => {
  if (state.following !== undefined && state.following.gone !== gone)
    put({ ...state, following: { ...state.following, gone } });
};

/** What was said was read. */
export const forgetFollowWords = (): void => put({ ...state, words: undefined });

/** Whom this page follows, and what is to be said of it. */
export const useFollowing = (): State => useSyncExternalStore(subscribe, () => state);
