import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:AccessChannel)-[:RELEASES]->(:DataClass)`, owned by the first. Index: the unique keys of both ends. */
export const releasesLink: LinkQueries = {
  create: writeQuery(
    'link-releases',
    cypher`
      UNWIND $rows AS row
      MATCH (a:AccessChannel {id: row.owner})
      MATCH (b:DataClass {id: row.target})
      CREATE (a)-[r:RELEASES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-releases',
    cypher`
      UNWIND $rows AS row
      MATCH (a:AccessChannel {id: row.owner})-[r:RELEASES]->(b:DataClass {id: row.target})
      DELETE r`,
  ),
};
