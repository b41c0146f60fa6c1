/** A value that can be a property or part of a parameter, in both databases. Numbers are whole. */
export type CypherValue =
  string | number | boolean | null | readonly CypherValue[] | { readonly [key: string]: CypherValue };
export type CypherParams = Readonly<Record<string, CypherValue>>;

export type AccessMode = 'READ' | 'WRITE';

/**
 * One Cypher statement that both stores run: its name (shown in logs and transaction metadata), what it does to the
 * data, its text, and by its type parameters what goes in (`P`) and what one row holds (`R`).
 */
export interface CypherQuery<P extends CypherParams, R> {
  readonly name: string;
  readonly access: AccessMode;
  readonly text: string;
  /** Never there: carries the two types. */
  readonly types?: (params: P) => R;
}

/**
 * The text between the backticks. It takes no substitutions, so `${…}` does not compile: values travel as parameters,
 * and labels are written out.
 */
export const cypher = (text: TemplateStringsArray): string => text.raw.join('').trim();

/** A statement that only reads. */
export const readQuery = <P extends CypherParams, R>(name: string, text: string): CypherQuery<P, R> => ({
  name,
  access: 'READ',
  text,
});

/** A statement that writes; its rows are of no interest. */
export const writeQuery = <P extends CypherParams>(name: string, text: string): CypherQuery<P, unknown> => ({
  name,
  access: 'WRITE',
  text,
});
