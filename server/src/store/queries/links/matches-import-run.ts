import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Observation)-[:MATCHES]->(:ImportRun)`, owned by the first. Index: the unique keys of both ends. */
export const matchesImportRunLink: LinkQueries = {
  create: writeQuery(
    'link-matches-import-run',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})
      MATCH (b:ImportRun {id: row.target})
      CREATE (a)-[r:MATCHES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-matches-import-run',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})-[r:MATCHES]->(b:ImportRun {id: row.target})
      DELETE r`,
  ),
};
