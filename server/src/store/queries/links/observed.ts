import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:ImportRun)-[:OBSERVED]->(:Observation)`, owned by the second. Index: the unique keys of both ends. */
export const observedLink: LinkQueries = {
  create: writeQuery(
    'link-observed',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})
      MATCH (b:ImportRun {id: row.target})
      CREATE (a)<-[r:OBSERVED]-(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-observed',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})<-[r:OBSERVED]-(b:ImportRun {id: row.target})
      DELETE r`,
  ),
};
