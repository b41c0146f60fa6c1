import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Restriction)-[:APPLIES_TO]->(:Flow)`, owned by the first. Index: the unique keys of both ends. */
export const appliesToFlowLink: LinkQueries = {
  create: writeQuery(
    'link-applies-to-flow',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Restriction {id: row.owner})
      MATCH (b:Flow {id: row.target})
      CREATE (a)-[r:APPLIES_TO]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-applies-to-flow',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Restriction {id: row.owner})-[r:APPLIES_TO]->(b:Flow {id: row.target})
      DELETE r`,
  ),
};
