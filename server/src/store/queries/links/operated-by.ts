import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:System)-[:OPERATED_BY]->(:Organization)`, owned by the first. Index: the unique keys of both ends. */
export const operatedByLink: LinkQueries = {
  create: writeQuery(
    'link-operated-by',
    cypher`
      UNWIND $rows AS row
      MATCH (a:System {id: row.owner})
      MATCH (b:Organization {id: row.target})
      CREATE (a)-[r:OPERATED_BY]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-operated-by',
    cypher`
      UNWIND $rows AS row
      MATCH (a:System {id: row.owner})-[r:OPERATED_BY]->(b:Organization {id: row.target})
      DELETE r`,
  ),
};
