import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:BasisClaim)-[:SUPERSEDES]->(:BasisClaim)`, owned by the first. Index: the unique keys of both ends. */
export const supersedesLink: LinkQueries = {
  create: writeQuery(
    'link-supersedes',
    cypher`
      UNWIND $rows AS row
      MATCH (a:BasisClaim {id: row.owner})
      MATCH (b:BasisClaim {id: row.target})
      CREATE (a)-[r:SUPERSEDES]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-supersedes',
    cypher`
      UNWIND $rows AS row
      MATCH (a:BasisClaim {id: row.owner})-[r:SUPERSEDES]->(b:BasisClaim {id: row.target})
      DELETE r`,
  ),
};
