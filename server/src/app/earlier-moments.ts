import type { Catalogues } from '../domain/catalogue/index.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { CalendarDate, Instant, Revision } from '../domain/model/entity.ts';
import { ok, type Result } from '../domain/result.ts';
import { createTraceIndex, type TraceIndex } from '../domain/trace/index.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';
import { findingsOf } from './findings-of.ts';
import { graphAt, revisionBefore } from './graph-at.ts';
import { integrationKindsOf } from './integration-kinds.ts';
import { letOthersRun } from './let-others-run.ts';
import { createTurns } from './turns.ts';

/** An inventory as it stood, with when that revision was recorded; the empty one was never recorded. */
export interface Moment {
  readonly index: TraceIndex;
  readonly recordedAt?: Instant;
}

/** The inventory as it stood at the beginning of a day (UTC), seen from a later one. */
export type MomentAt = (index: TraceIndex, since: CalendarDate) => Promise<Result<Moment, StoreUnavailable>>;

/** How many earlier inventories are kept for one revision, the one that is made included: a page turns to the same one again. */
export const momentsKept = 3;

/** Where earlier inventories are read from. `earlier` gives the one of a revision; when absent, the one asked from is taken back along the log. */
export interface MomentsDeps {
  readonly store: Pick<GraphStore, 'changes'>;
  readonly catalogues: Catalogues;
  readonly earlier?: (revision: Revision) => Promise<Result<EhiGraph, StoreUnavailable>>;
}

/**
 * Returns what reads earlier inventories off the change log, with what is found in them. However many are asked for at once, one is made at a
 * time, and others are served between the steps. Error: the store is not available; what failed is tried again by the next who asks.
 */
export const createMoments = ({ store, catalogues, earlier: read }: MomentsDeps): MomentAt => {
  const inTurn = createTurns();
  const keptBy = new WeakMap<TraceIndex, Map<CalendarDate, Moment>>();
  const comingBy = new WeakMap<TraceIndex, Map<CalendarDate, Promise<Result<Moment, StoreUnavailable>>>>();

  const back = (index: TraceIndex) => (revision: Revision) => graphAt(store, index.graph, revision);

  const make = async (index: TraceIndex, since: CalendarDate): Promise<Result<Moment, StoreUnavailable>> => {
    const then = await revisionBefore(store, index.graph.revision, `${since}T00:00:00.000Z`);
    if (!then.ok) return then;
    const { revision, at } = then.value;
    const graph = revision === index.graph.revision ? ok(index.graph) : await (read ?? back(index))(revision);
    if (!graph.ok) return graph;
    const told = at === undefined ? {} : { recordedAt: at };
    if (graph.value === index.graph) return ok({ index, ...told });
    await letOthersRun();
    const earlier = createTraceIndex(graph.value, integrationKindsOf(catalogues));
    await letOthersRun();
    findingsOf(earlier, catalogues, since);
    return ok({ index: earlier, ...told });
  };

  return (index, since) => {
    const kept = keptBy.get(index) ?? new Map<CalendarDate, Moment>();
    const coming = comingBy.get(index) ?? new Map<CalendarDate, Promise<Result<Moment, StoreUnavailable>>>();
    keptBy.set(index, kept);
    comingBy.set(index, coming);
    const known = kept.get(since);
    if (known !== undefined) {
      kept.delete(since);
      kept.set(since, known);
      return Promise.resolve(ok(known));
    }
    const making =
      coming.get(since) ??
      inTurn('moment', async () => {
        const [oldest] = kept.keys();
        if (oldest !== undefined && kept.size >= momentsKept) kept.delete(oldest);
        const made = await make(index, since);
        if (made.ok) kept.set(since, made.value);
        return made;
      }).finally(() => coming.delete(since));
    coming.set(since, making);
    return making;
  };
};
