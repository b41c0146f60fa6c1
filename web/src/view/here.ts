const listeners = new Set<() => void>();

/** The path and query of the page. */
export const here = (): string => `${location.pathname}${location.search}`;

/** Calls back when the page goes somewhere, by itself or by the browser's back and forward. Returns how to stop. */
export const onMove = (listener: () => void): (() => void) => {
  listeners.add(listener);
  globalThis.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener('popstate', listener);
  };
};

/** Goes to a path of this site, exactly as it is given. */
export const goTo = (to: string, replace: boolean): void => {
  if (to === here()) return;
  if (replace) history.replaceState(history.state, '', to);
  else history.pushState(null, '', to);
  for (const listener of listeners) listener();
};
