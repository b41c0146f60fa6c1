import { useRef, useSyncExternalStore } from 'react';
import { sawRevision, seenRevision } from './seen-revision.ts';

let count = 0;
let notedUpTo = 0;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Says that the inventory has changed: every answer on the page that may stand meanwhile is asked for again. */
export const noteChange = (): void => {
  count += 1;
  notedUpTo = seenRevision();
  for (const listener of listeners) listener();
};

/** Says that the inventory has come to a revision. Nothing is asked again where that was done since the page knew of it, as after a change of its own. */
export const noteRevision = (revision: number): void => {
  // What was noted of a database that was restored since says nothing of this one.
  if (notedUpTo > seenRevision()) notedUpTo = 0;
  sawRevision(revision);
  if (revision > notedUpTo) noteChange();
};

/** How many changes this page has noted; grows with each. */
export const useNotedChanges = (): number => useSyncExternalStore(subscribe, () => count);

/**
 * How many changes were noted, as an effect that asks anew depends on it: it stands still while `busy`, and moves on to the newest when that is over. So an answer that
 * is under way is not given up for every change of many, and after the last change there is one more question.
 */
export const useNotedWhenFree = (busy: boolean): number => {
  const noted = useNotedChanges();
  const held = useRef(noted);
  if (!busy) held.current = noted;
  return held.current;
};
