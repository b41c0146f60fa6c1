import type { Change } from '../../domain/model/change.ts';
import type { Concepts } from '../../domain/model/concepts.ts';
import type { EhiGraph } from '../../domain/model/ehi-graph.ts';
import { err, ok } from '../../domain/result.ts';
import type { GraphStore } from '../port.ts';
import { listIn } from './list-in.ts';
import { searchGraph } from './search-graph.ts';

/** What a view is read from. `log` is the store whose history led to it; `shown` is how an entry of it is told in this view. */
export interface ViewStoreOptions {
  readonly graph: EhiGraph;
  readonly log: Pick<GraphStore, 'kind' | 'changes' | 'history'>;
  readonly shown?: (change: Change) => Change;
}

/**
 * Returns a store over an inventory in memory, for reading: it lists, sorts, pages and searches as a database does, and its log ends at the
 * inventory's revision. A commit is refused; to migrate and to close it does nothing.
 */
export const createViewStore = ({ graph, log, shown = (change) => change }: ViewStoreOptions): GraphStore => ({
  kind: log.kind,
  migrate: async () => ok(undefined),
  revision: async () => ok(graph.revision),
  snapshot: async () => ok(graph),
  changes: async (after, limit) => {
    const entries = await log.changes(after, Math.min(limit, Math.max(graph.revision - Math.max(after, 0), 0)));
    return entries.ok ? ok(entries.value.map(shown)) : entries;
  },
  history: async (concept, id, limit, before = Number.MAX_SAFE_INTEGER) => {
    const entries = await log.history(concept, id, limit, Math.min(before, graph.revision + 1));
    return entries.ok ? ok(entries.value.map(shown)) : entries;
  },
  get: async (concept, ids) => ok(ids.map((id) => graph[concept].get(id) as Concepts[typeof concept] | undefined)),
  list: async (request) => ok(listIn(graph, request)),
  search: async (text, concepts, limit) => ok(searchGraph(graph, { text, concepts, limit })),
  commit: async () =>
    err({ type: 'StoreUnavailable', message: 'This is a view of the inventory, for reading. Nothing was written.' }),
  close: async () => undefined,
});
