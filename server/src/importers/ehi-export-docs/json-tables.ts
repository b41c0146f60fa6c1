import { asObject, field, textField, type JsonObject } from '../json-value.ts';
import type { TableBuilder } from '../tables/table-builder.ts';

const tableNames = ['name', 'tableName', 'table_name', 'table', 'entity', 'entityName', 'id'];
const columnLists = ['columns', 'fields', 'attributes', 'elements'];
const tableLists = ['tables', 'entities', 'entityInventory', 'datasets', 'resources', 'data'];
const columnNames = ['name', 'columnName', 'column_name', 'column', 'fieldName', 'field_name', 'field', 'attribute'];
const types = ['type', 'dataType', 'data_type', 'datatype', 'sqlType'];
const comments = ['description', 'comment', 'definition', 'desc', 'remarks', 'text'];
const links = ['linksTo', 'references', 'foreignTable', 'fkTable', 'linkedTable'];

/** Returns the value as an object that defines a table; `undefined` for anything else. */
export const asTable = (value: unknown): JsonObject | undefined => {
  const object = asObject(value);
  if (Object.hasOwn(object, 'resourceType') || first(object, tableNames) === undefined) return undefined;
  const columns = columnsOf(object);
  return columns !== undefined && columns.length > 0 && columns.every(isColumn) ? object : undefined;
};

/** Returns the value as a row of a flat list, `{ table, column, … }`; `undefined` for anything else. */
export const asRow = (value: unknown): JsonObject | undefined => {
  const object = asObject(value);
  const table = first(object, ['table', 'tableName', 'table_name', 'TABLE_NAME', 'entity']);
  const column = first(object, [
    'column',
    'columnName',
    'column_name',
    'COLUMN_NAME',
    'field',
    'fieldName',
    'field_name',
  ]);
  return table === undefined || column === undefined ? undefined : object;
};

/** A document as a list of tables or of rows, and the name of the system that it gives. */
export interface JsonTables {
  readonly tables: readonly { readonly value: JsonObject; readonly pointer: string }[];
  readonly rows: readonly { readonly value: JsonObject; readonly pointer: string }[];
  /** How many members of the list are neither. */
  readonly others: number;
  readonly system?: string;
  /** What it says of itself as a whole: its title and description. */
  readonly title?: string;
}

/** Returns what a JSON document defines: one table, a list of tables or rows, or an object with such a list. `undefined`: nothing of the kind. */
export const tablesInJson = (value: unknown): JsonTables | undefined => {
  const one = asTable(value);
  if (one !== undefined) return { tables: [{ value: one, pointer: '$' }], rows: [], others: 0 };
  if (Array.isArray(value)) return fromList(value, '$');
  for (const key of tableLists) {
    const list = field(value, key);
    const found = Array.isArray(list)
      ? fromList(list, `$.${key}`)
      : fromList(
          Object.entries(asObject(list)).map(([name, each]) => ({ name, ...asObject(each) })),
          `$.${key}`,
        );
    const system = first(asObject(value), [
      'system',
      'systemName',
      'product',
      'productName',
      'name',
      'title',
      'vendor',
    ]);
    const title = ['title', 'name', 'description'].flatMap((each) => textField(value, each) ?? []).join('\n');
    if (found !== undefined)
      return { ...found, ...(system === undefined ? {} : { system }), ...(title === '' ? {} : { title }) };
  }
  return undefined;
};

const fromList = (list: readonly unknown[], pointer: string): JsonTables | undefined => {
  const tables: { readonly value: JsonObject; readonly pointer: string }[] = [];
  const rows: { readonly value: JsonObject; readonly pointer: string }[] = [];
  for (const [index, each] of list.entries()) {
    const table = asTable(each);
    const row = table === undefined ? asRow(each) : undefined;
    if (table !== undefined) tables.push({ value: table, pointer: `${pointer}[${index}]` });
    else if (row !== undefined) rows.push({ value: row, pointer: `${pointer}[${index}]` });
  }
  const found = tables.length + rows.length;
  // A list of other things that has two such members is no dictionary.
  return found === 0 || found * 2 < list.length ? undefined : { tables, rows, others: list.length - found };
};

/** Puts a definition of a table into the builder. */
export const addTable = (value: JsonObject, pointer: string, builder: TableBuilder): void => {
  const name = first(value, tableNames) ?? '';
  const comment = first(value, comments);
  builder.define(name, pointer);
  if (comment !== undefined) builder.comment(name, comment, pointer);
  for (const column of columnsOf(value) ?? []) addColumn(column, name, pointer, builder);
  const key = field(value, 'primaryKey') ?? field(value, 'primary_key') ?? field(value, 'primaryKeys');
  const columns = (Array.isArray(key) ? key : [key]).flatMap((each) =>
    typeof each === 'string' ? [each] : (first(asObject(each), columnNames) ?? []),
  );
  if (columns.length > 0) builder.key(name, { columns }, pointer);
};

/** Puts a row of a flat list into the builder. */
export const addRow = (value: JsonObject, pointer: string, builder: TableBuilder): void => {
  const table = first(value, ['table', 'tableName', 'table_name', 'TABLE_NAME', 'entity']) ?? '';
  builder.define(table, pointer);
  const { name: _name, ...own } = value;
  addColumn(first(own, [...columnNames, 'COLUMN_NAME']) === undefined ? value : own, table, pointer, builder);
};

const addColumn = (value: unknown, table: string, pointer: string, builder: TableBuilder): void => {
  if (typeof value === 'string') {
    builder.column(table, { name: value }, pointer);
    return;
  }
  const object = asObject(value);
  const key = field(object, 'primaryKey') ?? field(object, 'isPrimaryKey') ?? field(object, 'pk');
  const target = first(object, links);
  builder.column(
    table,
    {
      name: first(object, [...columnNames, 'COLUMN_NAME']) ?? '',
      type: first(object, [...types, 'DATA_TYPE']),
      comment: first(object, [...comments, 'COMMENTS']),
      isPrimary: key === true || key === 'true' || key === 'Y',
      references: target === undefined ? undefined : { table: target },
    },
    pointer,
  );
};

const columnsOf = (object: JsonObject): readonly unknown[] | undefined => {
  for (const key of columnLists) {
    const list = field(object, key);
    if (Array.isArray(list)) return list;
  }
  return undefined;
};

const isColumn = (value: unknown): boolean =>
  typeof value === 'string' || first(asObject(value), columnNames) !== undefined;

const first = (object: JsonObject, names: readonly string[]): string | undefined => {
  for (const name of names) {
    const text = textField(object, name);
    if (text !== undefined) return text;
  }
  return undefined;
};
