import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Flow)-[:DELIVERS_TO]->(:System)`, owned by the first. Index: the unique keys of both ends. */
export const deliversToLink: LinkQueries = {
  create: writeQuery(
    'link-delivers-to',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Flow {id: row.owner})
      MATCH (b:System {id: row.target})
      CREATE (a)-[r:DELIVERS_TO]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-delivers-to',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Flow {id: row.owner})-[r:DELIVERS_TO]->(b:System {id: row.target})
      DELETE r`,
  ),
};
