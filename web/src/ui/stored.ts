/** How long something is remembered: for good, or as long as the tab is there. */
export type Remembered = 'always' | 'tab';

const storageOf = (how: Remembered): Storage => (how === 'always' ? localStorage : sessionStorage);

/** What this browser, or this tab, remembers under a name; undefined when nothing, or when it may not remember. */
export const readStored = (name: string, how: Remembered = 'always'): string | undefined => {
  try {
    return storageOf(how).getItem(`ehi.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Has this browser, or this tab, remember a value, or forget it. Does nothing where storage is off. */
export const store = (name: string, value: string | undefined, how: Remembered = 'always'): void => {
  try {
    if (value === undefined) storageOf(how).removeItem(`ehi.${name}`);
    else storageOf(how).setItem(`ehi.${name}`, value);
  } catch {
    // Remembering is a comfort; the page works without.
  }
};
