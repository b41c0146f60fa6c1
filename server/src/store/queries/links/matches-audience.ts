import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Observation)-[:MATCHES]->(:Audience)`, owned by the first. Index: the unique keys of both ends. */
export const matchesAudienceLink: LinkQueries = {
  create: writeQuery(
    'link-matches-audience',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})
      MATCH (b:Audience {id: row.target})
      CREATE (a)-[r:MATCHES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-matches-audience',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})-[r:MATCHES]->(b:Audience {id: row.target})
      DELETE r`,
  ),
};
