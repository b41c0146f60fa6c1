import { applyChanges } from '../domain/model/apply-changes.ts';
import { emptyGraph, type EhiGraph } from '../domain/model/ehi-graph.ts';
import { err, ok, type Result } from '../domain/result.ts';
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

/** How often a call catches up before it takes the store for broken: once is usual, twice when a catch-up was under way. */
const rounds = 5;

/** What is in hand: the graph, and the hash of the log entry it is at, where the log tells it. */
interface Known extends GraphAtRevision {
  readonly headHash: string | undefined;
  /** The newest index that was made, of this revision or one before; none is made for it. */
  readonly lastIndex: () => TraceIndex | undefined;
}

/**
 * The inventory in memory, kept in step from the change log: each call asks the store for its revision and catches up first.
 * Calls that come while it catches up wait for the same work. A store that went back, or whose newer entries do not follow
 * what is in hand, was restored or replaced and is read whole; one replaced by another history of the very same length is
 * noticed at its next change. Error: the store is not available, or says one thing and gives another; then nothing is answered.
 */
export const createCurrentGraph = ({ store, integrationKinds }: CurrentGraphDeps): CurrentGraph => {
  let current: Known | undefined;
  let catchingUp: Promise<Result<void, StoreUnavailable>> | undefined;

  const catchUp = async (): Promise<Result<void, StoreUnavailable>> => {
    const from = current;
    const next = await readNext(store, from);
    if (!next.ok) return next;
    // Found to be of another history meanwhile: what was read on top of it is worth nothing, and the caller asks again.
    if (from === current && next.value.graph !== from?.graph) current = withIndex(next.value, integrationKinds, from);
    return ok(undefined);
  };

  return {
    get: async () => {
      for (let round = 1; round <= rounds; round += 1) {
        const known = current;
        const revision = await store.revision();
        if (!revision.ok) return revision;
        // A store that is behind what it said before was restored or replaced: nothing in hand is true of it.
        if (known !== undefined && known === current && revision.value < known.graph.revision) current = undefined;
        if (current !== undefined && current.graph.revision >= revision.value) return ok(current);
        catchingUp ??= catchUp().finally(() => {
          catchingUp = undefined;
        });
        const caught = await catchingUp;
        if (!caught.ok) return caught;
        if (current !== undefined && current.graph.revision >= revision.value) return ok(current);
      }
      return err({
        type: 'StoreUnavailable',
        message: 'The database names a revision that it does not give. Try again; if it stays so, restore a backup.',
      });
    },
  };
};

type Next = Pick<Known, 'graph' | 'headHash'>;

/** The graph brought up to date from the log where that is short and follows, read whole otherwise. */
const readNext = async (store: GraphStore, from: Next | undefined): Promise<Result<Next, StoreUnavailable>> => {
  if (from === undefined || from.graph.revision === emptyGraph.revision) return readWhole(store);
  const changes = await store.changes(from.graph.revision, longestCatchUp + 1);
  if (!changes.ok) return changes;
  if (changes.value.length > longestCatchUp) return readWhole(store);
  const graph = applyChanges(from.graph, changes.value, from.headHash);
  if (graph === undefined) return readWhole(store);
  return ok({ graph, headHash: changes.value.at(-1)?.hash ?? from.headHash });
};

const readWhole = async (store: GraphStore): Promise<Result<Next, StoreUnavailable>> => {
  const graph = await store.snapshot();
  if (!graph.ok) return graph;
  const { revision } = graph.value;
  const last = revision === emptyGraph.revision ? ok([]) : await store.changes(revision - 1, 1);
  return last.ok ? ok({ graph: graph.value, headHash: last.value[0]?.hash }) : last;
};

const withIndex = ({ graph, headHash }: Next, integrationKinds: ReadonlySet<string>, before?: Known): Known => {
  let index: TraceIndex | undefined;
  let previous = before?.lastIndex();
  return {
    graph,
    headHash,
    get index(): TraceIndex {
      index ??= createTraceIndex(graph, integrationKinds, previous);
      // An index keeps its graph: those of earlier revisions are let go.
      previous = undefined;
      return index;
    },
    lastIndex: () => index ?? previous,
  };
};
