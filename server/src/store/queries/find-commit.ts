import type { ChangeRow } from './change-row.ts';
import { cypher, readQuery } from './cypher-query.ts';

/**
 * The entries one commit wrote after a revision, oldest first: how a repeated attempt learns that the first one
 * succeeded although its answer was lost. Index: the unique key `Change(revision)`, as a range.
 */
export const findCommit = readQuery<{ readonly commitId: string; readonly after: number }, ChangeRow>(
  'find-commit',
  cypher`
    MATCH (c:Change)
    WHERE c.revision > $after AND c.commitId = $commitId
    RETURN properties(c) AS change
    ORDER BY c.revision`,
);
