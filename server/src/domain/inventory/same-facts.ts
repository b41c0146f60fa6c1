import type { ConceptName } from '../model/concepts.ts';
import { documentToEntry } from './concept-codecs.ts';
import type { InventoryDocument } from './inventory-documents.ts';

/**
 * Returns whether two documents of a concept state the same facts: everything a file would hold is equal; the server's
 * stamps and the order of class links do not count. Pure and total.
 */
export const sameFacts = <C extends ConceptName>(
  concept: C,
  a: InventoryDocument<C>,
  b: InventoryDocument<C>,
): boolean => factsText(concept, a) === factsText(concept, b);

// The codecs write keys in a fixed order, so equal facts have equal texts.
const factsText = <C extends ConceptName>(concept: C, document: InventoryDocument<C>): string =>
  JSON.stringify(documentToEntry(concept, document, { source: '', recordedAt: '' }));
