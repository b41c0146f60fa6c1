import type { ConceptName, Concepts } from '../model/concepts.ts';

/** An entity as it is written: a whole document without the stamps only a store may set. */
export type InventoryDocument<C extends ConceptName> = Omit<Concepts[C], 'revision' | 'createdAt' | 'updatedAt'>;

/** The documents of an inventory by concept; within a concept in the order they were read. */
export type InventoryDocuments = { readonly [C in ConceptName]: readonly InventoryDocument<C>[] };

/** What `inventory.yaml` says about the folder. `source` is the default source of every fact in it. */
export interface InventoryManifest {
  readonly name: string;
  readonly description?: string;
  readonly source: string;
}

/** A kind of requester that the reference catalogue knows, so that no inventory has to list it. */
export interface ReferenceAudience {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

/** The `source` of documents taken from the reference catalogues. */
export const catalogueSource = 'catalogue';
