import { useCallback, useSyncExternalStore } from 'react';
import { readStored, store } from '../ui/stored.ts';

const prefix = 'note.';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  globalThis.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener('storage', listener);
  };
};

/** What a screen is told apart by in an address: which class, restriction or thing it shows. */
const subjects = ['class', 'id', 'concept', 'around', 'rule'];

/** What notes are kept under: the topic where one is spoken of, else the screen and what it shows. Pure. */
export const noteKey = (topic: string | undefined, address: URL): string => {
  if (topic !== undefined) return `topic:${topic}`;
  const about = subjects.flatMap((name) => {
    const value = address.searchParams.get(name);
    return value === null ? [] : [`${name}=${value}`];
  });
  return `view:${address.pathname}${about.length === 0 ? '' : `?${about.join('&')}`}`;
};

/** The notes kept in this browser under a key, and the way to change them. They are never sent anywhere. */
export const useNote = (key: string): readonly [string, (text: string) => void] => {
  const text = useSyncExternalStore(subscribe, () => readStored(`${prefix}${key}`) ?? '');
  const change = useCallback(
    (next: string) => {
      store(`${prefix}${key}`, next === '' ? undefined : next);
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [text, change];
};
