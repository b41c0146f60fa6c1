import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Observation)-[:MATCHES]->(:AccessChannel)`, owned by the first. Index: the unique keys of both ends. */
export const matchesAccessChannelLink: LinkQueries = {
  create: writeQuery(
    'link-matches-access-channel',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})
      MATCH (b:AccessChannel {id: row.target})
      CREATE (a)-[r:MATCHES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-matches-access-channel',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})-[r:MATCHES]->(b:AccessChannel {id: row.target})
      DELETE r`,
  ),
};
