const key = 'ehi.hide-names';
const listeners = new Set<() => void>();
/** What holds where the tab may not remember. */
let unremembered = false;

/** Whether this tab hides names. */
export const namesAreHidden = (): boolean => {
  try {
    return sessionStorage.getItem(key) === '1';
  } catch {
    return unremembered;
  }
};

/** Has this tab hide names, or show them. Tells whoever listens. */
export const setNamesHidden = (isHidden: boolean): void => {
  unremembered = isHidden;
  try {
    if (isHidden) sessionStorage.setItem(key, '1');
    else sessionStorage.removeItem(key);
  } catch {
    // It holds until the page is loaded anew.
  }
  for (const listener of listeners) listener();
};

/** Calls back when names are hidden or shown. Returns how to stop. */
export const onNamesHidden = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
