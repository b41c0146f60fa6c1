import { useEffect, useRef } from 'react';
import { isTyping, useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';

/** What the keys of presenter mode do. */
export interface PresenterActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly deeper: () => void;
  readonly outwards: () => void;
  readonly spotlight: () => void;
  readonly notes: () => void;
  readonly timer: () => void;
  readonly blank: () => void;
  readonly tools: () => void;
  readonly leave: () => void;
}

const help: readonly KeyHelp[] = [
  { where: 'Presenter', keys: ['Space', '→', 'PageDown'], does: 'On: the next path, finding, step or stop' },
  { where: 'Presenter', keys: ['←', 'PageUp'], does: 'Back: the one before' },
  { where: 'Presenter', keys: ['↓', '↑'], does: 'Into the steps of what is shown, and out again' },
  { where: 'Presenter', keys: ['S'], does: 'Spotlight on what is spoken of; again, and all of it is as loud' },
  {
    where: 'Presenter',
    keys: ['N'],
    does: 'Notes: kept in this browser; whoever sees this window sees them, who follows does not',
  },
  { where: 'Presenter', keys: ['T'], does: 'Topics and their clock' },
  { where: 'Presenter', keys: ['B'], does: 'Blank screen; any of these keys ends it' },
  { where: 'Presenter', keys: ['M'], does: 'Filters, buttons and panels, and away with them again' },
  { where: 'Presenter', keys: ['Esc'], does: 'Leave presenter mode, back to where it began' },
];

/** What has a use of its own for arrows and Space while it has the focus. */
const ownArrows =
  '[role="tree"], [role="grid"], [role="tablist"], [role="separator"], [role="listbox"], [role="menu"], .queue, .virtual-table, details.menu';

/**
 * The keys of presenter mode. They come before those of the screen under it, and rest where one types and in open dialogs; Space and arrows also rest on
 * what has a use of its own for them.
 */
export const usePresenterKeys = (actions: PresenterActions): void => {
  useKeyHelp(help);
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(event)) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest('dialog, [role="menu"], details.menu, .edit-panel, .capture-list') !== null) return;
      const act = actionOf(event.key, target);
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current[act]();
    };
    // On the window and on the way down: before whatever listens on the document.
    globalThis.addEventListener('keydown', onKeyDown, true);
    return () => globalThis.removeEventListener('keydown', onKeyDown, true);
  }, []);
};

const moves: Readonly<Record<string, keyof PresenterActions>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ArrowDown: 'deeper',
  ArrowUp: 'outwards',
};
const letters: Readonly<Record<string, keyof PresenterActions>> = {
  s: 'spotlight',
  n: 'notes',
  t: 'timer',
  b: 'blank',
  m: 'tools',
};

const actionOf = (key: string, target: Element): keyof PresenterActions | undefined => {
  if (key === 'Escape') return 'leave';
  const letter = letters[key.toLowerCase()];
  if (letter !== undefined) return letter;
  if (target.closest(ownArrows) !== null) return undefined;
  if (key === ' ') return target.closest('button, a, summary') === null ? 'next' : undefined;
  return moves[key];
};
