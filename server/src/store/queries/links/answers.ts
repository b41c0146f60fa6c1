import type { Properties } from '../concept-rows.ts';
import { cypher, writeQuery, type CypherValue } from '../cypher-query.ts';

/** One answer of a claim: `index` is its place in the claim's list. */
export interface AnswerWriteRow extends Record<string, CypherValue> {
  readonly claim: string;
  readonly index: number;
  readonly node: Properties;
}

/** `(:BasisClaim)-[:ANSWERS]->(:ConditionAnswer)`: the answer's node is the claim's own. Index: `BasisClaim(id)`. */
export const createAnswers = writeQuery<{ readonly rows: readonly AnswerWriteRow[] }>(
  'create-answers',
  cypher`
    UNWIND $rows AS row
    MATCH (b:BasisClaim {id: row.claim})
    CREATE (b)-[:ANSWERS {index: row.index}]->(a:ConditionAnswer)
    SET a = row.node`,
);

/** Takes answers away, with what ties them to evidence. Index: the unique key `ConditionAnswer(id)`. */
export const removeAnswers = writeQuery<{ readonly ids: readonly string[] }>(
  'remove-answers',
  cypher`
    UNWIND $ids AS id
    MATCH (a:ConditionAnswer {id: id})
    DETACH DELETE a`,
);
