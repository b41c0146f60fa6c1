import { useSyncExternalStore } from 'react';
import { announce } from '../ui/live.ts';

/** What was just done, in words; `at` tells one from the next. */
export interface Told {
  readonly words: string;
  readonly at: number;
}

/** How long it is shown, in milliseconds. */
const shown = 7000;

let current: Told | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const put = (told: Told | undefined): void => {
  current = told;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Shows for a while what was done, beside undo and redo, and says it to screen readers. */
export const tell = (words: string): void => {
  announce(`${words}.`);
  clearTimeout(timer);
  put({ words, at: Date.now() });
  timer = setTimeout(() => put(undefined), shown);
};

/** What was just done, as long as it is shown. */
export const useTold = (): Told | undefined => useSyncExternalStore(subscribe, () => current);
