import { useEffect, type RefObject } from 'react';

/**
 * Closes an open `<details>` popup on Escape (the focus goes back to its summary), on a press elsewhere, and when the focus goes elsewhere, as it does when another popup
 * opens.
 */
export const useLightDismiss = (popup: RefObject<HTMLDetailsElement | null>): void => {
  useEffect(() => {
    const close = (event: Event): void => {
      const details = popup.current;
      if (details?.open !== true || !(event.target instanceof Node) || details.contains(event.target)) return;
      details.open = false;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const details = popup.current;
      if (event.key !== 'Escape' || details?.open !== true || event.defaultPrevented) return;
      event.preventDefault();
      details.open = false;
      details.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', close, true);
    document.addEventListener('focusin', close);
    // Before the keys of the screen, so that Escape lets go of nothing else.
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('pointerdown', close, true);
      document.removeEventListener('focusin', close);
      document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [popup]);
};
