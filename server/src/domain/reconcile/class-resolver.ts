import type { Catalogues } from '../catalogue/index.ts';
import type { DataClass } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { CalendarDate, Id } from '../model/entity.ts';
import { isLiveOn } from '../model/entity.ts';
import { once, oncePer } from '../once.ts';
import { wordsOf } from '../words-of.ts';
import type { ClassSign } from './observed.ts';

/** A class a sign can mean. `id` is that of the inventory, or the one it would get; `inInventory` tells which. */
export interface MeantClass {
  readonly id: Id;
  readonly name: string;
  readonly inInventory: boolean;
  /** The catalogue entry it stands for, if it stands for one. */
  readonly catalogue?: string;
}

/** A sign with what it means here: one class, several it could be, or none that is known. */
export interface ResolvedSign {
  readonly sign: ClassSign;
  readonly meant: readonly MeantClass[];
}

/** Finds what signs mean in one inventory. */
export interface ClassResolver {
  readonly resolve: (sign: ClassSign) => ResolvedSign;
  /** What people call a class of the inventory; its id when it is not there. */
  readonly nameOf: (id: Id) => string;
  /** Whether a class is among others, or has an ancestor among them. */
  readonly isWithin: (id: Id, others: ReadonlySet<Id>) => boolean;
}

/**
 * Returns the resolver of an inventory as of a day. A catalogue id means the class of the inventory that stands for it, by `catalogue`
 * or by its slug; a name means the class that is called so, else one whose words are the same. Pure.
 */
export const createClassResolver = (
  graph: EhiGraph,
  { uscdi, drsClasses }: Pick<Catalogues, 'uscdi' | 'drsClasses'>,
  asOf: CalendarDate,
): ClassResolver => {
  const byCatalogue = new Map<string, DataClass>();
  for (const each of standingForEntries(graph.DataClass))
    if (isLiveOn(each, asOf) && each.catalogue !== undefined && !byCatalogue.has(each.catalogue))
      byCatalogue.set(each.catalogue, each);
  const entries = [...uscdi.classes, ...drsClasses];
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  const ofCatalogue = (id: string): MeantClass | undefined => {
    const entry = entryById.get(id);
    const known = byCatalogue.get(id) ?? (entry === undefined ? undefined : graph.DataClass.get(entry.slug));
    if (known !== undefined && isLiveOn(known, asOf))
      return { id: known.id, name: known.name, inInventory: true, catalogue: id };
    return entry === undefined ? undefined : { id: entry.slug, name: entry.name, inInventory: false, catalogue: id };
  };
  // Most signs name an entry: the words of tens of thousands of elements are looked at only where one does not.
  const byWords = once(() => {
    const found = new Map<string, MeantClass>();
    for (const { id, name } of entries) {
      const meant = ofCatalogue(id);
      if (meant !== undefined) found.set(keyOf(name), meant);
    }
    for (const { id, name, catalogue, ...life } of graph.DataClass.values())
      if (isLiveOn(life, asOf))
        found.set(keyOf(name), { id, name, inInventory: true, ...(catalogue === undefined ? {} : { catalogue }) });
    return found;
  });
  const cache = new Map<string, readonly MeantClass[]>();
  const meantBy = ({ classes, name }: ClassSign): readonly MeantClass[] => {
    const key = JSON.stringify([classes, classes.length === 0 ? name : '']);
    const known = cache.get(key);
    if (known !== undefined) return known;
    const named = name === undefined ? undefined : (graph.DataClass.get(name) ?? byWords().get(keyOf(name)));
    const found =
      classes.length > 0
        ? classes.flatMap((id) => ofCatalogue(id) ?? [])
        : named === undefined
          ? []
          : [{ inInventory: true, ...named, id: named.id, name: named.name }];
    const meant = found.filter(({ id }, index) => found.findIndex((each) => each.id === id) === index);
    cache.set(key, meant);
    return meant;
  };
  return {
    resolve: (sign) => ({ sign, meant: meantBy(sign) }),
    nameOf: (id) => graph.DataClass.get(id)?.name ?? id,
    isWithin: (id, others) => {
      const seen = new Set<Id>();
      for (let at: Id | undefined = id; at !== undefined && !seen.has(at); at = graph.DataClass.get(at)?.partOf) {
        if (others.has(at)) return true;
        seen.add(at);
      }
      return false;
    },
  };
};

const order = { CLASS: 0, DOMAIN: 1, ELEMENT: 2 } as const;

/** Where several classes stand for one entry, the whole of it is meant: classes before elements, then by id. */
const wholeFirst = (a: DataClass, b: DataClass): number => order[a.level] - order[b.level] || (a.id < b.id ? -1 : 1);

/** The classes that stand for an entry of the reference data: few of tens of thousands. */
const standingForEntries = oncePer((classes: EhiGraph['DataClass']): readonly DataClass[] =>
  [...classes.values()].filter(({ catalogue }) => catalogue !== undefined).toSorted(wholeFirst),
);

const keyOf = (name: string): string => wordsOf(name).toSorted().join(' ');

/** Returns the one class a sign means, `undefined` when it could be several or none. */
export const onlyMeant = ({ meant }: ResolvedSign): MeantClass | undefined =>
  meant.length === 1 ? meant[0] : undefined;
