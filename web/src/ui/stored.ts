/** What this browser remembers under a name; undefined when nothing, or when it may not remember. */
export const readStored = (name: string): string | undefined => {
  try {
    return localStorage.getItem(`ehi.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Has this browser remember a value, or forget it. Does nothing where storage is off. */
export const store = (name: string, value: string | undefined): void => {
  try {
    if (value === undefined) localStorage.removeItem(`ehi.${name}`);
    else localStorage.setItem(`ehi.${name}`, value);
  } catch {
    // Remembering is a comfort; the page works without.
  }
};
