import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Observation)-[:MATCHES]->(:Evidence)`, owned by the first. Index: the unique keys of both ends. */
export const matchesEvidenceLink: LinkQueries = {
  create: writeQuery(
    'link-matches-evidence',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})
      MATCH (b:Evidence {id: row.target})
      CREATE (a)-[r:MATCHES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-matches-evidence',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})-[r:MATCHES]->(b:Evidence {id: row.target})
      DELETE r`,
  ),
};
