import type { ArtefactFacts, CannotTellFact } from '../facts/facts.ts';
import { noFacts } from '../facts/facts.ts';
import { cleanText } from '../json-value.ts';
import type { Reading } from '../importer.ts';
import { tableSigns, type TableSigns } from '../signs/table-signs.ts';
import { tableHolding } from '../tables/holdings.ts';
import { counted } from '../tables/in-words.ts';
import { builtWarnings, type BuiltTables } from '../tables/table-builder.ts';
import { tableKey } from '../tables/table-name.ts';

/** A schema as it was read, whatever it was written in. */
export interface ReadSchema {
  readonly built: BuiltTables;
  /** `SQL script (PostgreSQL)`, for people. */
  readonly format: string;
  readonly name?: string;
  readonly version?: string;
  readonly date?: string;
  readonly tool?: string;
  /** Why what the file does not have may still be in the database; empty: the file is all of it. */
  readonly gaps: readonly string[];
  readonly warnings: readonly string[];
  /** The line of a quotation mark or comment that nothing closes. */
  readonly openAt?: number;
  /** More for people, such as how many statements with rows were passed over. */
  readonly describes?: Readonly<Record<string, string | number | boolean>>;
}

/** Returns the facts of a schema: the database, its tables as holdings and what they are taken to hold. Pure. */
export const schemaFacts = (schema: ReadSchema, { vocabulary, options }: Reading): ArtefactFacts => {
  const { built, format } = schema;
  const { tables, defined, primaryKeys, foreignKeys } = built;
  const name = cleanText(options.systemName) ?? schema.name ?? 'database';
  // A file of keys adds to another: it has an origin of its own, or its tables with three columns would take the place of the whole ones.
  const adds =
    defined > 0 ? '' : foreignKeys === 0 ? ' (primary keys)' : primaryKeys === 0 ? ' (foreign keys)' : ' (keys)';
  const origin = `${cleanText(options.origin) ?? name}${adds}`;
  const scope = `database:${origin}`;
  const signs = tableSigns(tables, vocabulary);
  const isNamed = name !== 'database';
  const gaps = [
    ...(defined === 0 ? ['it only adds keys or comments to tables that another file describes'] : []),
    // Two databases without a name must not end each other's tables.
    ...(isNamed || options.origin !== undefined ? [] : ['it does not say which database it describes']),
    ...schema.gaps,
  ];
  const what = defined > 0 ? counted(tables.length, 'table') : `keys of ${counted(tables.length, 'table')}`;
  return {
    ...noFacts,
    kind: 'database-schema',
    title: `${format}, ${what}${isNamed ? ` of ${name}` : ''}`,
    grade: 'DOCUMENTED',
    origin,
    ...(schema.date === undefined ? {} : { date: schema.date }),
    describes: {
      format,
      ...(schema.tool === undefined ? {} : { 'written by': schema.tool }),
      tables: tables.length,
      columns: tables.reduce((sum, { columns }) => sum + columns.length, 0),
      'primary key columns': primaryKeys,
      'foreign keys': foreignKeys,
      'tables with a link to a patient': signs.filter(({ link }) => link !== undefined).length,
      'tables with a proposed data class': signs.filter(({ classes }) => classes.length > 0).length,
      ...schema.describes,
      complete: gaps.length === 0 ? 'yes: a table that is missing next time has gone' : `not certain: ${gaps[0] ?? ''}`,
    },
    covers: gaps.length === 0 ? [scope] : [],
    systems: [
      {
        key: 'self',
        scope,
        name,
        pointer: 'the file',
        description: `What holds the ${counted(tables.length, 'table')} of this ${format}.`,
        isSelf: true,
        isUnresolved: false,
        ...(schema.version === undefined ? {} : { version: schema.version }),
        identifiers: [],
        certainty: isNamed ? 'LIKELY' : 'POSSIBLE',
      },
    ],
    holdings: tables.map((table, index) =>
      tableHolding(table, signs[index] ?? nothing, { key: tableKey(table.name), scope, format: 'table' }),
    ),
    cannotTell: cannotTell(tables.length, signs),
    warnings: [
      ...(isNamed
        ? []
        : ['The file does not say which system the database belongs to. Name the system when you import it.']),
      ...(gaps.length === 0 ? [] : [`Tables that are missing here are not taken as gone: ${gaps.join('; ')}.`]),
      ...builtWarnings(built),
      ...schema.warnings,
    ],
  };
};

const nothing: TableSigns = { classes: [], columns: [], remark: '' };

const cannotTell = (count: number, signs: readonly TableSigns[]): readonly CannotTellFact[] => {
  const open = signs.filter(({ link, classes }) => link !== undefined && classes.length === 0).length;
  return [
    {
      subject: 'rows',
      reason: 'a schema shows what can be kept, not what is kept: an empty table looks like a full one',
      candidates: [],
    },
    ...(open === 0
      ? []
      : [
          {
            subject: 'tables without a word for their class',
            reason: `${open} of ${counted(count, 'table')} are tied to a patient, and no word says what they hold`,
            candidates: [],
          },
        ]),
  ];
};
