import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Observation)-[:MATCHES]->(:Restriction)`, owned by the first. Index: the unique keys of both ends. */
export const matchesRestrictionLink: LinkQueries = {
  create: writeQuery(
    'link-matches-restriction',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})
      MATCH (b:Restriction {id: row.target})
      CREATE (a)-[r:MATCHES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-matches-restriction',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})-[r:MATCHES]->(b:Restriction {id: row.target})
      DELETE r`,
  ),
};
