/** Under which name this browser acts, as the change log will name them; undefined until somebody said so. */
export const readActor = (): string | undefined => {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Has this browser act under a name; an empty one forgets it. Tells whoever listens. */
export const saveActor = (name: string): void => {
  const text = name.trim();
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Without storage the name holds for nothing; the field says so by staying empty.
  }
  for (const listener of listeners) listener();
};

/** Calls back when the name changes, in this tab or another. Returns how to stop. */
export const onActor = (listener: () => void): (() => void) => {
  listeners.add(listener);
  globalThis.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener('storage', listener);
  };
};

/** The header that says who asks; none until somebody said so. */
export const actorHeader = (): Readonly<Record<string, string>> => {
  const name = readActor();
  return name === undefined ? {} : { 'x-ehi-actor': encodeURIComponent(name) };
};

const key = 'ehi.actor';
const listeners = new Set<() => void>();
