import type { Properties } from './concept-rows.ts';
import { cypher, writeQuery } from './cypher-query.ts';

/** New log entries. Index: none is needed to create; the unique key `Change(revision)` refuses a second entry. */
export const appendChanges = writeQuery<{ readonly rows: readonly Properties[] }>(
  'append-changes',
  cypher`
    UNWIND $rows AS row
    CREATE (c:Change)
    SET c = row`,
);
