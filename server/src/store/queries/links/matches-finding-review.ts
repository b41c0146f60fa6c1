import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Observation)-[:MATCHES]->(:FindingReview)`, owned by the first. Index: the unique keys of both ends. */
export const matchesFindingReviewLink: LinkQueries = {
  create: writeQuery(
    'link-matches-finding-review',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})
      MATCH (b:FindingReview {id: row.target})
      CREATE (a)-[r:MATCHES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-matches-finding-review',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})-[r:MATCHES]->(b:FindingReview {id: row.target})
      DELETE r`,
  ),
};
