import { conceptWords } from '../domain/inventory/check-entries.ts';
import { entityReferences } from '../domain/inventory/entity-references.ts';
import type { InventoryDocument } from '../domain/inventory/inventory-documents.ts';
import { sameFacts } from '../domain/inventory/same-facts.ts';
import type { Change } from '../domain/model/change.ts';
import { conceptNames, dataClassLevels, type ConceptName, type Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { neverWas, type CalendarDate, type Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { toDocument } from '../importers/planned-write.ts';
import type { Write } from '../store/port.ts';
import type { PlacedProblem, SetPlan, SetProblem } from './change-set.ts';
import { checkAmong } from './check-among.ts';
import { draftOver } from './draft-graph.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { namedBy, namedThen, type StoodThen } from './stood-then.ts';
import { whyNotTakenBack } from './why-not-taken-back.ts';

/** A log entry that is asked to be taken back, with its place in the call; `change` is absent where the log has none. */
export interface PlacedEntry {
  readonly at: number;
  readonly revision: Revision;
  readonly change: Change | undefined;
}

/** Everything that is taken back of one thing, oldest first: never empty. */
type Entries = readonly [PlacedChange, ...PlacedChange[]];
interface PlacedChange {
  readonly at: number;
  readonly change: Change;
}

interface Restored {
  readonly at: number;
  readonly concept: ConceptName;
  readonly now: Concepts[ConceptName];
  readonly document: InventoryDocument<ConceptName>;
  /** The oldest revision that is taken back of it. */
  readonly first: Revision;
  /** The revision that wrote what it is given back; 0 for one that ends. */
  readonly written: Revision;
}

/**
 * Returns what taking these entries back would write on this inventory, or what stands in the way of each. `then`: how things stood when what is
 * taken back was written. Pure.
 */
export const planTakeBack = (
  graph: EhiGraph,
  entries: readonly PlacedEntry[],
  then: StoodThen,
  today: CalendarDate,
): SetPlan => {
  const problems: PlacedProblem[] = [];
  const restored: Restored[] = [];
  const byThing = new Map<string, [PlacedChange, ...PlacedChange[]]>();
  for (const { at, revision, change } of entries.toSorted((a, b) => a.revision - b.revision)) {
    if (change === undefined) {
      problems.push({ at, error: { type: 'RevisionNotFound', revision } });
      continue;
    }
    const key = `${change.concept} ${change.entity}`;
    const known = byThing.get(key);
    if (known === undefined) byThing.set(key, [{ at, change }]);
    else known.push({ at, change });
  }
  for (const things of byThing.values()) {
    const result = restore(graph, things, today);
    if (result.ok) restored.push(result.value);
    else problems.push(result.error);
  }
  const draft = draftOver(graph);
  for (const { concept, document } of restored) draft.put(concept, document);
  if (problems.length === 0) problems.push(...checkRestored(draft.graph, restored, then, today));
  return { writes: inSafeOrder(restored).map((each) => ({ at: each.at, write: toWrite(each) })), problems };
};

const restore = (graph: EhiGraph, things: Entries, today: CalendarDate): Result<Restored, PlacedProblem> => {
  const [{ at, change: first }] = things;
  const { concept, entity: id } = first;
  for (const { at, change } of things) {
    const wrong = whyNotTakenBack(change);
    if (wrong !== undefined) return err({ at, error: wrong });
  }
  const now = graph[concept].get(id);
  if (now === undefined) return err({ at, error: { type: 'EntityNotFound', concept, id } });
  for (const [index, { at, change }] of things.entries()) {
    // What came next for this thing has to be the next of the set; after the last, nothing.
    const next = things[index + 1];
    const found = next === undefined ? now : (next.change.before as typeof now | null);
    if (found !== null && isAsLeft(change, found)) continue;
    const actual = found?.revision ?? 0;
    return err({ at, error: { type: 'Conflict', concept, id, expected: change.revision, actual } });
  }
  const document =
    first.before === null
      ? {
          ...toDocument(now),
          startedOn: today,
          endedOn: today,
          endReason: `What made it, revision ${first.revision}, was taken back.`,
        }
      : toDocument(first.before as typeof now);
  return ok({ at, concept, now, document, first: first.revision, written: revisionOf(first.before) });
};

const revisionOf = (document: unknown): Revision =>
  (document as { readonly revision?: Revision } | null)?.revision ?? 0;

/** Whether a thing is as a change left it: nobody wrote it since, or what was written since was taken back. */
const isAsLeft = ({ concept, revision, after }: Change, found: Concepts[ConceptName]): boolean =>
  found.revision === revision || sameFacts(concept, toDocument(found), toDocument(after as typeof found));

/**
 * What comes back first, what is named before what names it; then what goes, the other way round: so that these revisions can be taken
 * back one by one as well.
 */
const inSafeOrder = (restored: readonly Restored[]): readonly Restored[] => {
  const rank = ({ concept, document }: Restored): number =>
    conceptNames.indexOf(concept) * dataClassLevels.length +
    dataClassLevels.indexOf((document as InventoryDocument<'DataClass'>).level);
  const sorted = restored.toSorted((a, b) => rank(a) - rank(b));
  const goes = sorted.filter(({ document }) => neverWas(document)).toReversed();
  return [...sorted.filter(({ document }) => !neverWas(document)), ...goes];
};

const toWrite = ({ concept, now, document }: Restored): Write => {
  const ends = now.endedOn === undefined && document.endedOn !== undefined;
  return { concept, document, action: ends ? 'END' : 'UPDATE', expected: now.revision } as unknown as Write;
};

/** What is wrong with the inventory as it would be: somebody stands on what would be gone, or a tree of classes would not fit. */
const checkRestored = (
  draft: EhiGraph,
  restored: readonly Restored[],
  then: StoodThen,
  today: CalendarDate,
): readonly PlacedProblem[] => {
  const gone = new Map(
    restored
      .filter(({ now, document }) => neverWas(document) && !neverWas(now))
      .map((each) => [`${each.concept} ${each.document.id}`, each]),
  );
  const users = gone.size === 0 ? new Map<Restored, readonly string[]>() : usersOf(draft, gone, then.users, today);
  return restored.flatMap((each): readonly PlacedProblem[] => {
    const error = whyNot(draft, each, users.get(each), then.empty);
    return error === undefined ? [] : [{ at: each.at, error }];
  });
};

const whyNot = (
  draft: EhiGraph,
  { concept, document, now, written }: Restored,
  users: readonly string[] | undefined,
  empty: ReadonlySet<string>,
): SetProblem | undefined => {
  if (users !== undefined) return refersTo(concept, document.name, users);
  if (neverWas(document)) return undefined;
  const lost = entityReferences(concept, document).find((to) => {
    const target = draft[to.concept].get(to.id);
    // What was never there when the thing was written is no news.
    return target !== undefined && neverWas(target) && target.revision > written && !empty.has(namedThen(to, written));
  });
  if (lost !== undefined) {
    return inputInvalid(
      'revisions',
      `The ${conceptWords[concept]} "${document.name}" would name the ${conceptWords[lost.concept]} "${lost.id}", which was taken back. Take that back as well, in the same call.`,
    );
  }
  if (concept !== 'DataClass' && concept !== 'Evidence') return undefined;
  return checkAmong(concept, document, now, draft);
};

/** Names written out in a refusal; the rest are counted. */
const mostNamed = 5;

const refersTo = (concept: ConceptName, name: string, users: readonly string[]): InputInvalid => {
  const rest = users.length > mostNamed ? `, and ${users.length - mostNamed} more` : '';
  return inputInvalid(
    'revisions',
    `The ${conceptWords[concept]} "${name}" is used since by ${users.slice(0, mostNamed).join(', ')}${rest}. Take those back as well, or end them first.`,
  );
};

/** Who still names each of the things that would be gone: what is over, or gone itself, does not count. */
const usersOf = (
  draft: EhiGraph,
  gone: ReadonlyMap<string, Restored>,
  before: ReadonlySet<string>,
  today: CalendarDate,
): ReadonlyMap<Restored, readonly string[]> => {
  const users = new Map<Restored, string[]>();
  for (const concept of conceptNames) {
    // What was said about a thing does not stand on it.
    if (concept === 'WorkshopItem') continue;
    for (const entity of draft[concept].values()) {
      if (entity.endedOn !== undefined && entity.endedOn <= today) continue;
      const named = new Map(entityReferences(concept, entity).map((to) => [`${to.concept} ${to.id}`, to]));
      for (const [name, to] of named) {
        const thing = gone.get(name);
        // Who named it before what is taken back was done stands on what was there then, whatever was written of it since.
        if (thing === undefined || entity.revision <= thing.first || before.has(namedBy(to, concept, entity.id)))
          continue;
        const said = `the ${conceptWords[concept]} "${entity.name}" (${entity.id})`;
        users.set(thing, [...(users.get(thing) ?? []), said]);
      }
    }
  }
  return users;
};
