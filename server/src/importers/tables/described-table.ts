import type { PartFact } from '../facts/facts.ts';
import { cleanText } from '../json-value.ts';
import { redact } from '../redact.ts';

/** A column as a file describes it, before anything is made of it. */
export type DescribedColumn = Omit<PartFact, 'classes'>;

/** A table as a file describes it. `name` is its own name, with its schema in front where that is not the usual one: `clin.operation`. */
export interface DescribedTable {
  readonly name: string;
  readonly comment?: string;
  readonly columns: readonly DescribedColumn[];
  readonly pointer: string;
}

/** How many tables and columns are kept of one file: three times the largest documentation known (7,800 tables, 64,000 columns). */
export const mostTables = 25_000;
/** How many columns are kept of all tables together. */
export const mostColumns = 300_000;
/** How many columns are kept of one table. */
export const mostColumnsOfTable = 2_000;

/** Returns the comment of a column, at most 200 characters; `undefined` when there is none. */
export const columnComment = (text: unknown): string | undefined => withoutSecrets(cut(text, 200));

/** Returns the comment of a table, at most 300 characters; `undefined` when there is none. */
export const tableComment = (text: unknown): string | undefined => withoutSecrets(cut(text, 300));

/** Returns a type as it is written, without the space some products leave behind it; `undefined` when there is none. */
export const typeText = (text: unknown): string | undefined => cut(text, 80);

/** Returns a name, at most 128 characters, as long as databases allow; `undefined` when there is none. */
export const nameText = (text: unknown): string | undefined => cut(text, 128);

/** A comment is written for people, and some write a password in it. */
const withoutSecrets = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : redact(text);

const cut = (text: unknown, length: number): string | undefined => {
  const clean = cleanText(text);
  // What stands for "nothing" in dictionaries is no text.
  if (clean === undefined || /^(?:n\/?a|null|none|-+)$/i.test(clean)) return undefined;
  return clean.length <= length ? clean : `${clean.slice(0, length - 1).trimEnd()}…`;
};
