import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:System)-[:HOLDS]->(:DataClass)`, owned by the first. Index: the unique keys of both ends. */
export const holdsLink: LinkQueries = {
  create: writeQuery(
    'link-holds',
    cypher`
      UNWIND $rows AS row
      MATCH (a:System {id: row.owner})
      MATCH (b:DataClass {id: row.target})
      CREATE (a)-[r:HOLDS]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-holds',
    cypher`
      UNWIND $rows AS row
      MATCH (a:System {id: row.owner})-[r:HOLDS]->(b:DataClass {id: row.target})
      DELETE r`,
  ),
};
