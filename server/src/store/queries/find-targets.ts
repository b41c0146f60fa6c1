import type { ConceptName } from '../../domain/model/concepts.ts';
import { cypher, readQuery } from './cypher-query.ts';

/** Which of the asked ids exist, by concept. Index: the unique key of each label. Rows have no order: they make a set. */
export const findTargets = readQuery<
  { readonly ids: Readonly<Record<ConceptName, readonly string[]>> },
  { readonly concept: ConceptName; readonly id: string }
>(
  'find-targets',
  cypher`
    UNWIND $ids.Organization AS id MATCH (n:Organization {id: id}) RETURN 'Organization' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.DataClass AS id MATCH (n:DataClass {id: id}) RETURN 'DataClass' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.Audience AS id MATCH (n:Audience {id: id}) RETURN 'Audience' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.System AS id MATCH (n:System {id: id}) RETURN 'System' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.Flow AS id MATCH (n:Flow {id: id}) RETURN 'Flow' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.AccessChannel AS id MATCH (n:AccessChannel {id: id}) RETURN 'AccessChannel' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.Restriction AS id MATCH (n:Restriction {id: id}) RETURN 'Restriction' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.Evidence AS id MATCH (n:Evidence {id: id}) RETURN 'Evidence' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.BasisClaim AS id MATCH (n:BasisClaim {id: id}) RETURN 'BasisClaim' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.ImportRun AS id MATCH (n:ImportRun {id: id}) RETURN 'ImportRun' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.Observation AS id MATCH (n:Observation {id: id}) RETURN 'Observation' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.FindingReview AS id MATCH (n:FindingReview {id: id}) RETURN 'FindingReview' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.Workshop AS id MATCH (n:Workshop {id: id}) RETURN 'Workshop' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.Scenario AS id MATCH (n:Scenario {id: id}) RETURN 'Scenario' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.Walkthrough AS id MATCH (n:Walkthrough {id: id}) RETURN 'Walkthrough' AS concept, n.id AS id
    UNION ALL
    UNWIND $ids.WorkshopItem AS id MATCH (n:WorkshopItem {id: id}) RETURN 'WorkshopItem' AS concept, n.id AS id`,
);
