import { useSyncExternalStore } from 'react';

/** How this page hears of what others do. `since` is when that began, in milliseconds since 1970. */
export interface LiveState {
  readonly phase: 'starting' | 'live' | 'reconnecting' | 'offline';
  readonly since: number;
  /** That the inventory was found restored to an earlier state, until somebody has read it. */
  readonly restored: boolean;
}

let current: LiveState = { phase: 'starting', since: Date.now(), restored: false };
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Changes how things stand. An attempt more of the same is no new beginning. */
export const setLive = (change: Partial<Omit<LiveState, 'since'>>): void => {
  const phase = change.phase ?? current.phase;
  const next = { ...current, ...change, phase, since: phase === current.phase ? current.since : Date.now() };
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  current = next;
  for (const listener of listeners) listener();
};

/** How this page hears of what others do. */
export const useLive = (): LiveState => useSyncExternalStore(subscribe, () => current);
