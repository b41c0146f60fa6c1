import { useSyncExternalStore } from 'react';

let count = 0;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Says that the inventory has changed: every answer on the page that may stand meanwhile is asked for again. */
export const noteChange = (): void => {
  count += 1;
  for (const listener of listeners) listener();
};

/** How many changes this page has noted; grows with each. */
export const useNotedChanges = (): number => useSyncExternalStore(subscribe, () => count);
