import type { Properties } from './concept-rows.ts';
import type { CypherQuery, CypherValue } from './cypher-query.ts';

/** One relationship: `owner` is the entity whose document it belongs to, whichever way the arrow points. */
export interface LinkWriteRow extends Record<string, CypherValue> {
  readonly owner: string;
  readonly target: string;
  readonly props: Properties;
}

/** A pair of nodes between which every relationship of one kind goes. */
export interface LinkPairRow extends Record<string, CypherValue> {
  readonly owner: string;
  readonly target: string;
}

/** How one kind of relationship is made and taken away. */
export interface LinkQueries {
  readonly create: CypherQuery<{ readonly rows: readonly LinkWriteRow[] }, unknown>;
  readonly remove: CypherQuery<{ readonly rows: readonly LinkPairRow[] }, unknown>;
}
