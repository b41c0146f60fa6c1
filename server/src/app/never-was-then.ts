import { entityReferences, type EntityReference } from '../domain/inventory/entity-references.ts';
import type { Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { neverWas, type Lifespan, type Revision } from '../domain/model/entity.ts';
import { ok, type Result } from '../domain/result.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';
import type { PlacedEntry } from './plan-take-back.ts';

/** A thing as it was named at a revision. */
export const namedThen = ({ concept, id }: EntityReference, at: Revision): string => `${concept} ${id} ${at}`;

/**
 * Of the things that what comes back names: those that held on no day already when it was written (`namedThen`). They are as they were, whatever
 * was written of them since; others that hold on no day now were taken back.
 */
export const neverWasThen = async (
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
