import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Restriction)-[:LIMITS]->(:DataClass)`, owned by the first. Index: the unique keys of both ends. */
export const limitsLink: LinkQueries = {
  create: writeQuery(
    'link-limits',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Restriction {id: row.owner})
      MATCH (b:DataClass {id: row.target})
      CREATE (a)-[r:LIMITS]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-limits',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Restriction {id: row.owner})-[r:LIMITS]->(b:DataClass {id: row.target})
      DELETE r`,
  ),
};
