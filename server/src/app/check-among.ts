import type { Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { EntityDocument } from './build-document.ts';
import { checkReliedOn } from './check-closed-claim.ts';
import { checkDataClassTree } from './check-document.ts';
import type { WritableConcept } from './entity-fields.ts';
import type { InputInvalid } from './input-invalid.ts';

/** Whether a write has to be looked at among all the others: a data class in its tree, a document that claims rest on. */
export const bearsOnOthers = (concept: WritableConcept, before: Concepts[WritableConcept] | undefined): boolean =>
  concept === 'DataClass' || (concept === 'Evidence' && before !== undefined);

/** Returns what is wrong with a document among the others of the inventory, or `undefined`. Pure. */
export const checkAmong = (
  concept: WritableConcept,
  document: EntityDocument<WritableConcept>,
  before: Concepts[WritableConcept] | undefined,
  graph: EhiGraph,
): InputInvalid | undefined => {
  if (concept === 'DataClass') return checkDataClassTree(document as EntityDocument<'DataClass'>, graph);
  return concept === 'Evidence' && before !== undefined ? checkReliedOn(before, document, graph) : undefined;
};
