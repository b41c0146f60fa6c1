import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:System)-[:SENDS]->(:Flow)`, owned by the second. Index: the unique keys of both ends. */
export const sendsLink: LinkQueries = {
  create: writeQuery(
    'link-sends',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Flow {id: row.owner})
      MATCH (b:System {id: row.target})
      CREATE (a)<-[r:SENDS]-(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-sends',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Flow {id: row.owner})<-[r:SENDS]-(b:System {id: row.target})
      DELETE r`,
  ),
};
