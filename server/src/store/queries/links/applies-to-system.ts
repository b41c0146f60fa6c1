import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Restriction)-[:APPLIES_TO]->(:System)`, owned by the first. Index: the unique keys of both ends. */
export const appliesToSystemLink: LinkQueries = {
  create: writeQuery(
    'link-applies-to-system',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Restriction {id: row.owner})
      MATCH (b:System {id: row.target})
      CREATE (a)-[r:APPLIES_TO]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-applies-to-system',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Restriction {id: row.owner})-[r:APPLIES_TO]->(b:System {id: row.target})
      DELETE r`,
  ),
};
