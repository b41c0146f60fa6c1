import { cypher, writeQuery } from './cypher-query.ts';

/** Moves the root node to a new last revision. Index: the unique key `Inventory(id)`. */
export const moveHead = writeQuery<{ readonly revision: number; readonly headHash: string }>(
  'move-head',
  cypher`
    MATCH (i:Inventory {id: 'inventory'})
    SET i.revision = $revision, i.headHash = $headHash`,
);
