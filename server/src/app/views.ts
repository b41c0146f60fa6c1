import type { Catalogues } from '../domain/catalogue/index.ts';
import { hideNames } from '../domain/hidden/hide-names.ts';
import type { Change } from '../domain/model/change.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import { once, oncePer } from '../domain/once.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { createTraceIndex } from '../domain/trace/index.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';
import type { CurrentGraph, GraphAtRevision } from './current-graph.ts';
import { graphAt } from './graph-at.ts';
import { integrationKindsOf } from './integration-kinds.ts';
import { createKept } from './kept.ts';
import { letOthersRun } from './let-others-run.ts';
import { scenarioGraph, type ScenarioRefused } from './scenario-graph.ts';
import { createTurns } from './turns.ts';

/**
 * What is looked at instead of the inventory as it is now. `at`: the revision at which it stood. `scenario`: with the changes of a scenario. `hideNames`: without
 * what could name a real place or person. Each is made on top of the one before.
 */
export interface ViewRequest {
  readonly at?: Revision;
  readonly scenario?: Id;
  readonly hideNames?: boolean;
}

/** The inventory has no such revision (yet). */
export interface ViewNotThere {
  readonly type: 'ViewNotThere';
  readonly asked: Revision;
  readonly newest: Revision;
}

/** Something was to be written while a view was looked at. Nothing was written. */
export interface ViewIsReadOnly {
  readonly type: 'ViewIsReadOnly';
}

/** A view of the inventory: what is asked of it is asked of `seen`, and nothing can be written. */
export interface View {
  readonly seen: GraphAtRevision;
  /** The same view of the inventory at an earlier revision. */
  readonly earlier: (revision: Revision) => Promise<Result<EhiGraph, StoreUnavailable>>;
  /** How an entry of the log is told. */
  readonly shown: (change: Change) => Change;
  readonly namesHidden: boolean;
}

/** Why a view cannot be opened. */
export type ViewRefused = ViewNotThere | ScenarioRefused | StoreUnavailable;

/** Opens a view; the same object for the same view, as long as it is kept. */
export type OpenView = (request: ViewRequest) => Promise<Result<View, ViewRefused>>;

export interface ViewsDeps {
  readonly store: Pick<GraphStore, 'changes' | 'revision'>;
  readonly currentGraph: CurrentGraph;
  readonly catalogues: Catalogues;
  readonly now: () => Instant;
}

/** How many views are kept, and how many earlier inventories they stand on: the questions of one screen come together, those of two people in turns. */
export const viewsKept = 4;

/**
 * Returns what opens views of the inventory. A view is made once and kept while it is asked for; however many are asked for at once, one is made at a
 * time, and others are served between the steps. One at a revision is told from that of a restored database by the hash of its log entry.
 */
export const createViews = ({ store, currentGraph, catalogues, now }: ViewsDeps): OpenView => {
  const inTurn = createTurns();
  const frozen = createKept<GraphAtRevision, StoreUnavailable>(viewsKept);
  const views = createKept<View, ScenarioRefused>(viewsKept);
  const kinds = integrationKindsOf(catalogues);

  const readAt = async (at: Revision): Promise<Result<GraphAtRevision, ViewNotThere | StoreUnavailable>> => {
    const entries = await store.changes(at - 1, 1);
    if (!entries.ok) return entries;
    const [entry] = entries.value;
    if (entry === undefined) {
      const newest = await store.revision();
      return newest.ok ? err({ type: 'ViewNotThere', asked: at, newest: newest.value }) : newest;
    }
    return frozen.get(`${at} ${entry.hash}`, () =>
      inTurn('frozen', async () => {
        const current = await currentGraph.get();
        if (!current.ok) return current;
        const graph = await graphAt(store, current.value.graph, at);
        await letOthersRun();
        return graph.ok ? ok(indexed(graph.value, kinds)) : graph;
      }),
    );
  };

  const make = async (
    base: GraphAtRevision,
    { scenario, hideNames: isHidden }: ViewRequest,
  ): Promise<Result<View, ScenarioRefused>> => {
    const supposed =
      scenario === undefined ? ok(base.graph) : scenarioGraph(base.graph, scenario, { catalogues, now: now() });
    if (!supposed.ok) return isHidden === true ? err(withoutWords(supposed.error)) : supposed;
    const seen = supposed.value === base.graph ? base : indexed(supposed.value, kinds);
    const earlier = (revision: Revision) => graphAt(store, base.graph, revision);
    if (isHidden !== true) return ok({ seen, earlier, shown: (change) => change, namesHidden: false });
    await letOthersRun();
    const hidden = hideNames(seen.graph, catalogues);
    await letOthersRun();
    return ok({
      seen: indexed(hidden.graph, kinds),
      earlier: async (revision) => {
        const before = await earlier(revision);
        return before.ok ? ok(hidden.earlier(before.value)) : before;
      },
      shown: hidden.change,
      namesHidden: true,
    });
  };

  return async (request) => {
    const base = await (request.at === undefined ? currentGraph.get() : readAt(request.at));
    if (!base.ok) return base;
    const { scenario = '', hideNames: isHidden = false } = request;
    // What is down is down for a day.
    const day = scenario === '' ? '' : now().slice(0, 10);
    const key = JSON.stringify([numberOf(base.value.graph), scenario, day, isHidden]);
    return views.get(key, () => inTurn('view', () => make(base.value, request)));
  };
};

/** Why a scenario is refused, without what may name something. */
const withoutWords = (refused: ScenarioRefused): ScenarioRefused =>
  refused.type === 'ScenarioDoesNotFit' ? { type: refused.type, count: refused.count } : refused;

let graphs = 0;
/** A number for each inventory that a view was made of: a view is of that one and no other. */
const numberOf = oncePer((_graph: EhiGraph): number => (graphs += 1));

const indexed = (graph: EhiGraph, kinds: ReadonlySet<string>): GraphAtRevision => {
  const index = once(() => createTraceIndex(graph, kinds));
  return {
    graph,
    get index() {
      return index();
    },
  };
};
