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

/**
 * Returns a function that works something out once for each object and day, and gives the same from then on for the days asked about last: as many
 * as `most`. For what depends on a revision of the inventory and the day looked at.
 */
export const oncePerDay = <V>(most: number): ((key: object, day: string, make: () => V) => V) => {
  const daysOf = oncePer<object, Map<string, { readonly value: V }>>(() => new Map());
  return (key, day, make) => {
    const days = daysOf(key);
    const known = days.get(day) ?? { value: make() };
    days.delete(day);
    days.set(day, known);
    const [oldest] = days.keys();
    if (days.size > most && oldest !== undefined) days.delete(oldest);
    return known.value;
  };
};
