import { useMemo, useSyncExternalStore } from 'react';
import { goTo, here, onMove } from '../view/here.ts';
import { withKept } from '../view/kept-params.ts';

/** Calls the listener after the path or query of the page has changed. Returns how to stop that. */
export const onLocation = onMove;

/** The path and query of the page; changes with `navigate` and with the browser's back and forward. */
export const useLocation = (): URL => {
  const current = useSyncExternalStore(onMove, here);
  return useMemo(() => new URL(`${location.origin}${current}`), [current]);
};

/**
 * Goes to a path of this site. `replace` leaves no step to come back to. How all screens are looked at (a revision, a scenario, a workshop, presenter
 * mode) goes along, unless `bare`.
 */
export const navigate = (to: string, options: { readonly replace?: boolean; readonly bare?: boolean } = {}): void =>
  goTo(options.bare === true ? to : withKept(to, location.search), options.replace === true);
