import { createRegistry } from './registry.ts';

/** Keys and what they do, for the help sheet. `keys` are shown one by one, e.g. `['[', ']']`. */
export interface KeyHelp {
  readonly where: string;
  readonly keys: readonly string[];
  readonly does: string;
}

const registry = createRegistry<KeyHelp>();

/** Tells the help sheet of keys while the component that answers them is shown. Give it a constant list. */
export const useKeyHelp = registry.useRegister;

/** Every key that does something now. */
export const useAllKeyHelp = registry.useAll;

/** Whether a key press is meant for a field one types in, so that shortcuts rest. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable]') !== null;
