import { cleanText } from '../json-value.ts';

/** What a column of a dictionary says. */
export type DictionaryRole =
  | 'schema'
  | 'table'
  | 'tableComment'
  | 'column'
  | 'type'
  | 'comment'
  | 'moreComment'
  | 'primary'
  | 'foreign'
  | 'toTable'
  | 'toColumn';

/** Titles as they are written in dictionaries, letters and digits only. The first title of a role that a file has is taken. */
const titles: Readonly<Record<DictionaryRole, readonly string[]>> = {
  schema: ['tableschema', 'schemaname', 'schema', 'owner', 'tableowner'],
  table: [
    'tablename',
    'cdmtablename',
    'table',
    'entityname',
    'entity',
    'dataset',
    'datasetname',
    'filename',
    'file',
    'collection',
    'resource',
    'resourcename',
    'viewname',
    'view',
    'objectname',
    'tabelle',
  ],
  tableComment: ['tabledescription', 'tablecomment', 'tablecomments', 'tabledefinition', 'entitydescription'],
  column: [
    'columnname',
    'cdmfieldname',
    'column',
    'fieldname',
    'field',
    'attribute',
    'attributename',
    'dataelement',
    'dataelementname',
    'element',
    'elementname',
    'variable',
    'variablename',
    'col',
    'spalte',
  ],
  type: ['datatype', 'cdmdatatype', 'columntype', 'fieldtype', 'type', 'udtname', 'format', 'sqltype', 'typename'],
  comment: [
    'columndescription',
    'fielddescription',
    'columncomment',
    'columncomments',
    'description',
    'definition',
    'fielddefinition',
    'comment',
    'comments',
    'remarks',
    'meaning',
    'details',
    'notes',
    'beschreibung',
  ],
  moreComment: ['userguidance', 'etlconventions'],
  primary: ['isprimarykey', 'primarykey', 'pk', 'ispk', 'columnkey', 'key', 'keytype'],
  foreign: ['isforeignkey', 'foreignkey', 'fk', 'isfk'],
  toTable: [
    'fktablename',
    'referencedtablename',
    'referencedtable',
    'referencestable',
    'references',
    'linksto',
    'fktable',
    'foreigntable',
  ],
  toColumn: ['fkfieldname', 'referencedcolumnname', 'referencedcolumn', 'referencescolumn', 'fkcolumn'],
};

/** Where each role stands in a row. */
export type DictionaryHeader = Readonly<Partial<Record<DictionaryRole, number>>>;

/** Returns which column of a row of titles says what. */
export const dictionaryHeader = (cells: readonly string[]): DictionaryHeader => {
  const names = cells.map(plainTitle);
  return Object.fromEntries(
    Object.entries(titles).flatMap(([role, known]) => {
      const at = known.map((title) => names.indexOf(title)).find((index) => index >= 0);
      return at === undefined ? [] : [[role, at]];
    }),
  );
};

/** Returns a title as it is compared: letters and digits in lower case. */
export const plainTitle = (title: string): string =>
  title
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Returns whether titles are those of a dictionary: tables with columns, or tables with descriptions. */
export const isDictionary = ({ table, column, comment, tableComment, type }: DictionaryHeader): boolean =>
  table !== undefined &&
  (column === undefined
    ? tableComment !== undefined
    : comment !== undefined || type !== undefined || tableComment !== undefined);

/** Returns whether a row of titles is that of information_schema.columns or of a database's own list of columns. */
export const isInformationSchema = (cells: readonly string[]): boolean => {
  const names = new Set(cells.map(plainTitle));
  return (
    names.has('tablename') &&
    names.has('columnname') &&
    [
      'ordinalposition',
      'isnullable',
      'tableschema',
      'tablecatalog',
      'charactermaximumlength',
      'udtname',
      'columnid',
      'nullable',
      'datalength',
    ].filter((each) => names.has(each)).length >= 1 &&
    (names.has('datatype') || names.has('columntype') || names.has('udtname') || names.has('ordinalposition'))
  );
};

/** Returns whether a cell says yes: `Yes`, `1`, `PRI`, `PK`, `x`. */
export const isYes = (cell: string | undefined): boolean =>
  /^(?:y|yes|true|1|x|pk|pri|primary|p|fk|mul|foreign)$/i.test(cell?.trim() ?? '');

/** Returns a cell, `undefined` when it is absent, empty or says that there is nothing. */
export const cellAt = (cells: readonly string[], at: number | undefined): string | undefined => {
  const text = at === undefined ? undefined : cleanText(cells[at]);
  return text === undefined || /^(?:n\/?a|null|none)$/i.test(text) ? undefined : text;
};
