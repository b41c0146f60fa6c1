/** Returns a function that works something out when it is first called, and gives the same from then on. `make` must be pure. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/**
 * Returns a function that works something out once for each object and gives the same from then on, for as long as the object is there.
 * For what never changes: an entity, or all entities of a concept at one revision, which most later revisions share. `make` must be pure.
 */
export const oncePer = <K extends object, V>(make: (key: K) => V): ((key: K) => V) => {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
};
