import type { AccessChannel, Audience, DataClass, System } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import { oncePer } from '../once.ts';
import { initialsOf, keyOf } from './name-words.ts';

/** What names stand for: the things of one concept. */
export type Named = System | DataClass | AccessChannel | Audience;

/**
 * The things of one concept by what they may be called, so that a name is looked up and not compared with each. Elements of data classes are
 * many and are found by id and name alone: by words, nearly so and by the catalogue only what stands above them.
 */
export interface NameIndex<T extends Named> {
  /** By id and by name, in lower case. */
  readonly called: (lower: string) => readonly T[];
  readonly ofKey: (key: string) => readonly T[];
  readonly ofInitials: (lower: string) => readonly T[];
  readonly ofProduct: (key: string) => readonly T[];
  readonly ofKind: (kind: Id) => readonly T[];
  /** Data classes by the entry of the catalogue they stand for, elements among them. */
  readonly ofEntry: (entry: Id) => readonly T[];
  /** All but elements. */
  readonly wholes: readonly T[];
}

/**
 * Returns the index of all things of one concept at a revision; made when it is first asked for, and once, because revisions share what they do
 * not change. What is worked out of one thing is kept with that thing, so that an index after a change is made mostly of what is there.
 */
export const nameIndex = oncePer((things: ReadonlyMap<Id, Named>): NameIndex<Named> => {
  const called = new Map<string, Named[]>();
  const keys = new Map<string, Named[]>();
  const initials = new Map<string, Named[]>();
  const products = new Map<string, Named[]>();
  const kinds = new Map<string, Named[]>();
  const entries = new Map<string, Named[]>();
  const wholes: Named[] = [];
  for (const thing of things.values()) {
    const { id, name } = namesOf(thing);
    put(called, id, thing);
    if (name !== id) put(called, name, thing);
    if ('catalogue' in thing && thing.catalogue !== undefined) put(entries, thing.catalogue, thing);
    if ('level' in thing && thing.level === 'ELEMENT') continue;
    wholes.push(thing);
    const words = wordsOfThing(thing);
    for (const key of words.keys) put(keys, key, thing);
    for (const each of words.initials) put(initials, each, thing);
    if (words.product !== undefined) put(products, words.product, thing);
    if ('kind' in thing && typeof thing.kind === 'string') put(kinds, thing.kind, thing);
  }
  const by = (map: ReadonlyMap<string, Named[]>) => (key: string) => map.get(key) ?? [];
  return {
    called: by(called),
    ofKey: by(keys),
    ofInitials: by(initials),
    ofProduct: by(products),
    ofKind: by(kinds),
    ofEntry: by(entries),
    wholes,
  };
}) as <T extends Named>(things: ReadonlyMap<Id, T>) => NameIndex<T>;

const put = (into: Map<string, Named[]>, key: string, thing: Named): void => {
  const known = into.get(key);
  if (known === undefined) into.set(key, [thing]);
  else known.push(thing);
};

const namesOf = oncePer(({ id, name }: Named) => ({ id: id.toLowerCase(), name: name.toLowerCase() }));

const wordsOfThing = oncePer((thing: Named) => ({
  keys: [...new Set([keyOf(thing.name), keyOf(thing.id)])].filter((key) => key !== ''),
  initials: initialsOf(thing.name),
  product: 'product' in thing && thing.product !== undefined ? keyOf(thing.product) : undefined,
}));
