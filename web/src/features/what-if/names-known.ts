import type { ThingKey } from '../../editing/input-values.ts';

/** Names as they are in one view of the inventory: what was told in another says nothing in this one. */
export interface NamesKnown {
  readonly of: (thing: ThingKey, view: string) => string | undefined;
  readonly put: (thing: ThingKey, view: string, name: string) => void;
  /** What was told before a change of the inventory is to be asked again; it stands until then. */
  readonly age: () => void;
  readonly isFresh: (thing: ThingKey, view: string) => boolean;
}

/** Returns a memory of the names of things, by view. */
export const createNamesKnown = (): NamesKnown => {
  const known = new Map<string, { readonly name: string; readonly age: number }>();
  let age = 0;
  const keyOf = ({ concept, id }: ThingKey, view: string): string => `${view} ${concept} ${id}`;
  return {
    of: (thing, view) => known.get(keyOf(thing, view))?.name,
    put: (thing, view, name) => void known.set(keyOf(thing, view), { name, age }),
    age: () => void (age += 1),
    isFresh: (thing, view) => known.get(keyOf(thing, view))?.age === age,
  };
};
