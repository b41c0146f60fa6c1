import { useSyncExternalStore } from 'react';
import { readStored, store } from '../../ui/stored.ts';
import { emptySandbox, type Sandbox } from './sandbox.ts';

const name = 'what-if';

/** A sandbox as it was stored; an empty one for what is none. Pure and total. */
export const parseSandbox = (text: string | undefined): Sandbox => {
  try {
    const { now, past, future, scenario } = JSON.parse(text ?? '{}') as Partial<Sandbox>;
    if (!Array.isArray(now?.changes) || !Array.isArray(now.outages)) return emptySandbox;
    return { now, past: past ?? [], future: future ?? [], scenario, reopened: [] };
  } catch {
    return emptySandbox;
  }
};

let current: Sandbox | undefined;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** What this tab supposes now. */
export const readSandbox = (): Sandbox => (current ??= parseSandbox(readStored(name, 'tab')));

/** Changes what this tab supposes: it outlives a reload. */
export const changeSandbox = (change: (sandbox: Sandbox) => Sandbox): void => {
  current = change(readSandbox());
  store(name, JSON.stringify(current), 'tab');
  for (const listener of listeners) listener();
};

/** What this tab supposes. */
export const useSandbox = (): Sandbox => useSyncExternalStore(subscribe, readSandbox);
