import { useMemo, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  globalThis.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener('popstate', listener);
  };
};
const here = (): string => `${location.pathname}${location.search}`;

/** The path and query of the page; changes with `navigate` and with the browser's back and forward. */
export const useLocation = (): URL => {
  const current = useSyncExternalStore(subscribe, here);
  return useMemo(() => new URL(current, location.origin), [current]);
};

/** Goes to a path of this site. `replace` leaves no step to come back to. */
export const navigate = (to: string, options: { readonly replace?: boolean } = {}): void => {
  if (to === here()) return;
  if (options.replace === true) history.replaceState(history.state, '', to);
  else history.pushState(null, '', to);
  for (const listener of listeners) listener();
};
