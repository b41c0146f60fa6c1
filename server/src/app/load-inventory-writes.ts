import { sameFacts } from '../domain/inventory/same-facts.ts';
import type { InventoryDocument, InventoryDocuments } from '../domain/inventory/inventory-documents.ts';
import { conceptNames, type ConceptName, type Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id } from '../domain/model/entity.ts';
import type { Write } from '../store/port.ts';

/**
 * Returns the writes that bring an inventory to what the documents state, in an order in which references point back.
 * A document that states what is already there is no write. Each write expects what `existing` has, so that an edit made
 * since is a `Conflict` and never overwritten. Pure.
 */
export const inventoryWrites = (documents: InventoryDocuments, existing: EhiGraph): readonly Write[] =>
  conceptNames.flatMap((concept) => conceptWrites(concept, documents[concept], existing));

const conceptWrites = <C extends ConceptName>(
  concept: C,
  documents: readonly InventoryDocument<C>[],
  existing: EhiGraph,
): readonly Write[] => {
  const byId = existing[concept] as unknown as ReadonlyMap<Id, Concepts[C]>;
  return documents.flatMap((document): readonly Write[] => {
    const before = byId.get(document.id);
    if (before !== undefined && sameFacts(concept, before, document)) return [];
    const ends = before !== undefined && before.endedOn === undefined && document.endedOn !== undefined;
    const action = before === undefined ? 'CREATE' : ends ? 'END' : 'UPDATE';
    // TypeScript does not see that concept and document vary together here.
    return [{ concept, document, action, expected: before?.revision ?? 0 } as unknown as Write];
  });
};
