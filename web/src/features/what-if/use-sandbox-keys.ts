import { useEffect } from 'react';
import { tell } from '../../editing/told.ts';
import { isTyping, useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';
import type { Sandbox } from './sandbox.ts';
import type { Changes } from './use-changes.ts';

const help: readonly KeyHelp[] = [
  { where: 'What if', keys: ['Ctrl', 'Z'], does: 'Undo the last thing supposed; with Shift, suppose it again' },
];

/** Ctrl-Z takes back what was supposed last, not what was last written into the inventory: here nothing is written. */
export const useSandboxKeys = (changes: Changes, sandbox: Sandbox): void => {
  useKeyHelp(help);
  const canUndo = sandbox.past.length > 0;
  const canRedo = sandbox.future.length > 0;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event) || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      event.stopPropagation();
      const again = key === 'y' || event.shiftKey;
      if (again ? !canRedo : !canUndo) tell(`There is nothing to ${again ? 'redo' : 'undo'} in this what-if`);
      else if (again) changes.redo();
      else changes.undo();
    };
    // Before the page's own undo hears of it.
    globalThis.addEventListener('keydown', onKeyDown, true);
    return () => globalThis.removeEventListener('keydown', onKeyDown, true);
  }, [changes, canUndo, canRedo]);
};
