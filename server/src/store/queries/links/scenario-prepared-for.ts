import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Scenario)-[:PREPARED_FOR]->(:Workshop)`, owned by the first. Index: the unique keys of both ends. */
export const scenarioPreparedForLink: LinkQueries = {
  create: writeQuery(
    'link-scenario-prepared-for',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Scenario {id: row.owner})
      MATCH (b:Workshop {id: row.target})
      CREATE (a)-[r:PREPARED_FOR]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-scenario-prepared-for',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Scenario {id: row.owner})-[r:PREPARED_FOR]->(b:Workshop {id: row.target})
      DELETE r`,
  ),
};
