import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Observation)-[:MATCHES]->(:DataClass)`, owned by the first. Index: the unique keys of both ends. */
export const matchesDataClassLink: LinkQueries = {
  create: writeQuery(
    'link-matches-data-class',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})
      MATCH (b:DataClass {id: row.target})
      CREATE (a)-[r:MATCHES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-matches-data-class',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})-[r:MATCHES]->(b:DataClass {id: row.target})
      DELETE r`,
  ),
};
