import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:ConditionAnswer)-[:EVIDENCED_BY]->(:Evidence)`, owned by the first. Index: the unique keys of both ends. */
export const evidencedByLink: LinkQueries = {
  create: writeQuery(
    'link-evidenced-by',
    cypher`
      UNWIND $rows AS row
      MATCH (a:ConditionAnswer {id: row.owner})
      MATCH (b:Evidence {id: row.target})
      CREATE (a)-[r:EVIDENCED_BY]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-evidenced-by',
    cypher`
      UNWIND $rows AS row
      MATCH (a:ConditionAnswer {id: row.owner})-[r:EVIDENCED_BY]->(b:Evidence {id: row.target})
      DELETE r`,
  ),
};
