import { cypher, writeQuery } from '../cypher-query.ts';
import type { LinkQueries } from '../link-rows.ts';

/** `(:Restriction)-[:APPLIES_TO]->(:AccessChannel)`, owned by the first. Index: the unique keys of both ends. */
export const appliesToChannelLink: LinkQueries = {
  create: writeQuery(
    'link-applies-to-channel',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Restriction {id: row.owner})
      MATCH (b:AccessChannel {id: row.target})
      CREATE (a)-[r:APPLIES_TO]->(b)
      SET r = row.props`,
  ),
  remove: writeQuery(
    'unlink-applies-to-channel',
    cypher`
      UNWIND $rows AS row
      MATCH (a:Restriction {id: row.owner})-[r:APPLIES_TO]->(b:AccessChannel {id: row.target})
      DELETE r`,
  ),
};
