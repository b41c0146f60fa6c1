import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { useEditTask } from '../../editing/use-edit-task.ts';
import { isTyping, useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';

const where = 'Workshop';
const help: readonly KeyHelp[] = [
  { where, keys: ['Q'], does: 'Write down what is said; Enter keeps it, Escape goes back to where one was' },
  {
    where,
    keys: ['?', '!', '~', '>', '*'],
    does: 'In front of the line: a question, a decision, an unknown, parked, a note; nothing: a fact to propose',
  },
  { where, keys: ['K'], does: 'Keep the picture on the screen as it is now' },
  { where, keys: ['Shift', 'Q'], does: 'What was said, and away with it' },
];

/**
 * The keys of a workshop. They come before those of the screen, where Q would write into the inventory, and rest where one types. Answers the way back to where
 * the focus was before Q.
 */
export const useCaptureKeys = (actions: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly bar: RefObject<HTMLElement | null>;
  readonly keepPicture: () => void;
  readonly toggleList: () => void;
}): (() => void) => {
  useKeyHelp(help);
  const latest = useRef(actions);
  latest.current = actions;
  const before = useRef<Element>(null);
  const [task, begin] = useEditTask();
  const focusField = useCallback(() => {
    const { field, bar } = latest.current;
    const active = document.activeElement;
    if (active !== null && bar.current?.contains(active) !== true) before.current = active;
    field.current?.focus();
    field.current?.select();
  }, []);
  // A button of the screen for quick capture means the line here, too: in a workshop nothing is written before it is accepted.
  const asked = task?.kind === 'capture';
  useEffect(() => {
    if (!asked) return;
    begin(undefined);
    focusField();
  }, [asked, begin, focusField]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.target instanceof Element && event.target.closest('dialog, [role="menu"], details.menu') !== null)
        return;
      const key = event.key.toLowerCase();
      if (key === 'q' && event.shiftKey) latest.current.toggleList();
      else if (key === 'q') focusField();
      else if (key === 'k' && !event.shiftKey) latest.current.keepPicture();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    globalThis.addEventListener('keydown', onKeyDown, true);
    return () => globalThis.removeEventListener('keydown', onKeyDown, true);
  }, [focusField]);
  return useCallback(() => {
    const back = before.current;
    latest.current.field.current?.blur();
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus({ preventScroll: true });
  }, []);
};
