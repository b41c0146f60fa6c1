import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import type { Importer } from '../importer.ts';
import { dictionaryTrouble, openDictionary, readDictionary } from '../tables/read-dictionary.ts';
import { createTableBuilder } from '../tables/table-builder.ts';
import { readLiquibase } from './read-liquibase.ts';
import { readSql } from './read-sql.ts';
import { schemaFormOf, type SchemaForm } from './recognise.ts';
import { counted } from '../tables/in-words.ts';
import { schemaFacts, type ReadSchema } from './schema-facts.ts';

/** The importer of database schemas: SQL scripts and dumps of every usual dialect, Liquibase changelogs and lists of columns. */
export const databaseSchemaImporter: Importer = {
  kind: 'database-schema',
  title: 'Database schema (SQL script or dump, Liquibase changelog, information_schema columns as CSV)',
  recognise: async (artefact) => (await schemaFormOf(artefact)) !== undefined,
  read: async (artefact, reading) => {
    const form = await schemaFormOf(artefact);
    const schema = await readForm(artefact, form);
    if (!schema.ok) return schema;
    if (schema.value.built.tables.length === 0) return err(withoutTables(artefact, schema.value));
    return ok(schemaFacts(schema.value, reading));
  },
};

const withoutTables = (artefact: Artefact, { openAt }: ReadSchema): ArtefactRefused =>
  openAt === undefined
    ? refused(
        artefact,
        'MALFORMED',
        'no table is in it',
        'export the schema again, with the statements that create its tables',
      )
    : refused(
        artefact,
        'MALFORMED',
        'a quotation mark or comment that begins here is never closed, and there is no table before it',
        'close it, or export the schema again',
        { line: openAt },
      );

const readForm = async (
  artefact: Artefact,
  form: SchemaForm | undefined,
): Promise<Result<ReadSchema, ArtefactRefused>> => {
  if (form === 'LIQUIBASE') return readChangelog(artefact);
  if (form === 'INFORMATION_SCHEMA') return ok(await readColumnList(artefact));
  return ok(await readSql(artefact));
};

const readChangelog = async (artefact: Artefact): Promise<Result<ReadSchema, ArtefactRefused>> => {
  const builder = createTableBuilder();
  const news = await readLiquibase(artefact, builder);
  if (!news.ok) return news;
  const { includes, sql, schema } = news.value;
  const built = builder.build();
  return ok({
    built,
    format: 'Liquibase changelog',
    ...(schema === undefined ? {} : { name: schema }),
    gaps: [
      ...(includes === 0 ? [] : [`it takes in ${counted(includes, 'other file')}`]),
      ...(sql === 0 ? [] : [`${counted(sql, 'change')} written in SQL ${sql === 1 ? 'was' : 'were'} not read`]),
      ...(built.missing.length === 0 ? [] : ['its tables point to others that it does not have']),
    ],
    warnings: [
      ...(includes === 0
        ? []
        : [`It takes in ${counted(includes, 'other file')}. Import ${includes === 1 ? 'it' : 'them'} too.`]),
      ...(sql === 0
        ? []
        : [
            `${counted(sql, 'change')} written in SQL ${sql === 1 ? 'was' : 'were'} not read. Export the schema of the database itself to see the outcome.`,
          ]),
    ],
  });
};

const readColumnList = async (artefact: Artefact): Promise<ReadSchema> => {
  const builder = createTableBuilder();
  const dictionary = await openDictionary(artefact);
  const end = dictionary === undefined ? undefined : await readDictionary(artefact, dictionary, builder, true);
  return {
    built: builder.build(),
    format: 'list of columns (information_schema)',
    ...dictionaryTrouble(end),
  };
};
