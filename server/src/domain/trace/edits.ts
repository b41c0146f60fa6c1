import { compareIds, type Id } from '../model/entity.ts';

/** One thing as it was and as it is; `undefined` where it was, or is, not there. */
export interface Edit<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

interface HasId {
  readonly id: Id;
}

/** Beyond this many edits at once, working everything out anew is about as quick. */
const mostEdits = 200;

/**
 * What differs between two revisions of the things of a concept; `undefined` where that is much. A later revision keeps the order of the one
 * before and adds at the end, so the two are compared side by side: a step for each thing, and nothing is looked up.
 */
export const editsBetween = <T>(
  before: ReadonlyMap<Id, T>,
  after: ReadonlyMap<Id, T>,
): readonly Edit<T>[] | undefined => {
  if (after.size < before.size || after.size > before.size + mostEdits) return undefined;
  const edits: Edit<T>[] = [];
  const old = before.entries();
  for (const [id, thing] of after) {
    const was = old.next();
    if (was.done === true) edits.push({ before: undefined, after: thing });
    else if (was.value[0] !== id) return undefined;
    else if (was.value[1] !== thing) edits.push({ before: was.value[1], after: thing });
    if (edits.length > mostEdits) return undefined;
  }
  return edits;
};

/** Where an id stands in a list in id order, or would stand. */
export const placeOfId = (list: readonly HasId[], id: Id): number => {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const there = list[middle];
    if (there !== undefined && compareIds(there.id, id) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** The number of a thing in a list in id order, -1 where it is not in it. */
export const numberOfId = (list: readonly HasId[], id: Id): number => {
  const place = placeOfId(list, id);
  return list[place]?.id === id ? place : -1;
};

/** A list in id order after some edits; the same list where none bears on it. */
export const patchSorted = <T extends HasId>(list: readonly T[], edits: readonly Edit<T>[]): readonly T[] => {
  if (edits.length === 0) return list;
  const patched = [...list];
  for (const { before, after } of edits) {
    const id = (after ?? before)?.id;
    if (id === undefined) continue;
    const place = placeOfId(patched, id);
    const isThere = patched[place]?.id === id;
    if (after !== undefined) patched.splice(place, isThere ? 1 : 0, after);
    else if (isThere) patched.splice(place, 1);
  }
  return patched;
};

/** Groups of things in id order, by keys that each thing names, after some edits. Groups that none bears on are the same ones. */
export const patchGroups = <T extends HasId>(
  groups: ReadonlyMap<Id, readonly T[]>,
  edits: readonly Edit<T>[],
  keysOf: (thing: T) => readonly Id[],
): ReadonlyMap<Id, readonly T[]> => {
  const byKey = new Map<Id, Edit<T>[]>();
  for (const { before, after } of edits) {
    const was = new Set(before === undefined ? [] : keysOf(before));
    const is = new Set(after === undefined ? [] : keysOf(after));
    for (const key of new Set([...was, ...is])) {
      const edit = { before: was.has(key) ? before : undefined, after: is.has(key) ? after : undefined };
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [edit]);
      else known.push(edit);
    }
  }
  if (byKey.size === 0) return groups;
  const patched = new Map(groups);
  for (const [key, own] of byKey) {
    const group = patchSorted(groups.get(key) ?? [], own);
    if (group.length === 0) patched.delete(key);
    else patched.set(key, group);
  }
  return patched;
};

/** An edit as it bears on those things alone that are chosen, where what is chosen may have changed as well. */
export const onlyWhere =
  <T>(before: (thing: T) => boolean, after: (thing: T) => boolean = before) =>
  (edit: Edit<T>): readonly Edit<T>[] => {
    const was = edit.before !== undefined && before(edit.before) ? edit.before : undefined;
    const is = edit.after !== undefined && after(edit.after) ? edit.after : undefined;
    return was === undefined && is === undefined ? [] : [{ before: was, after: is }];
  };

/** Things in id order, grouped by keys that each names. */
export const groupByEach = <T>(
  things: readonly T[],
  keysOf: (thing: T) => readonly Id[],
): ReadonlyMap<Id, readonly T[]> => {
  const groups = new Map<Id, T[]>();
  for (const thing of things) {
    for (const key of keysOf(thing)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [thing]);
      // A key that a thing names twice counts once.
      else if (group.at(-1) !== thing) group.push(thing);
    }
  }
  return groups;
};
