import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Flow)-[:CARRIES]->(:DataClass)`, owned by the first. Index: the unique keys of both ends. */
export const carriesLink: LinkQueries = {
  create: writeQuery(
    'link-carries',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Flow {id: row.owner})
      MATCH (b:DataClass {id: row.target})
      CREATE (a)-[r:CARRIES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-carries',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Flow {id: row.owner})-[r:CARRIES]->(b:DataClass {id: row.target})
      DELETE r`,
  ),
};
