import { useSyncExternalStore } from 'react';
import { readStored, store } from '../../ui/stored.ts';
import { namesAreHidden, onNamesHidden } from '../../view/hidden-names.ts';
import { emptySandbox, type Sandbox } from './sandbox.ts';

/**
 * What is supposed while names are hidden is a what-if of its own: what was opened then has made-up names and lacks texts, and must never be saved over what has
 * them; and what is supposed otherwise has real ones.
 */
export type SandboxOf = 'shown' | 'hidden';

const names: Readonly<Record<SandboxOf, string>> = { shown: 'what-if', hidden: 'what-if.hidden' };

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

const current = new Map<SandboxOf, Sandbox>();
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  const forget = onNamesHidden(listener);
  return () => {
    listeners.delete(listener);
    forget();
  };
};

/** Which of the two this tab supposes now. */
export const sandboxNow = (): SandboxOf => (namesAreHidden() ? 'hidden' : 'shown');

/** What this tab supposes now. */
export const readSandbox = (of: SandboxOf = sandboxNow()): Sandbox => {
  const known = current.get(of) ?? parseSandbox(readStored(names[of], 'tab'));
  current.set(of, known);
  return known;
};

/** Changes what this tab supposes: it outlives a reload. `of`: which one was meant, for what comes after waiting. */
export const changeSandbox = (change: (sandbox: Sandbox) => Sandbox, of: SandboxOf = sandboxNow()): void => {
  const next = change(readSandbox(of));
  current.set(of, next);
  store(names[of], JSON.stringify(next), 'tab');
  for (const listener of listeners) listener();
};

const readNow = (): Sandbox => readSandbox();

/** What this tab supposes. */
export const useSandbox = (): Sandbox => useSyncExternalStore(subscribe, readNow);
