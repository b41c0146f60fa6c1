import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Observation)-[:MATCHES]->(:Walkthrough)`, owned by the first. Index: the unique keys of both ends. */
export const matchesWalkthroughLink: LinkQueries = {
  create: writeQuery(
    'link-matches-walkthrough',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})
      MATCH (b:Walkthrough {id: row.target})
      CREATE (a)-[r:MATCHES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-matches-walkthrough',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})-[r:MATCHES]->(b:Walkthrough {id: row.target})
      DELETE r`,
  ),
};
