import type { Artefact } from '../artefact/artefact.ts';
import { createTableBuilder } from '../tables/table-builder.ts';
import { readStatement } from './read-statement.ts';
import { scriptHead } from './script-name.ts';
import { counted, some } from '../tables/in-words.ts';
import type { ReadSchema } from './schema-facts.ts';
import { dialectOf } from './sql-dialect.ts';
import { sqlStatements, type SqlLeftovers } from './sql-statements.ts';

/** Returns the schema of an SQL script. The script is read as a stream; of its rows nothing is kept. */
export const readSql = async (artefact: Artefact): Promise<ReadSchema> => {
  const dialect = dialectOf(artefact.head);
  const head = scriptHead(artefact.head);
  const builder = createTableBuilder();
  const leftovers: SqlLeftovers = { rows: 0, isCompleteDump: false };
  const unread: number[] = [];
  const cut: number[] = [];
  const databases = new Set<string>();
  const schemas = new Set<string>();
  const news = {
    onDatabase: (name: string) => databases.add(name),
    onSchema: (name: string) => schemas.add(name),
    onUnread: (line: number) => unread.push(line),
  };
  for await (const statement of sqlStatements(artefact.text(), dialect, leftovers)) {
    readStatement(statement, builder, news, dialect.isMySql);
    if (statement.isCut) cut.push(statement.line);
  }
  const built = builder.build();
  const [database, second] = databases;
  const name = head.name ?? (second === undefined ? database : undefined);
  const { openAt } = leftovers;
  return {
    built,
    format: dialect.name === 'SQL' ? 'SQL script' : `SQL script (${dialect.name})`,
    ...head,
    ...(name === undefined ? {} : { name }),
    ...(openAt === undefined ? {} : { openAt }),
    gaps: [
      ...(openAt === undefined ? [] : ['its end could not be read']),
      ...(head.tool === undefined
        ? ['it is a script that somebody wrote, and may be one of several']
        : leftovers.isCompleteDump
          ? []
          : [`the line is missing that ${head.tool} writes at the end, so it may have been cut short`]),
      ...(built.missing.length === 0 ? [] : ['its tables point to others that it does not have']),
    ],
    describes: {
      ...(schemas.size === 0 ? {} : { schemas: some([...schemas]) }),
      ...(leftovers.rows === 0 ? {} : { 'statements with rows, passed over': leftovers.rows }),
    },
    warnings: [
      ...(openAt === undefined
        ? []
        : [
            `A quotation mark or comment that begins at line ${openAt} is never closed; what is behind it was not read. Mend it there, or export the schema again.`,
          ]),
      ...(unread.length === 0
        ? []
        : [`${counted(unread.length, 'statement')} on tables could not be read, at line ${some(unread.map(String))}.`]),
      ...(cut.length === 0
        ? []
        : [
            `${counted(cut.length, 'statement')} is longer than 512 KiB and was read in part, at line ${some(cut.map(String))}.`,
          ]),
    ],
  };
};
