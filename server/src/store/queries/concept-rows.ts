import type { CypherParams, CypherQuery, CypherValue } from './cypher-query.ts';

/** A node's own properties. */
export type Properties = Readonly<Record<string, CypherValue>>;

/** The other end of one relationship, with the relationship's properties and what the reader needs of the node there. */
export interface LinkRow {
  readonly to: string;
  readonly from?: string;
  readonly label?: string;
  readonly link?: Properties;
  readonly node?: Properties;
}

/** One document as rows give it: the node, and for each field that is stored as relationships, their other ends. */
export interface DocumentRow {
  readonly node: Properties;
  readonly links: Readonly<Record<string, readonly LinkRow[]>>;
}

/** One node to write: `node` is all of its properties. */
export interface NodeRow extends Record<string, CypherValue> {
  readonly id: string;
  readonly node: Properties;
}

/** A filter and a place in the order. `null` means "any" or "from the start"; `first` is at least 0. */
export interface PageParams extends CypherParams {
  readonly text: string | null;
  readonly liveOn: string | null;
  readonly equals: Readonly<Record<string, string | boolean>>;
  readonly sort: string;
  readonly descending: boolean;
  readonly first: number;
  readonly afterValue: string | null;
  readonly afterId: string | null;
}

/**
 * `ids` in ascending order (the reader turns them round for a descending page), `total` for the filter, `remaining`
 * from the place asked for, this page included.
 */
export interface PageRow {
  readonly total: number;
  readonly remaining: number;
  readonly ids: readonly string[];
}

/** The statements that one concept's nodes need. */
export interface ConceptQueries {
  readonly merge: CypherQuery<{ readonly rows: readonly NodeRow[] }, unknown>;
  readonly read: CypherQuery<{ readonly ids: readonly string[] }, DocumentRow>;
  readonly readAll: CypherQuery<Record<never, never>, DocumentRow>;
  readonly page: CypherQuery<PageParams, PageRow>;
}
