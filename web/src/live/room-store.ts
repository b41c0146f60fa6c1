import { useSyncExternalStore } from 'react';
import { namesAreHidden, onNamesHidden } from '../view/hidden-names.ts';
import { guestsOf, type Guest } from './guests.ts';
import { ownClient } from './own-state.ts';
import { withNews, withoutNames, type People, type RoomNews } from './people.ts';

let people: People = new Map();
/** The same as they are shown: without names while those are hidden. */
let shown: People = people;
let selected: ReadonlyMap<string, readonly Guest[]> = new Map();
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Takes over what is new in the room. */
export const takeNews = (news: RoomNews): void => {
  people = withNews(people, news);
  shown = namesAreHidden() ? withoutNames(people) : people;
  // Pointers move all the time; who has what selected changes rarely, and outlines are drawn by it.
  if (news.whole || news.changed.length > 0 || news.left.length > 0) selected = selectedBy(shown);
  for (const listener of listeners) listener();
};

onNamesHidden(() => {
  shown = namesAreHidden() ? withoutNames(people) : people;
  selected = selectedBy(shown);
  for (const listener of listeners) listener();
});

/** Everybody in the room, this page among them, as last told. */
export const peopleNow = (): People => shown;

/** Everybody in the room, this page among them, as last told. */
export const usePeople = (): People => useSyncExternalStore(subscribe, peopleNow);

/** Which others have what selected, by id of the view. */
export const useSelectedByOthers = (): ReadonlyMap<string, readonly Guest[]> =>
  useSyncExternalStore(subscribe, () => selected);

const selectedBy = (all: People): ReadonlyMap<string, readonly Guest[]> => {
  const found = new Map<string, Guest[]>();
  for (const guest of guestsOf(all, ownClient, undefined))
    for (const id of guest.selection) found.set(id, [...(found.get(id) ?? []), guest]);
  return found;
};
