import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:AccessChannel)-[:SERVED_BY]->(:System)`, owned by the first. Index: the unique keys of both ends. */
export const servedByLink: LinkQueries = {
  create: writeQuery(
    'link-served-by',
    cypher`
      UNWIND $rows AS row
      MATCH (a:AccessChannel {id: row.owner})
      MATCH (b:System {id: row.target})
      CREATE (a)-[r:SERVED_BY]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-served-by',
    cypher`
      UNWIND $rows AS row
      MATCH (a:AccessChannel {id: row.owner})-[r:SERVED_BY]->(b:System {id: row.target})
      DELETE r`,
  ),
};
