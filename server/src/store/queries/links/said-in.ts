import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:WorkshopItem)-[:SAID_IN]->(:Workshop)`, owned by the first. Index: the unique keys of both ends. */
export const saidInLink: LinkQueries = {
  create: writeQuery(
    'link-said-in',
    cypher`
      UNWIND $rows AS row
      MATCH (a:WorkshopItem {id: row.owner})
      MATCH (b:Workshop {id: row.target})
      CREATE (a)-[r:SAID_IN]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-said-in',
    cypher`
      UNWIND $rows AS row
      MATCH (a:WorkshopItem {id: row.owner})-[r:SAID_IN]->(b:Workshop {id: row.target})
      DELETE r`,
  ),
};
