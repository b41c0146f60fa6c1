import { cypher, readQuery, writeQuery } from '../cypher-query.ts';
import type { ConceptQueries, DocumentRow, PageParams, PageRow } from '../concept-rows.ts';

/** Nodes by key. Index: the unique key `Scenario(id)`. */
const merge = writeQuery(
  'merge-scenarios',
  cypher`
    UNWIND $rows AS row
    MERGE (n:Scenario {id: row.id})
    SET n = row.node`,
);

/** Documents by id, ordered by id. Index: the unique key `Scenario(id)`. */
const read = readQuery<{ readonly ids: readonly string[] }, DocumentRow>(
  'read-scenarios',
  cypher`
    MATCH (n:Scenario)
    WHERE n.id IN $ids
    RETURN properties(n) AS node, {
      workshop: [(n)-[:PREPARED_FOR]->(t:Workshop) | {to: t.id}]
    } AS links
    ORDER BY n.id`,
);

/** Every document, ordered by id. Index: the label, since all of it is wanted. */
const readAll = readQuery<Record<never, never>, DocumentRow>(
  'read-all-scenarios',
  cypher`
    MATCH (n:Scenario)
    RETURN properties(n) AS node, {
      workshop: [(n)-[:PREPARED_FOR]->(t:Workshop) | {to: t.id}]
    } AS links
    ORDER BY n.id`,
);

/** One page of ids with the total. Index: the label, since a text can be anywhere and the total counts every match. */
const page = readQuery<PageParams, PageRow>(
  'page-scenarios',
  cypher`
    MATCH (n:Scenario)
    WHERE ($text IS NULL OR toLower(n.name) CONTAINS toLower($text) OR toLower(n.id) CONTAINS toLower($text)
        OR toLower(coalesce(n.description, '')) CONTAINS toLower($text))
      AND ($liveOn IS NULL OR (coalesce(n.startedOn, $liveOn) <= $liveOn AND (n.endedOn IS NULL OR $liveOn < n.endedOn)))
    WITH n, {workshop: [(n)-[:PREPARED_FOR]->(t:Workshop) | t.id][0]} AS refs
    WHERE all(field IN keys($equals) WHERE coalesce(refs[field], n[field]) = $equals[field])
    WITH n.id AS id, CASE $sort WHEN 'NAME' THEN n.sortKey ELSE n.updatedAt END AS value
    ORDER BY value, id
    WITH collect({id: id, value: value}) AS matches
    WITH size(matches) AS total, CASE
      WHEN $afterId IS NULL THEN matches
      WHEN $descending THEN [m IN matches WHERE m.value < $afterValue
        OR (m.value = $afterValue AND m.id < $afterId)]
      ELSE [m IN matches WHERE m.value > $afterValue
        OR (m.value = $afterValue AND m.id > $afterId)]
      END AS rest
    WITH total, size(rest) AS remaining, CASE
      WHEN $descending AND size(rest) > $first THEN rest[size(rest) - $first..]
      WHEN $descending THEN rest
      ELSE rest[..$first]
      END AS page
    RETURN total, remaining, [m IN page | m.id] AS ids`,
);

/** What the stores ask of `Scenario` nodes. */
export const scenariosQueries: ConceptQueries = { merge, read, readAll, page };
