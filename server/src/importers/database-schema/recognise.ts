import type { Artefact } from '../artefact/artefact.ts';
import { isInformationSchema } from '../tables/dictionary-columns.ts';
import { openDictionary } from '../tables/read-dictionary.ts';
import { rootNameOf } from '../xml/read-xml.ts';
import { dialectOf } from './sql-dialect.ts';
import { sqlStatements, type SqlLeftovers } from './sql-statements.ts';

/** What a schema is written in. */
export type SchemaForm = 'SQL' | 'LIQUIBASE' | 'INFORMATION_SCHEMA';

/** How far into a script the first table may be: a dump may begin with rows. Characters. */
const farEnough = 4 * 1024 * 1024;
const schemaWords = /\b(?:create\s[^;]{0,60}?\btable|alter\s+table|comment\s+on\s+(?:table|column))\s/i;

/** Returns what kind of schema a file is, by its content; `undefined` when it is none. */
export const schemaFormOf = async (artefact: Artefact): Promise<SchemaForm | undefined> => {
  const { head, encoding } = artefact;
  if (encoding === 'binary') return undefined;
  if (/^\s*</.test(head.slice(0, 2_000))) {
    const root = rootNameOf(head);
    return root?.slice(root.indexOf(':') + 1) === 'databaseChangeLog' ? 'LIQUIBASE' : undefined;
  }
  if (/^\s*[{[]/.test(head.slice(0, 2_000)) && !/^\s*\[\w/.test(head)) return undefined;
  if (schemaWords.test(head) || /^(?:insert\s+into|copy\s|--|\/\*|set\s|use\s|begin\s*;)/im.test(head.slice(0, 4_000)))
    return (await hasTables(artefact)) ? 'SQL' : undefined;
  const dictionary = await openDictionary(artefact);
  return dictionary !== undefined && isInformationSchema(dictionary.titles) ? 'INFORMATION_SCHEMA' : undefined;
};

/** Whether a statement on tables stands where a statement begins: prose and programs that mention one are no schema. */
const hasTables = async (artefact: Artefact): Promise<boolean> => {
  const leftovers: SqlLeftovers = { rows: 0, isCompleteDump: false };
  const statements = sqlStatements(upTo(artefact.text(), farEnough), dialectOf(artefact.head), leftovers);
  for await (const { text } of statements)
    if (
      /^(?:create\s[^(]{0,200}?\btable\s|alter\s[^(]{0,60}?\btable\s[^;]{0,2000}?\b(?:add|primary|foreign|comment|attach|inherit)\b|comment\s+on\s)/i.test(
        text,
      )
    )
      return true;
  // A table that a quotation mark swallows is refused with the place, and not left to others.
  return leftovers.openAt !== undefined && /^\s{0,40}create\s+table\s/im.test(artefact.head);
};

const upTo = async function* (text: AsyncIterable<string>, length: number): AsyncIterable<string> {
  let seen = 0;
  for await (const piece of text) {
    yield piece;
    seen += piece.length;
    if (seen > length) return;
  }
};
