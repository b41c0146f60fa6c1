import type { Catalogues } from '../domain/catalogue/index.ts';
import { findingsDifference, type FindingsDifference } from '../domain/findings/index.ts';
import { isCalendarDate, type CalendarDate, type Instant, type Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { createTraceIndex, type TraceIndex } from '../domain/trace/index.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';
import { findingsOf } from './findings-of.ts';
import { graphAt, revisionBefore } from './graph-at.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { integrationKindsOf } from './integration-kinds.ts';

/** Which days are compared: the inventory of `index` as of `asOf`, with the one that stood at the beginning of `since`. */
export interface FindingChangesQuestion {
  readonly index: TraceIndex;
  readonly since: CalendarDate;
  readonly asOf: CalendarDate;
}

/** How the findings differ, and which revision stood at the beginning of the earlier day; 0 for the empty inventory, which was never recorded. */
export interface FindingChanges extends FindingsDifference {
  readonly since: CalendarDate;
  readonly asOf: CalendarDate;
  readonly sinceRevision: Revision;
  readonly sinceRecordedAt?: Instant;
  readonly revision: Revision;
  /** The inventory as it was: what those that are gone were found in. */
  readonly earlier: TraceIndex;
}

/** The use case that says what changed since a day. */
export type FindingChangesOf = (
  question: FindingChangesQuestion,
) => Promise<Result<FindingChanges, InputInvalid | StoreUnavailable>>;

/** The inventory as it stood, with when that revision was recorded. */
interface Stood {
  readonly index: TraceIndex;
  readonly recordedAt?: Instant;
}

/** How many earlier inventories are kept for one revision: a page turns to the same one again. */
const momentsKept = 3;

/**
 * Returns the use case. The earlier inventory is read off the change log, and what a person would have been told at the beginning of that day (UTC) is
 * worked out anew by the rules of today. Errors: a date that is none, or lies after the day asked about; the store is not available.
 */
export const createFindingChanges = (deps: {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
}): FindingChangesOf => {
  const { store, catalogues } = deps;
  const stood = new WeakMap<TraceIndex, Map<CalendarDate, Promise<Result<Stood, StoreUnavailable>>>>();

  const readStood = async (index: TraceIndex, since: CalendarDate): Promise<Result<Stood, StoreUnavailable>> => {
    const then = await revisionBefore(store, index.graph.revision, `${since}T00:00:00.000Z`);
    if (!then.ok) return then;
    const { revision, at } = then.value;
    const graph = await graphAt(store, index.graph, revision);
    if (!graph.ok) return graph;
    const told = at === undefined ? {} : { recordedAt: at };
    if (graph.value === index.graph) return ok({ index, ...told });
    return ok({ index: createTraceIndex(graph.value, integrationKindsOf(catalogues)), ...told });
  };

  const stoodAt = async (index: TraceIndex, since: CalendarDate): Promise<Result<Stood, StoreUnavailable>> => {
    const known = stood.get(index) ?? new Map<CalendarDate, Promise<Result<Stood, StoreUnavailable>>>();
    stood.set(index, known);
    const reading = known.get(since) ?? readStood(index, since);
    const [oldest] = known.keys();
    if (!known.has(since) && known.size >= momentsKept && oldest !== undefined) known.delete(oldest);
    known.set(since, reading);
    const read = await reading;
    // What failed is tried again by the next who asks.
    if (!read.ok) known.delete(since);
    return read;
  };

  return async ({ index, since, asOf }) => {
    for (const [field, day] of [
      ['since', since],
      ['asOf', asOf],
    ] as const)
      if (!isCalendarDate(day)) return err(inputInvalid(field, `"${day}" is not a day. Write it like 2026-11-21.`));
    if (since > asOf)
      return err(inputInvalid('since', `${since} lies after ${asOf}, the day asked about. Name an earlier day.`));
    const before = await stoodAt(index, since);
    if (!before.ok) return before;
    const earlier = before.value.index;
    const difference = findingsDifference(
      { findings: findingsOf(earlier, catalogues, since), reviews: earlier.graph.FindingReview },
      { findings: findingsOf(index, catalogues, asOf), reviews: index.graph.FindingReview },
    );
    return ok({
      ...difference,
      since,
      asOf,
      sinceRevision: earlier.graph.revision,
      ...(before.value.recordedAt === undefined ? {} : { sinceRecordedAt: before.value.recordedAt }),
      revision: index.graph.revision,
      earlier,
    });
  };
};

/** What changed, in one sentence. */
export const describeFindingChanges = ({ since, sinceRevision, revision, ...lists }: FindingChanges): string => {
  const { appeared, gone, reviewed } = lists;
  const stood = sinceRevision === 0 ? 'nothing was recorded yet' : `the inventory stood at revision ${sinceRevision}`;
  return `Since ${since}, when ${stood} (now ${revision}): ${appeared.length} appeared, ${gone.length} gone, ${reviewed.length} reviewed anew.`;
};
