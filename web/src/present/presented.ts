import { useSyncExternalStore } from 'react';
import { readStored, store } from '../ui/stored.ts';

/** The stop of a walkthrough that is shown: the walkthrough by id, the stop by its number from 0. */
export interface PresentedStop {
  readonly walkthrough: string;
  readonly number: number;
}

/**
 * The clock of a topic. `minutes` is what was given to it, undefined where nobody said; `spent` the milliseconds up to the last pause, and `runsSince` when it
 * was set going again, in milliseconds since 1970, undefined while it rests.
 */
export interface TopicTimer {
  readonly minutes: number | undefined;
  readonly spent: number;
  readonly runsSince: number | undefined;
}

/** A topic of a workshop's agenda, both by id. */
export interface AgendaPlace {
  readonly workshop: string;
  readonly topic: string;
}

/**
 * What is presented, beside what the address of the page says. `topic` is the title of what is spoken of and `agenda` where it stands on the agenda of a workshop, undefined
 * where it is on none; `path` and `finding` are ids, `step` is a step of the path from 0 (the whole path
 * when undefined), and `spotlight` names what is lit, by ids of the view as the address names a selection (`system:ehr`, `flow:lab-to-engine`, `finding:…`); nothing is dimmed
 * while it is empty.
 */
export interface Presented {
  readonly topic: string | undefined;
  readonly agenda: AgendaPlace | undefined;
  readonly stop: PresentedStop | undefined;
  readonly path: string | undefined;
  readonly step: number | undefined;
  readonly finding: string | undefined;
  readonly spotlight: readonly string[];
  readonly timer: TopicTimer | undefined;
}

/** Nothing is presented. */
export const nothingPresented: Presented = {
  topic: undefined,
  agenda: undefined,
  stop: undefined,
  path: undefined,
  step: undefined,
  finding: undefined,
  spotlight: [],
  timer: undefined,
};

const name = 'presented';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** What was stored as text, as far as it can be read; nothing presented where it cannot. Pure and total. */
export const parsePresented = (text: string | undefined): Presented => {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    return typeof found === 'object' && found !== null ? { ...nothingPresented, ...found } : nothingPresented;
  } catch {
    return nothingPresented;
  }
};

let current = parsePresented(readStored(name, 'tab'));

/** What is presented now, for who is no component. */
export const presentedNow = (): Presented => current;

/** What is presented now. A tab that follows shows the same path, step and spotlight, whether or not it presents itself. */
export const usePresented = (): Presented => useSyncExternalStore(subscribe, presentedNow);

/** Changes what is presented; what the change does not name stays. Remembered as long as the tab is there, so that a reload goes on where it was. */
export const setPresented = (change: Partial<Presented>): void => {
  const next = { ...current, ...change };
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  current = next;
  store(name, JSON.stringify(next), 'tab');
  for (const listener of listeners) listener();
};
