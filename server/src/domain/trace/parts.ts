import type { DataClass } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import type { Counts } from './count-mentions.ts';

/** What of an index (`TraceIndex`) the parts of a class are read from. */
export interface IndexOfParts {
  readonly graph: Pick<EhiGraph, 'DataClass'>;
  readonly partsByClass: ReadonlyMap<Id, readonly DataClass[]>;
  readonly mentions: Counts;
  readonly restrictionsByClass: Pick<ReadonlyMap<Id, unknown>, 'has'>;
}

/** Parts of a class that no record tells apart, and so share one answer. `lineage`: the class to trace for them and all above it. */
export interface PartGroup {
  readonly parts: readonly Id[];
  readonly lineage: readonly Id[];
}

/** A class and everything it is part of, nearest first. A ring in PART_OF, which no write lets in, ends where it closes. */
export const lineageOf = (index: IndexOfParts, dataClass: Id): readonly Id[] => {
  const lineage = new Set<Id>();
  for (
    let id: Id | undefined = dataClass;
    id !== undefined && !lineage.has(id);
    id = index.graph.DataClass.get(id)?.partOf
  )
    lineage.add(id);
  return [...lineage];
};

/**
 * The class without its parts, and every live part below it (design.md 4.1 item 1), grouped by what mentions them: parts that no
 * hold, flow, channel or restriction names below the asked class stand with it. The class's own group is first; the others and the
 * parts in each are by id. Linear in the parts.
 */
export const groupParts = (index: IndexOfParts, dataClass: Id, asOf: CalendarDate): readonly PartGroup[] => {
  const known = groupsByIndex.get(index) ?? new Map<string, readonly PartGroup[]>();
  groupsByIndex.set(index, known);
  const key = `${asOf} ${dataClass}`;
  const there = known.get(key);
  if (there !== undefined) return there;
  const groups = groupAnew(index, dataClass, asOf);
  if (known.size >= mostGroupings) known.clear();
  known.set(key, groups);
  return groups;
};

/** A class has up to tens of thousands of parts, and they are the same for every question of a day. */
const groupsByIndex = new WeakMap<IndexOfParts, Map<string, readonly PartGroup[]>>();
const mostGroupings = 1_000;

/**
 * Lets an index know the groupings of the one before it, those that an edit cannot have changed: where no class differs, all but those of what
 * is above a class that came to be named, or is named no more. `edited`: every class that an edited thing names or named.
 */
export const takeOverGroupings = (index: IndexOfParts, previous: IndexOfParts, edited: Iterable<Id>): void => {
  const known = groupsByIndex.get(previous);
  if (known === undefined || index.graph.DataClass !== previous.graph.DataClass) return;
  const regrouped = new Set<Id>();
  for (const id of new Set(edited))
    if (isNamed(index, id) !== isNamed(previous, id)) for (const above of lineageOf(index, id)) regrouped.add(above);
  const isKept = ([key]: readonly [string, unknown]): boolean => !regrouped.has(key.slice(key.indexOf(' ') + 1));
  groupsByIndex.set(index, new Map(regrouped.size === 0 ? known : [...known].filter(isKept)));
};

const groupAnew = (index: IndexOfParts, dataClass: Id, asOf: CalendarDate): readonly PartGroup[] => {
  const above = lineageOf(index, dataClass);
  const groups = new Map<string, { parts: Id[]; lineage: readonly Id[] }>([
    ['', { parts: [dataClass], lineage: above }],
  ]);
  const seen = new Set<Id>([dataClass]);
  const visit = (id: Id, named: readonly Id[]): void => {
    for (const part of index.partsByClass.get(id) ?? []) {
      if (seen.has(part.id)) continue;
      seen.add(part.id);
      const lineage = isNamed(index, part.id) ? [part.id, ...named] : named;
      // A part that has ended is no part on this day, but what is below it may go on.
      if (isLiveOn(part, asOf)) {
        const key = lineage.join('\n');
        const group = groups.get(key);
        if (group === undefined) groups.set(key, { parts: [part.id], lineage: [...lineage, ...above] });
        else group.parts.push(part.id);
      }
      visit(part.id, lineage);
    }
  };
  visit(dataClass, []);
  const [own, ...others] = [...groups.values()].map(({ parts, lineage }) => ({
    parts: sortParts(parts, dataClass),
    lineage,
  }));
  const first = (group: PartGroup): Id => group.parts[0] ?? '';
  return own === undefined ? [] : [own, ...others.sort((a, b) => compareIds(first(a), first(b)))];
};

const isNamed = (index: IndexOfParts, id: Id): boolean =>
  index.mentions.of(id) > 0 || index.restrictionsByClass.has(id);

const sortParts = (parts: readonly Id[], first: Id): readonly Id[] =>
  [...parts].sort((a, b) => Number(b === first) - Number(a === first) || compareIds(a, b));
