/** Returns a function that works something out when it is first called, and gives the same from then on. `make` must be pure. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
