import type { InventoryDocument } from '../domain/inventory/inventory-documents.ts';
import { conceptNames, type ConceptName, type Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id } from '../domain/model/entity.ts';
import { newId } from '../importers/new-id.ts';
import { plannedWrite } from '../importers/planned-write.ts';
import type { Write } from '../store/port.ts';

/** An inventory with changes that are not written yet. Each change sees those before it; `writes` gives one write for each thing. */
export interface InventoryDraft {
  readonly get: <C extends ConceptName>(concept: C, id: Id) => InventoryDocument<C> | undefined;
  /** Puts a document in place of what is there (mutates the draft). */
  readonly put: <C extends ConceptName>(concept: C, document: InventoryDocument<C>) => void;
  /** An id for a name that neither the inventory nor the draft has. */
  readonly newId: (concept: ConceptName, name: string) => Id;
  /** In an order in which references point back; what is as it was is left out. */
  readonly writes: () => readonly Write[];
  /** What the draft made that the inventory did not have. */
  readonly created: () => readonly { readonly concept: ConceptName; readonly id: Id; readonly name: string }[];
}

/** Returns an empty draft over an inventory. */
export const createDraft = (graph: EhiGraph): InventoryDraft => {
  const put = new Map<string, { readonly concept: ConceptName; readonly document: InventoryDocument<ConceptName> }>();
  const keyOf = (concept: ConceptName, id: Id): string => `${concept} ${id}`;
  const taken = new Map<ConceptName, Map<Id, unknown>>();
  const takenOf = (concept: ConceptName): Map<Id, unknown> => {
    const known = taken.get(concept) ?? new Map<Id, unknown>(graph[concept]);
    taken.set(concept, known);
    return known;
  };
  return {
    get: <C extends ConceptName>(concept: C, id: Id): InventoryDocument<C> | undefined => {
      const drafted = put.get(keyOf(concept, id));
      if (drafted !== undefined) return drafted.document as InventoryDocument<C>;
      const stored = graph[concept].get(id) as Concepts[C] | undefined;
      if (stored === undefined) return undefined;
      const { revision: _r, createdAt: _c, updatedAt: _u, ...document } = stored;
      return document;
    },
    put: (concept, document) => {
      put.set(keyOf(concept, document.id), { concept, document });
      takenOf(concept).set(document.id, true);
    },
    newId: (concept, name) => newId(name, takenOf(concept)),
    writes: () =>
      [...put.values()]
        .toSorted((a, b) => conceptNames.indexOf(a.concept) - conceptNames.indexOf(b.concept))
        .flatMap(({ concept, document }) => plannedWrite(graph, concept, document)),
    created: () =>
      [...put.values()]
        .filter(({ concept, document }) => !graph[concept].has(document.id))
        .map(({ concept, document }) => ({ concept, id: document.id, name: document.name })),
  };
};
