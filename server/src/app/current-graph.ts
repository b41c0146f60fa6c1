import { applyChanges } from '../domain/model/apply-changes.ts';
import { emptyGraph, type EhiGraph } from '../domain/model/ehi-graph.ts';
import { ok, type Result } from '../domain/result.ts';
import { createTraceIndex, type TraceIndex } from '../domain/trace/index.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';

/** The inventory at one revision; `index` is made when first asked for, once. */
export interface GraphAtRevision {
  readonly graph: EhiGraph;
  readonly index: TraceIndex;
}

/** The inventory as it is now. */
export interface CurrentGraph {
  /** The graph at the store's revision, or a later one: never one that misses a commit acknowledged before the call. */
  readonly get: () => Promise<Result<GraphAtRevision, StoreUnavailable>>;
}

export interface CurrentGraphDeps {
  readonly store: GraphStore;
  /** Kinds of system that pass EHI on (catalogue `system-kinds`, lane INTEGRATION). */
  readonly integrationKinds: ReadonlySet<string>;
}

/** More log entries than this behind, the whole inventory is read again. */
const longestCatchUp = 5_000;

/**
 * The inventory in memory, kept in step from the change log: each call asks the store for its revision and catches up first.
 * Calls that come while it catches up wait for the same work. Error: the store is not available; then nothing is answered.
 */
export const createCurrentGraph = ({ store, integrationKinds }: CurrentGraphDeps): CurrentGraph => {
  let current: GraphAtRevision | undefined;
  let catchingUp: Promise<Result<void, StoreUnavailable>> | undefined;

  const catchUp = async (): Promise<Result<void, StoreUnavailable>> => {
    const next = await readNext(store, current?.graph);
    if (!next.ok) return next;
    if (next.value !== current?.graph) current = withIndex(next.value, integrationKinds);
    return ok(undefined);
  };

  return {
    get: async () => {
      const known = current;
      const revision = await store.revision();
      if (!revision.ok) return revision;
      // A store that is behind what it said before was restored or replaced: nothing in hand is true of it.
      if (known !== undefined && revision.value < known.graph.revision) current = undefined;
      while (current === undefined || current.graph.revision < revision.value) {
        catchingUp ??= catchUp().finally(() => {
          catchingUp = undefined;
        });
        const caught = await catchingUp;
        if (!caught.ok) return caught;
      }
      return ok(current);
    },
  };
};

/** The graph brought up to date from the log where that is short, read whole otherwise. */
const readNext = async (store: GraphStore, from: EhiGraph | undefined): Promise<Result<EhiGraph, StoreUnavailable>> => {
  if (from === undefined || from.revision === emptyGraph.revision) return store.snapshot();
  const changes = await store.changes(from.revision, longestCatchUp + 1);
  if (!changes.ok) return changes;
  const next = changes.value.length > longestCatchUp ? undefined : applyChanges(from, changes.value);
  return next === undefined ? store.snapshot() : ok(next);
};

const withIndex = (graph: EhiGraph, integrationKinds: ReadonlySet<string>): GraphAtRevision => {
  let index: TraceIndex | undefined;
  return {
    graph,
    get index(): TraceIndex {
      index ??= createTraceIndex(graph, integrationKinds);
      return index;
    },
  };
};
