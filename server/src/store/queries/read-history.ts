import type { ChangeRow } from './change-row.ts';
import { cypher, readQuery } from './cypher-query.ts';

/** Log entries of one entity before a revision, newest first. Index: `Change(entity)`. */
export const readHistory = readQuery<
  { readonly concept: string; readonly id: string; readonly before: number; readonly limit: number },
  ChangeRow
>(
  'read-history',
  cypher`
    MATCH (c:Change)
    WHERE c.entity = $id AND c.concept = $concept AND c.revision < $before
    RETURN properties(c) AS change
    ORDER BY c.revision DESC
    LIMIT $limit`,
);
