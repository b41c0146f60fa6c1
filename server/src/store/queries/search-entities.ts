import type { ConceptName } from '../../domain/model/concepts.ts';
import { cypher, readQuery } from './cypher-query.ts';

/** One hit: `rank` 0 when every word is in the name, else 1. `description` is `null` when there is none. */
export interface SearchRow {
  readonly concept: ConceptName;
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly rank: number;
}

/**
 * Entities that hold every word (lower case) in name, id or description; name matches first, then by name, concept
 * and id. Index: the labels, since a word can be anywhere in a text.
 */
export const searchEntities = readQuery<
  { readonly concepts: readonly string[]; readonly words: readonly string[]; readonly limit: number },
  SearchRow
>(
  'search-entities',
  cypher`
    CALL () {
      MATCH (n:Organization)
      WHERE 'Organization' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'Organization' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:DataClass)
      WHERE 'DataClass' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'DataClass' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:Audience)
      WHERE 'Audience' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'Audience' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:System)
      WHERE 'System' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'System' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:Flow)
      WHERE 'Flow' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'Flow' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:AccessChannel)
      WHERE 'AccessChannel' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'AccessChannel' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:Restriction)
      WHERE 'Restriction' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'Restriction' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:Evidence)
      WHERE 'Evidence' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'Evidence' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:BasisClaim)
      WHERE 'BasisClaim' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'BasisClaim' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:ImportRun)
      WHERE 'ImportRun' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'ImportRun' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:Observation)
      WHERE 'Observation' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'Observation' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:FindingReview)
      WHERE 'FindingReview' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'FindingReview' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:Workshop)
      WHERE 'Workshop' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'Workshop' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:Scenario)
      WHERE 'Scenario' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'Scenario' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:Walkthrough)
      WHERE 'Walkthrough' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'Walkthrough' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
      UNION ALL
      MATCH (n:WorkshopItem)
      WHERE 'WorkshopItem' IN $concepts AND all(w IN $words WHERE toLower(n.name) CONTAINS w OR toLower(n.id) CONTAINS w
        OR toLower(coalesce(n.description, '')) CONTAINS w)
      RETURN 'WorkshopItem' AS concept, n.id AS id, n.name AS name, n.description AS description,
        n.sortKey AS sortKey
    }
    WITH concept, id, name, description, sortKey,
      CASE WHEN all(w IN $words WHERE toLower(name) CONTAINS w) THEN 0 ELSE 1 END AS rank
    RETURN concept, id, name, description, rank
    ORDER BY rank, sortKey, concept, id
    LIMIT $limit`,
);
