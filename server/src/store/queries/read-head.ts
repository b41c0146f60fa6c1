import { cypher, readQuery } from './cypher-query.ts';

/** Where the log ends: the last revision and its entry's hash. */
export interface HeadRow {
  readonly revision: number;
  readonly headHash: string;
}

/** One row; none before the first migration. Index: the unique key `Inventory(id)`. */
export const readHead = readQuery<Record<never, never>, HeadRow>(
  'read-head',
  cypher`
    MATCH (i:Inventory {id: 'inventory'})
    RETURN i.revision AS revision, i.headHash AS headHash
    ORDER BY i.id`,
);
