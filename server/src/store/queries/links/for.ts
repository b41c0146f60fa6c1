import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:AccessChannel)-[:FOR]->(:Audience)`, owned by the first. Index: the unique keys of both ends. */
export const forLink: LinkQueries = {
  create: writeQuery(
    'link-for',
    cypher`
      UNWIND $rows AS row
      MATCH (a:AccessChannel {id: row.owner})
      MATCH (b:Audience {id: row.target})
      CREATE (a)-[r:FOR]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-for',
    cypher`
      UNWIND $rows AS row
      MATCH (a:AccessChannel {id: row.owner})-[r:FOR]->(b:Audience {id: row.target})
      DELETE r`,
  ),
};
