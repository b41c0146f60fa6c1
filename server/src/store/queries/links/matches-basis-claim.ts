import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Observation)-[:MATCHES]->(:BasisClaim)`, owned by the first. Index: the unique keys of both ends. */
export const matchesBasisClaimLink: LinkQueries = {
  create: writeQuery(
    'link-matches-basis-claim',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})
      MATCH (b:BasisClaim {id: row.target})
      CREATE (a)-[r:MATCHES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-matches-basis-claim',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})-[r:MATCHES]->(b:BasisClaim {id: row.target})
      DELETE r`,
  ),
};
