import { useEffect, type RefObject } from 'react';

const fields = ['input:not([type="checkbox"])', 'select', 'textarea'].map((field) => `.thing-form ${field}`).join(', ');

/**
 * Puts the focus into the first field of a panel as soon as it has one, so that one can type at once, and gives it back when the panel goes: to
 * where it was, else to the outline or the page, never to nothing.
 */
export const usePanelFocus = (panel: RefObject<HTMLElement | null>): void =>
  useEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    if (element === null) return undefined;
    const focusFirst = (): boolean => {
      if (element.contains(document.activeElement)) return true;
      const first = element.querySelector<HTMLElement>(fields);
      first?.focus();
      return first !== null;
    };
    // A form may have to be fetched first; what replaces it later (a conflict) takes the focus itself.
    const observer = new MutationObserver(() => {
      if (focusFirst()) observer.disconnect();
    });
    if (!focusFirst()) observer.observe(element, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body && document.activeElement !== null) return;
        const back =
          before instanceof HTMLElement && before.isConnected && before !== document.body ? before : undefined;
        (back ?? document.querySelector<HTMLElement>('[role="tree"]') ?? mainOf())?.focus({ preventScroll: true });
      });
    };
  }, [panel]);

/** Puts the focus into a field whose part that had it is gone: into its input, else onto its last button. */
export const keepFocus = (field: HTMLElement | null): void => {
  if (field === null || (document.activeElement !== document.body && document.activeElement !== null)) return;
  (field.querySelector<HTMLElement>('input') ?? [...field.querySelectorAll<HTMLElement>('button')].at(-1))?.focus();
};

/** The page's main part, made able to take the focus. */
const mainOf = (): HTMLElement | null => {
  const main = document.getElementById('main');
  main?.setAttribute('tabindex', '-1');
  return main;
};
