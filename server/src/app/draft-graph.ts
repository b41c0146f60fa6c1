import type { InventoryDocument } from '../domain/inventory/inventory-documents.ts';
import type { ConceptName } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id } from '../domain/model/entity.ts';

/** An inventory with documents put in place that are not written yet. */
export interface DraftGraph {
  /** The inventory as it would be, at each moment; a thing keeps the revision it has in the store, 0 for one that is new. */
  readonly graph: EhiGraph;
  /** Puts a document in place of what is there (mutates the draft). */
  readonly put: <C extends ConceptName>(concept: C, document: InventoryDocument<C>) => void;
}

/** Returns a draft that says what `graph` says. A concept is copied once, when something is first put there. */
export const draftOver = (graph: EhiGraph): DraftGraph => {
  const draft: Record<string, unknown> = { ...graph };
  const own = new Map<ConceptName, Map<Id, unknown>>();
  return {
    graph: draft as unknown as EhiGraph,
    put: (concept, document) => {
      const stored = graph[concept].get(document.id);
      let entities = own.get(concept);
      if (entities === undefined) {
        entities = new Map<Id, unknown>(graph[concept]);
        own.set(concept, entities);
        draft[concept] = entities;
      }
      const { revision = 0, createdAt = '', updatedAt = '' } = stored ?? {};
      entities.set(document.id, { ...document, revision, createdAt, updatedAt });
    },
  };
};
