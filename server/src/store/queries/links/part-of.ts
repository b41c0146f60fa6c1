import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:DataClass)-[:PART_OF]->(:DataClass)`, owned by the first. Index: the unique keys of both ends. */
export const partOfLink: LinkQueries = {
  create: writeQuery(
    'link-part-of',
    cypher`
      UNWIND $rows AS row
      MATCH (a:DataClass {id: row.owner})
      MATCH (b:DataClass {id: row.target})
      CREATE (a)-[r:PART_OF]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-part-of',
    cypher`
      UNWIND $rows AS row
      MATCH (a:DataClass {id: row.owner})-[r:PART_OF]->(b:DataClass {id: row.target})
      DELETE r`,
  ),
};
