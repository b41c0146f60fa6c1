import type { ConceptName, Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore, Write } from '../store/port.ts';
import type { CurrentGraph, GraphAtRevision } from './current-graph.ts';
import type { WriteError } from './write-entity.ts';

/** What the use cases of workshops work on. */
export interface WorkshopDeps {
  readonly store: GraphStore;
  readonly currentGraph: CurrentGraph;
  readonly now: () => Instant;
}

/** The concepts that these use cases write. */
export type WorkshopConcept = 'Workshop' | 'WorkshopItem' | 'Walkthrough';

/** A record as it is written, without the stamps that are the store's. */
export type RecordDocument<C extends ConceptName> = Omit<Concepts[C], 'revision' | 'createdAt' | 'updatedAt'>;

/** A record that was not written, with the record as it is now where somebody else wrote it. */
export interface RecordRefused<C extends ConceptName> {
  readonly error: WriteError;
  readonly current?: Concepts[C];
}

/** What a write of a record made: the record as it is now, and the inventory's revision. */
export interface RecordWritten<C extends ConceptName> {
  readonly entity: Concepts[C];
  readonly revision: Revision;
}

export type RecordResult<C extends ConceptName> = Result<RecordWritten<C>, RecordRefused<C>>;

/** One record to write, by somebody. `expected`: the revision they saw, 0 for a new one. */
export interface RecordWrite<C extends ConceptName> {
  readonly document: RecordDocument<C>;
  readonly expected: Revision;
  /** The field that says on which revision of the inventory it was written. */
  readonly namesRevisionBefore?: keyof Concepts[C];
}

/** Plans one record on the newest inventory and commits it. Nothing is written where the plan refuses. */
export const writeRecord = async <C extends WorkshopConcept>(
  { store, currentGraph }: WorkshopDeps,
  concept: C,
  batch: { readonly actor: string; readonly reason?: string },
  plan: (current: GraphAtRevision) => Result<RecordWrite<C>, WriteError>,
): Promise<RecordResult<C>> => {
  const current = await currentGraph.get();
  if (!current.ok) return err({ error: current.error });
  const { graph } = current.value;
  const planned = plan(current.value);
  if (!planned.ok) return err(refusalOf(graph, concept, planned.error));
  const { document, expected, namesRevisionBefore } = planned.value;
  const naming = namesRevisionBefore === undefined ? {} : { namesRevisionBefore };
  const action = expected === 0 ? 'CREATE' : 'UPDATE';
  const committed = await store.commit({
    ...batch,
    writes: [{ concept, document, action, expected, ...naming } as unknown as Write],
  });
  if (!committed.ok) {
    const now = committed.error.type === 'Conflict' ? await currentGraph.get() : current;
    return err(refusalOf(now.ok ? now.value.graph : graph, concept, committed.error));
  }
  const [change] = committed.value.changes;
  // A record that says what is there already makes no entry: the stored one is the answer.
  const entity = (change?.after ?? graph[concept].get(document.id)) as Concepts[C];
  return ok({ entity, revision: committed.value.revision });
};

/** A refusal; for a conflict with the record as it is now. */
export const refusalOf = <C extends ConceptName>(graph: EhiGraph, concept: C, error: WriteError): RecordRefused<C> => {
  const current = error.type === 'Conflict' ? graph[concept].get(error.id) : undefined;
  return current === undefined ? { error } : { error, current: current as Concepts[C] };
};

/** Returns the record that somebody saw at a revision. Errors: there is none, or somebody wrote it since. */
export const recordSeen = <C extends WorkshopConcept>(
  graph: EhiGraph,
  concept: C,
  id: Id,
  expected: Revision,
): Result<Concepts[C], WriteError> => {
  const found = graph[concept].get(id) as Concepts[C] | undefined;
  if (found === undefined) return err({ type: 'EntityNotFound', concept, id });
  if (found.revision !== expected) return err({ type: 'Conflict', concept, id, expected, actual: found.revision });
  return ok(found);
};

/** The record as it is written anew: without the stamps, and without what is `undefined` in `changed`. */
export const rewritten = <C extends ConceptName>(
  before: Concepts[C],
  changed: { readonly [K in keyof RecordDocument<C>]?: RecordDocument<C>[K] | undefined },
): RecordDocument<C> => {
  const { revision: _revision, createdAt: _createdAt, updatedAt: _updatedAt, ...rest } = before as Concepts['Workshop'];
  return withoutAbsent({ ...rest, ...changed }) as RecordDocument<C>;
};

/** A copy without members that are `undefined`. */
export const withoutAbsent = (members: object): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
