import { cypher, readQuery } from './cypher-query.ts';

/** When an entry of the log was written; no row where there is none. Index: the unique key `Change(revision)`. */
export const readTimeOf = readQuery<{ readonly revision: number }, { readonly at: string }>(
  'read-time-of',
  cypher`
    MATCH (c:Change {revision: $revision})
    RETURN c.at AS at
    ORDER BY c.revision`,
);
