import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus into the first field of a form when it is opened, and back on the button that opens it when it is closed. What is open from the start leaves the focus where it is. */
export const useOpenedFocus = (
  isOpen: boolean,
): { readonly form: RefObject<HTMLElement | null>; readonly opener: RefObject<HTMLButtonElement | null> } => {
  const form = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    if (isOpen) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    else opener.current?.focus();
  }, [isOpen]);
  return { form, opener };
};
