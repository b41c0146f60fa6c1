import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Walkthrough)-[:PREPARED_FOR]->(:Workshop)`, owned by the first. Index: the unique keys of both ends. */
export const walkthroughPreparedForLink: LinkQueries = {
  create: writeQuery(
    'link-walkthrough-prepared-for',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Walkthrough {id: row.owner})
      MATCH (b:Workshop {id: row.target})
      CREATE (a)-[r:PREPARED_FOR]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-walkthrough-prepared-for',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Walkthrough {id: row.owner})-[r:PREPARED_FOR]->(b:Workshop {id: row.target})
      DELETE r`,
  ),
};
