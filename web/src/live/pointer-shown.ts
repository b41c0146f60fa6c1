import { useSyncExternalStore } from 'react';
import { readStored, store } from '../ui/stored.ts';
import { tell } from './own-state.ts';

const name = 'pointer';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Whether others see where this browser's pointer is on a picture; until somebody says no. */
export const isPointerShown = (): boolean => readStored(name) !== 'hidden';

/** Has others see the pointer, or not. */
export const showPointer = (shown: boolean): void => {
  store(name, shown ? undefined : 'hidden');
  if (!shown) tell({ pointer: null });
  for (const listener of listeners) listener();
};

/** Whether others see the pointer. */
export const usePointerShown = (): boolean => useSyncExternalStore(subscribe, isPointerShown);
