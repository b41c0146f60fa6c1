import { useEffect, useSyncExternalStore } from 'react';

/** Lists that parts of the page put in while they are shown, read together by whoever shows all of them. */
export interface Registry<T> {
  /** Puts the entries in for as long as the component is shown. They should keep their identity from one rendering to the next. */
  readonly useRegister: (entries: readonly T[]) => void;
  /** Every entry there is now, in the order in which the lists came. */
  readonly useAll: () => readonly T[];
}

/** An empty registry. */
export const createRegistry = <T>(): Registry<T> => {
  const lists = new Set<readonly T[]>();
  const listeners = new Set<() => void>();
  let all: readonly T[] = [];
  const changed = (): void => {
    all = [...lists].flat();
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    useRegister: (entries) =>
      useEffect(() => {
        // A list of its own: the same entries may be put in from two places.
        const list = [...entries];
        lists.add(list);
        changed();
        return () => {
          lists.delete(list);
          changed();
        };
      }, [entries]),
    useAll: () => useSyncExternalStore(subscribe, () => all),
  };
};
