import { useMemo, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** Calls the listener after the path or query of the page has changed; answers the way to stop that. */
export const onLocation = (listener: () => void): (() => void) => {
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
  const current = useSyncExternalStore(onLocation, here);
  return useMemo(() => new URL(current, location.origin), [current]);
};

/** What the address says of how all screens are looked at: it goes along from one to the next. */
const keptParams = ['present'];

/** The address with what is kept of the one before, e.g. `/map?present=1` for `/map` where presenter mode is on. Pure and total. */
export const withKept = (to: string, before: string): string => {
  const [path = '', search = ''] = to.split('?', 2);
  const now = new URLSearchParams(before);
  const next = new URLSearchParams(search);
  const missing = keptParams.filter((name) => now.has(name) && !next.has(name));
  if (missing.length === 0) return to;
  const kept = missing.map((name) => `${name}=${encodeURIComponent(now.get(name) ?? '')}`).join('&');
  return search === '' ? `${path}?${kept}` : `${path}?${search}&${kept}`;
};

/** Goes to a path of this site. `replace` leaves no step to come back to; with `bare` what is otherwise kept of the address before is let go. */
export const navigate = (
  address: string,
  options: { readonly replace?: boolean; readonly bare?: boolean } = {},
): void => {
  const to = options.bare === true ? address : withKept(address, location.search);
  if (to === here()) return;
  if (options.replace === true) history.replaceState(history.state, '', to);
  else history.pushState(null, '', to);
  for (const listener of listeners) listener();
};
