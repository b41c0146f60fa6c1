/**
 * The question of `released.ts` in Cypher, over the graph as the product stores it (`schema/model/README.md`). Each begins with the places
 * that stop the class: what stands there is neither passed on nor released. Parameters: `dataClass`, `asOf`, `audience`.
 */
const stops = `
MATCH (class:DataClass {id: $dataClass})
CALL (class) {
  MATCH (restriction:Restriction)-[:APPLIES_TO]->(place)
  WHERE restriction.effect IN ['WITHHOLDS', 'FILTERS']
    AND (size(restriction.audiences) = 0 OR $audience IN restriction.audiences)
    AND coalesce(restriction.startedOn, $asOf) <= $asOf AND (restriction.endedOn IS NULL OR $asOf < restriction.endedOn)
    AND (NOT EXISTS { (restriction)-[:LIMITS]->() } OR EXISTS { (restriction)-[:LIMITS]->(class) })
  RETURN collect(DISTINCT place) AS stops
}
MATCH (origin:System)-[:HOLDS {role: 'ORIGIN'}]->(class)
WHERE NOT origin IN stops`;

const channels = `
MATCH (system)<-[:SERVED_BY]-(channel:AccessChannel)-[:RELEASES]->(class), (channel)-[:FOR]->(:Audience {id: $audience})
WHERE NOT channel IN stops
RETURN DISTINCT channel.id AS channel ORDER BY channel`;

const variablePath = `
MATCH path = (origin)-[:SENDS|DELIVERS_TO*0..]->(system:System)
WHERE all(place IN nodes(path) WHERE NOT place IN stops AND (place:System OR EXISTS { (place)-[:CARRIES]->(class) }))`;

/** As it is first written down: every path of any length, its places checked on the way. Loops make very many of them. */
export const variableLength = `${stops}${variablePath}${channels}`;

/** The same, but for one line that lets the planner see that only the systems are wanted: it then visits none of them twice. */
export const variableLengthPruned = `${stops}${variablePath}
WITH DISTINCT class, stops, system${channels}`;

/** A pattern with a quantifier, of which one shortest path to each system is enough: what is visited once is not visited again. */
export const shortestPaths = `${stops}
MATCH ANY SHORTEST (origin) (
  (:System)-[:SENDS]->(flow:Flow WHERE NOT flow IN stops AND EXISTS { (flow)-[:CARRIES]->(class) })
  -[:DELIVERS_TO]->(to:System WHERE NOT to IN stops)
)* (system:System)${channels}`;

/** APOC's expansion, which visits each node once, inside the flows that carry the class and the systems at their ends. */
export const apocSubgraph = `${stops}
WITH class, stops, collect(origin) AS origins
CALL (class, stops) {
  MATCH (class)<-[:CARRIES]-(flow:Flow)
  WHERE NOT flow IN stops
  MATCH (from:System)-[:SENDS]->(flow)-[:DELIVERS_TO]->(to:System)
  RETURN collect(DISTINCT flow) + collect(DISTINCT from) + collect(DISTINCT to) AS allowed
}
CALL apoc.path.subgraphNodes(origins, {
  relationshipFilter: 'SENDS>|DELIVERS_TO>', allowlistNodes: allowed, denylistNodes: stops
}) YIELD node AS system
WITH DISTINCT class, stops, system
WHERE system:System${channels}`;
