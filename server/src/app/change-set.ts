import type { Change } from '../domain/model/change.ts';
import type { ConceptName, Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { CalendarDate, Id, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore, StoreUnavailable, Write } from '../store/port.ts';
import type { EntityPatch } from './build-document.ts';
import type { WritableConcept } from './entity-fields.ts';
import { inputInvalid } from './input-invalid.ts';
import type { WriteError } from './write-entity.ts';

/** One change of a set. `expected` is the revision that was seen before the set, whatever the set itself does to the thing. */
export type SetChange =
  | { readonly kind: 'CREATE'; readonly concept: WritableConcept; readonly id?: Id; readonly patch: EntityPatch }
  | {
      readonly kind: 'UPDATE';
      readonly concept: WritableConcept;
      readonly id: Id;
      readonly expected: Revision;
      readonly patch: EntityPatch;
    }
  | {
      readonly kind: 'END';
      readonly concept: ConceptName;
      readonly id: Id;
      readonly expected: Revision;
      readonly endedOn: CalendarDate;
      readonly reason: string;
    };

/** The log has no entry of this revision. */
export interface RevisionNotFound {
  readonly type: 'RevisionNotFound';
  readonly revision: Revision;
}

/** What can be wrong with one change of a set. */
export type SetProblem = Exclude<WriteError, StoreUnavailable> | RevisionNotFound;

/** A problem with its place in the call, from 0. */
export interface PlacedProblem {
  readonly at: number;
  readonly error: SetProblem;
}

/** A problem as it is told: a conflict with the thing as it is now, and the log entry that stands in the way. */
export interface ChangeSetError extends PlacedProblem {
  readonly current?: { readonly concept: ConceptName; readonly entity: Concepts[ConceptName] };
  readonly lastChange?: Change;
}

/** Nothing of a set was written; every reason that was found, by place. */
export interface ChangeSetRefused {
  readonly type: 'ChangeSetRefused';
  readonly errors: readonly ChangeSetError[];
}

/** What a set came to: its log entries, and the inventory's revision. */
export interface ChangeSetWritten {
  readonly changes: readonly Change[];
  readonly revision: Revision;
}

export type ChangeSetResult = Result<ChangeSetWritten, ChangeSetRefused | StoreUnavailable>;

/** As many changes, or revisions, as one call takes. */
export const mostInSet = 500;

/** Returns the refusal of a call that has none or too many, `undefined` otherwise. */
export const checkSetSize = (field: string, count: number): ChangeSetRefused | undefined => {
  if (count >= 1 && count <= mostInSet) return undefined;
  const message =
    count === 0
      ? `There is nothing in ${field}. Give 1 to ${mostInSet}.`
      : `There are ${count} in ${field}; one call takes at most ${mostInSet}. Make several calls.`;
  return {
    type: 'ChangeSetRefused',
    errors: [{ at: Math.min(count, mostInSet), error: inputInvalid(field, message) }],
  };
};

/** What a set would write, each write with its place in the call; or why not. */
export interface SetPlan {
  readonly writes: readonly { readonly at: number; readonly write: Write }[];
  readonly problems: readonly PlacedProblem[];
}

/** How often it plans again because somebody wrote in between: then the new plan says what that means. */
const attempts = 3;

/**
 * Plans and commits a set in one transaction: all of it or nothing. When somebody writes between the two, it plans again on what is
 * there then. Errors: `ChangeSetRefused` with every problem, `StoreUnavailable`.
 */
export const commitSet = async (
  store: GraphStore,
  batch: { readonly actor: string; readonly reason?: string },
  plan: () => Promise<Result<{ readonly graph: EhiGraph; readonly plan: SetPlan }, StoreUnavailable>>,
): Promise<ChangeSetResult> => {
  for (let attempt = 1; ; attempt += 1) {
    const planned = await plan();
    if (!planned.ok) return planned;
    const { graph } = planned.value;
    const { writes, problems } = planned.value.plan;
    if (problems.length > 0) return refuse(store, graph, problems);
    const committed = await store.commit({ ...batch, writes: writes.map(({ write }) => write) });
    if (committed.ok) return ok(committed.value);
    const { error } = committed;
    if (error.type === 'StoreUnavailable') return err(error);
    if (attempt < attempts) continue;
    const at = writes.find(({ write }) => write.document.id === error.id)?.at ?? 0;
    return refuse(store, graph, [{ at, error }]);
  }
};

const refuse = async (
  store: GraphStore,
  graph: EhiGraph,
  problems: readonly PlacedProblem[],
): Promise<Result<never, ChangeSetRefused | StoreUnavailable>> => {
  const told = await tellProblems(store, graph, problems);
  return told.ok ? err({ type: 'ChangeSetRefused', errors: told.value }) : told;
};

/** Returns problems as they are told, by place: a conflict with the thing as it is and what wrote it last. */
export const tellProblems = async (
  store: Pick<GraphStore, 'changes'>,
  graph: EhiGraph,
  problems: readonly PlacedProblem[],
): Promise<Result<readonly ChangeSetError[], StoreUnavailable>> => {
  const errors: ChangeSetError[] = [];
  for (const problem of problems.toSorted((a, b) => a.at - b.at)) {
    const { error } = problem;
    if (error.type !== 'Conflict' || error.actual === 0) {
      errors.push(problem);
      continue;
    }
    const found = await store.changes(error.actual - 1, 1);
    if (!found.ok) return found;
    const [lastChange] = found.value;
    const entity = graph[error.concept].get(error.id);
    errors.push({
      ...problem,
      ...(entity === undefined ? {} : { current: { concept: error.concept, entity } }),
      ...(lastChange === undefined ? {} : { lastChange }),
    });
  }
  return ok(errors);
};
