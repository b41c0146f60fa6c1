import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:BasisClaim)-[:JUSTIFIES]->(:Restriction)`, owned by the first. Index: the unique keys of both ends. */
export const justifiesLink: LinkQueries = {
  create: writeQuery(
    'link-justifies',
    cypher`
      UNWIND $rows AS row
      MATCH (a:BasisClaim {id: row.owner})
      MATCH (b:Restriction {id: row.target})
      CREATE (a)-[r:JUSTIFIES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-justifies',
    cypher`
      UNWIND $rows AS row
      MATCH (a:BasisClaim {id: row.owner})-[r:JUSTIFIES]->(b:Restriction {id: row.target})
      DELETE r`,
  ),
};
