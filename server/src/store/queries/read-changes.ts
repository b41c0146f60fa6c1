import type { ChangeRow } from './change-row.ts';
import { cypher, readQuery } from './cypher-query.ts';

/** Log entries after one revision up to another, oldest first. Index: the unique key `Change(revision)`, as a range. */
export const readChanges = readQuery<{ readonly after: number; readonly upTo: number }, ChangeRow>(
  'read-changes',
  cypher`
    MATCH (c:Change)
    WHERE c.revision > $after AND c.revision <= $upTo
    RETURN properties(c) AS change
    ORDER BY c.revision`,
);
