import { cypher, writeQuery } from './cypher-query.ts';

/** Makes the root node at revision 0, once. Index: the unique key `Inventory(id)`. */
export const createInventory = writeQuery<{ readonly headHash: string }>(
  'create-inventory',
  cypher`
    MERGE (i:Inventory {id: 'inventory'})
    ON CREATE SET i.revision = 0, i.headHash = $headHash, i.lock = ''`,
);
