import { cypher, writeQuery } from './cypher-query.ts';

/**
 * Waits until no other transaction writes, then keeps them out: the write takes the root node's lock, which every
 * commit takes first. Statements after it see all that was committed before. Index: the unique key `Inventory(id)`.
 */
export const lockInventory = writeQuery<{ readonly by: string }>(
  'lock-inventory',
  cypher`
    MATCH (i:Inventory {id: 'inventory'})
    SET i.lock = $by`,
);
