import { useMemo, useSyncExternalStore } from 'react';
import { goTo, here, onMove } from '../view/here.ts';
import { keepView } from '../view/view-address.ts';

/** The path and query of the page; changes with `navigate` and with the browser's back and forward. */
export const useLocation = (): URL => {
  const current = useSyncExternalStore(onMove, here);
  return useMemo(() => new URL(current, location.origin), [current]);
};

/**
 * Goes to a path of this site. `replace` leaves no step to come back to. What the page looks at (a revision, a scenario) is looked at there too, unless
 * `leaveView`.
 */
export const navigate = (
  to: string,
  options: { readonly replace?: boolean; readonly leaveView?: boolean } = {},
): void => goTo(options.leaveView === true ? to : keepView(to, location.search), options.replace === true);
