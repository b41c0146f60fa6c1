import type { AccessChannel, Audience, DataClass, System } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
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

/** The indexes that were made, for as long as their things are there: revisions share the things they do not change. */
const indexes = new WeakMap<object, NameIndex<Named>>();

/** As many things as are put into an index at one go. */
const sliceLength = 2_000;

/** Returns the index of all things of one concept at a revision; made when it is first asked for, and once. */
export const nameIndex = <T extends Named>(things: ReadonlyMap<Id, T>): NameIndex<T> => {
  const known = indexes.get(things);
  if (known !== undefined) return known as unknown as NameIndex<T>;
  const steps = indexing(things);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value as unknown as NameIndex<T>;
  }
};

/** Makes the indexes of an inventory ahead of their first use, slice by slice: between two of them other work can be done. */
export function* preparingNames(graph: EhiGraph): Generator<void, void> {
  for (const concept of ['System', 'DataClass', 'AccessChannel', 'Audience'] as const)
    if (!indexes.has(graph[concept])) yield* indexing(graph[concept]);
}

function* indexing(things: ReadonlyMap<Id, Named>): Generator<void, NameIndex<Named>> {
  const ids: Lists = new Map();
  const names = new Map<string, Named | Named[]>();
  const keys: Lists = new Map();
  const initials: Lists = new Map();
  const products: Lists = new Map();
  const kinds: Lists = new Map();
  const entries: Lists = new Map();
  const wholes: Named[] = [];
  let count = 0;
  for (const thing of things.values()) {
    if ((count += 1) % sliceLength === 0) yield;
    putSmall(names, thing.name.toLowerCase(), thing);
    // An id in lower case is found by itself.
    const lower = thing.id.toLowerCase();
    if (lower !== thing.id) put(ids, lower, thing);
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
  const index: NameIndex<Named> = {
    called: (lower) => {
      const own = things.get(lower);
      return [
        ...new Set([
          ...(own === undefined ? [] : [own]),
          ...(ids.get(lower) ?? []),
          ...[names.get(lower) ?? []].flat(),
        ]),
      ];
    },
    ofKey: by(keys),
    ofInitials: by(initials),
    ofProduct: by(products),
    ofKind: by(kinds),
    ofEntry: by(entries),
    wholes,
  };
  indexes.set(things, index);
  return index;
}

type Lists = Map<string, Named[]>;

const put = (into: Lists, key: string, thing: Named): void => {
  const known = into.get(key);
  if (known === undefined) into.set(key, [thing]);
  else known.push(thing);
};

/** As `put`, without a list for the many names that only one thing has. */
const putSmall = (into: Map<string, Named | Named[]>, key: string, thing: Named): void => {
  const known = into.get(key);
  if (known === undefined) into.set(key, thing);
  else if (Array.isArray(known)) known.push(thing);
  else into.set(key, [known, thing]);
};

/** What costs most, once for each thing. */
const wordsOfThing = oncePer((thing: Named) => ({
  keys: [...new Set([keyOf(thing.name), keyOf(thing.id)])].filter((key) => key !== ''),
  initials: initialsOf(thing.name),
  product: 'product' in thing && thing.product !== undefined ? keyOf(thing.product) : undefined,
}));
