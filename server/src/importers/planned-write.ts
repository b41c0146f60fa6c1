import type { InventoryDocument } from '../domain/inventory/inventory-documents.ts';
import { sameFacts } from '../domain/inventory/same-facts.ts';
import { conceptNames, type ConceptName, type Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Write } from '../store/port.ts';

/** Returns an entity as a document that can be written: without the stamps of the store. */
export const toDocument = <C extends ConceptName>(entity: Concepts[C]): InventoryDocument<C> => {
  const { revision: _r, createdAt: _c, updatedAt: _u, ...document } = entity;
  return document;
};

/**
 * Returns the write of a document, `[]` when the inventory already states the same. The write expects the entity as this
 * inventory has it: what somebody changes in the meantime is never overwritten. Pure.
 */
export const plannedWrite = <C extends ConceptName>(
  graph: EhiGraph,
  concept: C,
  document: InventoryDocument<C>,
): readonly Write[] => {
  const before = graph[concept].get(document.id) as Concepts[C] | undefined;
  if (before !== undefined && sameFacts(concept, toDocument<C>(before), document)) return [];
  const action = before === undefined ? 'CREATE' : 'UPDATE';
  // TypeScript does not see that concept and document vary together here.
  return [{ concept, document, action, expected: before?.revision ?? 0 } as unknown as Write];
};

/** Returns writes in an order in which references point back. Pure. */
export const inReferenceOrder = (writes: readonly Write[]): readonly Write[] =>
  writes.toSorted((a, b) => conceptNames.indexOf(a.concept) - conceptNames.indexOf(b.concept));
