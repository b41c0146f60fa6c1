import { useSyncExternalStore } from 'react';
import { tell } from './own-state.ts';
import { nameOf, type People } from './people.ts';

/** Whom this page follows. `name`: what they were called when that began. `gone`: their page is not in the room; should it come back, following goes on. */
export interface Following {
  readonly client: string;
  readonly name: string;
  readonly gone: boolean;
}

/** Whom this page follows, and whom it does no more since the person went elsewhere, until that was read. */
interface State {
  readonly following: Following | undefined;
  readonly left: Following | undefined;
}

let state: State = { following: undefined, left: undefined };
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
  put({ following: { client, name, gone: false }, left: undefined });
  tell({ following: client });
};

/** Follows nobody any more, as was asked for. */
export const stopFollowing = (): void => end(undefined);

/** Follows nobody any more since the person went elsewhere, which is to be said. */
export const leaveFollowed = (): void => end(state.following);

const end = (left: Following | undefined): void => {
  if (state.following === undefined) return;
  put({ following: undefined, left });
  tell({ following: null });
};

/** Their page left the room, or is back. */
export const setGone = (gone: boolean): void => {
  if (state.following !== undefined && state.following.gone !== gone)
    put({ ...state, following: { ...state.following, gone } });
};

/** That one follows nobody any more was read. */
export const forgetLeft = (): void => put({ ...state, left: undefined });

/** What somebody is called who is followed, or was: as the room has them now, which hides names where the page does. Pure. */
export const followedName = ({ client, name }: Following, people: People, namesHidden: boolean): string => {
  const person = people.get(client);
  if (person !== undefined) return nameOf(person);
  return namesHidden ? 'Somebody' : name;
};

/** Whom this page follows, and whom it does no more. */
export const useFollowing = (): State => useSyncExternalStore(subscribe, () => state);
