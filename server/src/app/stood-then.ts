import { entityReferences, type EntityReference } from '../domain/inventory/entity-references.ts';
import type { Change } from '../domain/model/change.ts';
import { conceptNames, type ConceptName, type Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { neverWas, type Id, type Lifespan, type Revision } from '../domain/model/entity.ts';
import { ok, type Result } from '../domain/result.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';
import type { PlacedEntry } from './plan-take-back.ts';

/** A thing as it was named at a revision. */
export const namedThen = ({ concept, id }: EntityReference, at: Revision): string => `${concept} ${id} ${at}`;

/** A thing that is named, and who names it. */
export const namedBy = (named: EntityReference, concept: ConceptName, id: Id): string =>
  `${named.concept} ${named.id} ${concept} ${id}`;

/** How things stood when what comes back was written. */
export interface StoodThen {
  /** What held on no day then already, by who was written (`namedThen`). */
  readonly empty: ReadonlySet<string>;
  /** Who named what held on no day then already, and comes back so (`namedBy`): they stand on no more than they did. */
  readonly users: ReadonlySet<string>;
}

/** Returns how things stood when what these entries take back was written. Error: the store is not available. */
export const readStoodThen = async (
  store: GraphStore,
  graph: EhiGraph,
  entries: readonly PlacedEntry[],
): Promise<Result<StoodThen, StoreUnavailable>> => {
  const empty = await neverWasThen(store, graph, entries);
  if (!empty.ok) return empty;
  const users = await usersThen(store, graph, entries);
  return users.ok ? ok({ empty: empty.value, users: users.value }) : users;
};

/**
 * Of the things that what comes back names: those that held on no day already when it was written (`namedThen`). They are as they were, whatever
 * was written of them since; others that hold on no day now were taken back.
 */
const neverWasThen = async (
  store: GraphStore,
  graph: EhiGraph,
  entries: readonly PlacedEntry[],
): Promise<Result<ReadonlySet<string>, StoreUnavailable>> => {
  const found = new Set<string>();
  const isEmptied = emptiedBy(graph, entries);
  for (const { change } of entries) {
    if (change === undefined || change.before === null) continue;
    const before = change.before as Concepts[typeof change.concept];
    for (const to of entityReferences(change.concept, before)) {
      const key = namedThen(to, before.revision);
      if (found.has(key) || !isEmptied(to)) continue;
      const then = await store.history(to.concept, to.id, 1, before.revision + 1);
      if (!then.ok) return then;
      const document = then.value[0]?.after as Lifespan | null | undefined;
      if (document && neverWas(document)) found.add(key);
    }
  }
  return ok(found);
};

/** Whether a thing holds on no day, now or once these entries are taken back: few do, so that few have to be looked up in the log. */
const emptiedBy = (graph: EhiGraph, entries: readonly PlacedEntry[]): ((to: EntityReference) => boolean) => {
  const restored = new Set(
    entries.flatMap(({ change }) => {
      const before = change?.before as Lifespan | null | undefined;
      return change && (before === null || (before && neverWas(before))) ? [`${change.concept} ${change.entity}`] : [];
    }),
  );
  return ({ concept, id }) => {
    const now = graph[concept].get(id);
    return (now !== undefined && neverWas(now)) || restored.has(`${concept} ${id}`);
  };
};

/** Who named a thing that comes back as one that held on no day, when the oldest of what is taken back of it was written. */
const usersThen = async (
  store: GraphStore,
  graph: EhiGraph,
  entries: readonly PlacedEntry[],
): Promise<Result<ReadonlySet<string>, StoreUnavailable>> => {
  const found = new Set<string>();
  const oldest = emptyAgain(entries);
  if (oldest.size === 0) return ok(found);
  for (const concept of conceptNames) {
    for (const user of graph[concept].values()) {
      for (const to of entityReferences(concept, user)) {
        const first = oldest.get(`${to.concept} ${to.id}`);
        if (first === undefined || user.revision <= first) continue;
        const then = await store.history(concept, user.id, 1, first + 1);
        if (!then.ok) return then;
        const document = then.value[0]?.after as typeof user | null | undefined;
        if (
          document &&
          entityReferences(concept, document).some((each) => each.concept === to.concept && each.id === to.id)
        )
          found.add(namedBy(to, concept, user.id));
      }
    }
  }
  return ok(found);
};

/** The things that come back as ones that hold on no day, without what made them being taken back: each with the oldest revision taken back of it. */
const emptyAgain = (entries: readonly PlacedEntry[]): ReadonlyMap<string, Revision> => {
  const oldest = new Map<string, Change>();
  for (const { change } of entries) {
    if (change === undefined) continue;
    const key = `${change.concept} ${change.entity}`;
    const known = oldest.get(key);
    if (known === undefined || change.revision < known.revision) oldest.set(key, change);
  }
  return new Map(
    [...oldest].flatMap(([key, { before, revision }]) =>
      before !== null && neverWas(before as Lifespan) ? [[key, revision] as const] : [],
    ),
  );
};
