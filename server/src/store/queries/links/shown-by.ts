import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:WorkshopItem)-[:SHOWN_BY]->(:Evidence)`, owned by the first. Index: the unique keys of both ends. */
export const shownByLink: LinkQueries = {
  create: writeQuery(
    'link-shown-by',
    cypher`
      UNWIND $rows AS row
      MATCH (a:WorkshopItem {id: row.owner})
      MATCH (b:Evidence {id: row.target})
      CREATE (a)-[r:SHOWN_BY]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-shown-by',
    cypher`
      UNWIND $rows AS row
      MATCH (a:WorkshopItem {id: row.owner})-[r:SHOWN_BY]->(b:Evidence {id: row.target})
      DELETE r`,
  ),
};
