import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Observation)-[:MATCHES]->(:WorkshopItem)`, owned by the first. Index: the unique keys of both ends. */
export const matchesWorkshopItemLink: LinkQueries = {
  create: writeQuery(
    'link-matches-workshop-item',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})
      MATCH (b:WorkshopItem {id: row.target})
      CREATE (a)-[r:MATCHES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-matches-workshop-item',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Observation {id: row.owner})-[r:MATCHES]->(b:WorkshopItem {id: row.target})
      DELETE r`,
  ),
};
