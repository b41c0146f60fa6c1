import { useSyncExternalStore, useEffect } from 'react';

/** One step of a walk: the sentence to be said, and what is spoken of, by ids of the view, what matters most first. */
export interface WalkStep {
  readonly sentence: string;
  readonly spotlight: readonly string[];
}

/** A fact shown beside the sentence, e.g. the owner of a finding; `href` leads on where there is more to see. */
export interface WalkFact {
  readonly name: string;
  readonly words: string;
  readonly href?: string;
}

/**
 * What a screen can be walked through by keyboard: its paths, its findings, its rows. `at` is the number of the one that is shown, from 0, undefined
 * before the first; `ready` how many there are to go to, `more` brings further ones, undefined where there are none. `position` is said of where one is, e.g. "Path 3 of 11, exact".
 */
export interface Walk {
  /** What one of them is called, e.g. `path`. */
  readonly item: string;
  readonly at: number | undefined;
  readonly ready: number;
  /** Whether the first ones are still being fetched: what is spoken of is not known yet. */
  readonly isComing: boolean;
  readonly more: (() => void) | undefined;
  readonly position: string;
  /** The sentence of the one that is shown; undefined before the first. */
  readonly sentence: string | undefined;
  readonly spotlight: readonly string[];
  readonly steps: readonly WalkStep[];
  readonly facts: readonly WalkFact[];
  readonly go: (number: number) => void;
}

/** The sentence that is spoken where a walk has come to: that of its step, else that of the whole; undefined before the first. Pure. */
export const spokenSentence = (walk: Walk | undefined, step: number | undefined): string | undefined => {
  if (walk?.at === undefined) return undefined;
  return (step === undefined ? undefined : walk.steps[step]?.sentence) ?? walk.sentence;
};

let current: Walk | undefined;
const listeners = new Set<() => void>();
const change = (next: Walk | undefined): void => {
  current = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Offers the presenter a walk through the screen while it is shown. Memoise it. */
export const useOfferWalk = (walk: Walk | undefined): void =>
  useEffect(() => {
    change(walk);
    return () => change(undefined);
  }, [walk]);

/** The walk that the screen offers now; undefined where it offers none. */
export const useWalk = (): Walk | undefined => useSyncExternalStore(subscribe, () => current);
