import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useView } from '../view/use-view.ts';
import { sawRevision, seenRevision } from './seen-revision.ts';
import { nothingUnmoved, type Unmoved } from './unmoved-by.ts';

/** How many changes were noted that every answer may depend on, how many of things of each concept, and how often the database was found to be another. */
let ofEverything = 0;
const ofConcept = new Map<string, number>();
let ofDatabase = 0;
let notedUpTo = 0;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Says that the inventory has changed: every answer on the page that may stand meanwhile is asked for again. */
export const noteChange = (): void => {
  ofEverything += 1;
  notedUpTo = seenRevision();
  tell();
};

/** Says that the database has another history than this page has seen: even what is frozen is asked for again. */
export const noteOtherDatabase = (): void => {
  ofDatabase += 1;
  noteChange();
};

/**
 * Says that the inventory has come to a revision, and of which concepts the things are that were changed on the way, each with the newest revision that did: what
 * none of them can alter is not asked again. Nothing is where that was done since the page knew of it, as after a change of its own.
 */
export const noteRevision = (revision: number, changed: ReadonlyMap<string, number>): void => {
  // What was noted of a database that was restored since says nothing of this one.
  if (notedUpTo > seenRevision()) notedUpTo = 0;
  sawRevision(revision);
  const moving = [...changed].filter(([, newest]) => newest > notedUpTo);
  // Not up to what the page has seen: between the two may be changes of other concepts, which are heard of later.
  notedUpTo = Math.max(notedUpTo, revision);
  if (moving.length === 0) return;
  for (const [concept] of moving) ofConcept.set(concept, (ofConcept.get(concept) ?? 0) + 1);
  tell();
};

/** How many changes were noted that can alter an answer which those of some concepts cannot; grows with each. */
const countOf = (unmovedBy: Unmoved): number => {
  let count = ofEverything;
  for (const [concept, noted] of ofConcept) if (!unmovedBy.has(concept)) count += noted;
  return count;
};

/**
 * How many changes this page has noted that can alter an answer of what it looks at; grows with each. `unmovedBy`: the concepts whose changes cannot. A revision that is looked
 * at stands as it is, whatever is changed; a scenario is a record itself, so that each change may alter what is seen of it.
 */
export const useNotedChanges = (unmovedBy: Unmoved = nothingUnmoved): number => {
  const { at, scenario } = useView();
  const counted = scenario === undefined ? unmovedBy : nothingUnmoved;
  const count = useCallback(() => (at === undefined ? countOf(counted) : ofDatabase), [at, counted]);
  return useSyncExternalStore(subscribe, count);
};

/**
 * How many changes were noted, as an effect that asks anew depends on it: it stands still while `busy`, and moves on to the newest when that is over. So an answer that
 * is under way is not given up for every change of many, and after the last change there is one more question.
 */
export const useNotedWhenFree = (busy: boolean, unmovedBy?: Unmoved): number => {
  const noted = useNotedChanges(unmovedBy);
  const { key } = useView();
  const held = useRef({ key, noted });
  if (!busy || held.current.key !== key) held.current = { key, noted };
  return held.current.noted;
};
