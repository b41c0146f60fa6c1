import { ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import type { Artefact } from '../artefact/artefact.ts';
import type { TableBuilder } from '../tables/table-builder.ts';
import { qualifiedName } from '../tables/table-name.ts';
import { readXml, type XmlElement } from '../xml/read-xml.ts';

/** What a changelog has besides changes of tables. */
export interface ChangelogNews {
  /** Files it takes in, which are not here. */
  readonly includes: number;
  /** Changes written in SQL, which are not read. */
  readonly sql: number;
  readonly schema?: string;
}

/** Changes of tables. Rows of data, what undoes a change and conditions are never kept. */
const changes = new Set([
  'createTable',
  'addColumn',
  'dropTable',
  'dropColumn',
  'renameTable',
  'addPrimaryKey',
  'addForeignKeyConstraint',
  'setTableRemarks',
  'setColumnRemarks',
]);

/** Puts the changes of a Liquibase changelog in XML into the builder, in their order. Error: not well-formed. */
export const readLiquibase = async (
  artefact: Artefact,
  builder: TableBuilder,
): Promise<Result<ChangelogNews, ArtefactRefused>> => {
  let includes = 0;
  let sql = 0;
  let schema: string | undefined;
  const read = await readXml(artefact, {
    isWanted: (path) => {
      const own = localName(path.at(-1) ?? '');
      if (path.length === 2 && (own === 'include' || own === 'includeAll')) includes += 1;
      if (path.length !== 3 || localName(path[1] ?? '') !== 'changeSet') return false;
      if (own === 'sql' || own === 'sqlFile') sql += 1;
      return changes.has(own);
    },
    onElement: (element) => {
      schema ??= attribute(element, 'schemaName') ?? attribute(element, 'baseTableSchemaName');
      readChange(element, builder);
    },
  });
  return read.ok ? ok({ includes, sql, ...(schema === undefined ? {} : { schema }) }) : read;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute; a placeholder that somebody fills in is none. */
const attribute = ({ attributes }: XmlElement, name: string): string | undefined => {
  const text = Object.hasOwn(attributes, name)
    ? attributes[name]?.replace(/\$\{[^}]{0,80}\}\.?/g, '').trim()
    : undefined;
  return text === '' ? undefined : text;
};

const listed = (element: XmlElement, name: string): readonly string[] =>
  attribute(element, name)
    ?.split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '') ?? [];

const tableOf = (element: XmlElement, name = 'tableName', schema = 'schemaName'): string | undefined => {
  const own = attribute(element, name);
  return own === undefined ? undefined : qualifiedName(own, attribute(element, schema));
};

const readChange = (element: XmlElement, builder: TableBuilder): void => {
  const pointer = `line ${element.line}`;
  const change = localName(element.name);
  if (change === 'addForeignKeyConstraint') {
    const table = tableOf(element, 'baseTableName', 'baseTableSchemaName');
    const target = tableOf(element, 'referencedTableName', 'referencedTableSchemaName');
    const references = { table: target ?? '', columns: listed(element, 'referencedColumnNames') };
    if (table !== undefined && target !== undefined)
      builder.key(table, { columns: listed(element, 'baseColumnNames'), references }, pointer);
    return;
  }
  if (change === 'renameTable') {
    const [from, to] = [tableOf(element, 'oldTableName'), tableOf(element, 'newTableName')];
    if (from !== undefined && to !== undefined) builder.rename(from, to);
    return;
  }
  const table = tableOf(element);
  if (table === undefined) return;
  const remarks = attribute(element, 'remarks');
  if (change === 'dropTable') builder.drop(table);
  else if (change === 'addPrimaryKey') builder.key(table, { columns: listed(element, 'columnNames') }, pointer);
  else if (change === 'setTableRemarks') builder.comment(table, remarks ?? '', pointer);
  else if (change === 'setColumnRemarks')
    builder.column(table, { name: attribute(element, 'columnName') ?? '', comment: remarks }, pointer);
  else if (change === 'dropColumn')
    for (const name of [
      attribute(element, 'columnName') ?? '',
      ...columnsIn(element).map((each) => attribute(each, 'name') ?? ''),
    ])
      builder.dropColumn(table, name);
  else {
    if (change === 'createTable') {
      builder.define(table, pointer);
      if (remarks !== undefined) builder.comment(table, remarks, pointer);
    }
    for (const column of columnsIn(element)) readColumn(column, table, builder, pointer);
  }
};

const columnsIn = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter(({ name }) => localName(name) === 'column');

const readColumn = (element: XmlElement, table: string, builder: TableBuilder, pointer: string): void => {
  const constraints = element.children.find(({ name }) => localName(name) === 'constraints');
  const inline = constraints === undefined ? undefined : referenceOf(constraints);
  builder.column(
    table,
    {
      name: attribute(element, 'name') ?? '',
      type: attribute(element, 'type'),
      comment: attribute(element, 'remarks'),
      isPrimary: constraints !== undefined && attribute(constraints, 'primaryKey') === 'true',
      references: inline,
    },
    pointer,
  );
};

/** `references="person(person_id)"`, or two attributes. */
const referenceOf = (constraints: XmlElement): { readonly table: string; readonly column?: string } | undefined => {
  const said = /^([\w.]{1,128})(?:\s*\(\s*(\w{1,128}))?/.exec(attribute(constraints, 'references') ?? '');
  const table = said?.[1] ?? attribute(constraints, 'referencedTableName');
  const column = said?.[2] ?? attribute(constraints, 'referencedColumnNames');
  return table === undefined ? undefined : { table, ...(column === undefined ? {} : { column }) };
};
