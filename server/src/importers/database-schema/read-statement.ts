import type { TableBuilder } from '../tables/table-builder.ts';
import { qualifiedName } from '../tables/table-name.ts';
import { readColumn, readConstraint } from './read-column.ts';
import type { SqlStatement } from './sql-statements.ts';
import {
  isWord,
  readTokens,
  splitAtCommas,
  sqlTokens,
  takeBracketed,
  type SqlToken,
  type TokenReader,
} from './sql-tokens.ts';

// Why no parser: node-sql-parser 5.4 refuses INHERITS (21 of 99 statements of GNUmed), SQL Server's WITH CHECK ADD and Oracle's clauses, and is 89 MB;
// @dbml/core 10.2 refuses 368 of 591 statements and takes 13 s. One unknown clause must not lose a table: this reads what it knows of any.

/** What a script says besides tables. */
export interface ScriptNews {
  readonly onDatabase: (name: string) => void;
  readonly onSchema: (name: string) => void;
  /** A statement on a table that cannot be read. */
  readonly onUnread: (line: number) => void;
}

/** Puts what a statement says of tables into the builder. Total: what it does not know is passed over. */
export const readStatement = (
  { text, line }: Pick<SqlStatement, 'text' | 'line'>,
  builder: TableBuilder,
  news: ScriptNews,
  isMySql: boolean,
): void => {
  const reader = readTokens(sqlTokens(text, isMySql));
  const pointer = `line ${line}`;
  if (reader.skip('create')) readCreate(reader, builder, news, line);
  else if (reader.skip('alter')) {
    reader.skip('foreign');
    if (reader.skip('table')) readAlter(reader, builder, pointer);
  } else if (reader.skip('comment', 'on')) readComment(reader, builder, pointer);
  else if (reader.skip('drop', 'table')) readDrop(reader, builder);
  else if (reader.skip('use')) {
    const name = takeName(reader);
    if (name !== undefined) news.onDatabase(name.text);
  } else readExtendedProperty(reader, builder, pointer);
};

/** A name as it is written: its last part, and the part before it. */
interface TakenName {
  readonly text: string;
  readonly parts: readonly string[];
}

/** Takes a name with what is before it: `[dbo].[Order]`, `@schema.person`, `${prefix}person`. `undefined` when there is none. */
const takeName = (reader: TokenReader): TakenName | undefined => {
  const parts: string[] = [];
  for (let next = reader.peek(); next !== undefined; next = reader.peek()) {
    if (next.kind === 'hole') {
      reader.take();
      const after = reader.peek();
      // `@schema.person`; `${prefix}person`, which goes on at once.
      if (reader.skip('.') || after?.from === next.to) continue;
      parts.push(next.text.replace(/\W/g, ''));
      break;
    }
    if (next.kind !== 'word' && next.kind !== 'name') break;
    reader.take();
    // BigQuery quotes the whole path at once.
    parts.push(...next.text.split('.').filter((part) => part !== ''));
    if (!reader.skip('.')) break;
  }
  const own = parts.at(-1);
  return own === undefined ? undefined : { text: qualifiedName(own, parts.at(-2)), parts };
};

const readCreate = (reader: TokenReader, builder: TableBuilder, news: ScriptNews, line: number): void => {
  if (reader.skip('database') || reader.isNext('schema')) {
    const isSchema = reader.skip('schema');
    reader.skip('if', 'not', 'exists');
    const name = reader.isNext('authorization') ? undefined : takeName(reader);
    if (name !== undefined) (isSchema ? news.onSchema : news.onDatabase)(name.text);
    return;
  }
  for (let word = reader.take(); word !== undefined && !isWord(word, 'table'); word = reader.take());
  reader.skip('if', 'not', 'exists');
  const isTemporary = reader.peek()?.text.startsWith('#') === true;
  const name = takeName(reader);
  if (name === undefined) {
    news.onUnread(line);
    return;
  }
  const table = name.text;
  // A partition holds rows of its table, and is none of its own.
  if (isTemporary || reader.isNext('partition', 'of')) return;
  const pointer = `line ${line}`;
  builder.define(table, pointer);
  if (reader.skip('like')) {
    const model = takeName(reader);
    if (model !== undefined) builder.inherit(table, model.text);
    return;
  }
  const body = takeBracketed(reader);
  for (const item of splitAtCommas(body ?? [])) readItem(item, table, builder, pointer);
  readOptions(reader, table, builder, pointer);
};

const readItem = (item: readonly SqlToken[], table: string, builder: TableBuilder, pointer: string): void => {
  const reader = readTokens(item);
  if (reader.isNext('like') && item.length > 1 && item[1]?.kind !== 'sign') {
    reader.take();
    const model = takeName(reader);
    if (model !== undefined) builder.inherit(table, model.text);
    return;
  }
  const constraint = readConstraint(item, (each) => takeName(each)?.text);
  if (constraint !== undefined) {
    if (constraint.columns.length > 0) builder.key(table, constraint, pointer);
    return;
  }
  const column = readColumn(item, (each) => takeName(each)?.text);
  if (column !== undefined) builder.column(table, column, pointer);
};

/** What is behind the columns: the comment, and the tables whose columns it has as well. */
const readOptions = (reader: TokenReader, table: string, builder: TableBuilder, pointer: string): void => {
  for (let token = reader.peek(); token !== undefined; token = reader.peek()) {
    if (reader.skip('inherits')) {
      for (const parent of splitAtCommas(takeBracketed(reader) ?? [])) {
        const name = takeName(readTokens(parent));
        if (name !== undefined) builder.inherit(table, name.text);
      }
    } else if (reader.skip('comment')) {
      reader.skip('=');
      const text = reader.peek();
      if (text?.kind === 'string') builder.comment(table, text.text, pointer);
    } else if (reader.skip('description', '=')) {
      const text = reader.peek();
      if (text?.kind === 'string' || text?.kind === 'name') builder.comment(table, text.text, pointer);
    } else reader.take();
  }
};

const readAlter = (reader: TokenReader, builder: TableBuilder, pointer: string): void => {
  reader.skip('if', 'exists');
  reader.skip('only');
  const isTemporary = reader.peek()?.text.startsWith('#') === true;
  const name = takeName(reader);
  if (name === undefined || isTemporary) return;
  const rest: SqlToken[] = [];
  for (let token = reader.take(); token !== undefined; token = reader.take()) rest.push(token);
  let isAdding = false;
  for (const action of splitAtCommas(rest)) {
    // SQL Server: WITH CHECK ADD …; a list behind ADD goes on with its next part.
    const add = action.findIndex((token) => isWord(token, 'add'));
    const leads = add >= 0 && action.slice(0, add).every((token) => /^(?:with|check|nocheck)$/i.test(token.text));
    if (leads || (isAdding && !isWord(action[0], 'alter') && !isWord(action[0], 'drop'))) {
      isAdding = true;
      addTo(name.text, leads ? action.slice(add + 1) : action, builder, pointer);
    } else {
      isAdding = false;
      alterTo(name.text, action, builder, pointer);
    }
  }
};

const addTo = (table: string, tokens: readonly SqlToken[], builder: TableBuilder, pointer: string): void => {
  const reader = readTokens(tokens);
  reader.skip('column');
  reader.skip('if', 'not', 'exists');
  // Oracle: ADD (a number, b date).
  const list = takeBracketed(reader);
  if (list !== undefined) {
    for (const item of splitAtCommas(list)) readItem(item, table, builder, pointer);
    return;
  }
  const item: SqlToken[] = [];
  for (let token = reader.take(); token !== undefined; token = reader.take()) item.push(token);
  if (!/^(?:partition|period|supplemental)$/i.test(item[0]?.text ?? '')) readItem(item, table, builder, pointer);
};

const alterTo = (table: string, action: readonly SqlToken[], builder: TableBuilder, pointer: string): void => {
  const reader = readTokens(action);
  if (reader.skip('attach', 'partition')) {
    const partition = takeName(reader);
    if (partition !== undefined) builder.drop(partition.text);
  } else if (reader.skip('inherit')) {
    const parent = takeName(reader);
    if (parent !== undefined) builder.inherit(table, parent.text);
  } else if (reader.skip('drop', 'column')) {
    reader.skip('if', 'exists');
    const column = takeName(reader);
    if (column !== undefined) builder.dropColumn(table, column.text);
  } else if (reader.skip('rename', 'to')) {
    const to = takeName(reader);
    if (to !== undefined) builder.rename(table, to.text);
  } else readOptions(reader, table, builder, pointer);
};

const readComment = (reader: TokenReader, builder: TableBuilder, pointer: string): void => {
  const isColumn = reader.skip('column');
  if (!isColumn) reader.take();
  const name = takeName(reader);
  if (name === undefined || !reader.skip('is')) return;
  const text = reader.take();
  if (text?.kind !== 'string') return;
  if (!isColumn) {
    builder.comment(name.text, text.text, pointer);
    return;
  }
  const column = name.parts.at(-1);
  const table = name.parts.at(-2);
  if (column !== undefined && table !== undefined)
    builder.column(qualifiedName(table, name.parts.at(-3)), { name: column, comment: text.text }, pointer);
};

const readDrop = (reader: TokenReader, builder: TableBuilder): void => {
  reader.skip('if', 'exists');
  do {
    const name = takeName(reader);
    if (name === undefined) return;
    builder.drop(name.text);
  } while (reader.skip(','));
};

/** SQL Server: EXEC sp_addextendedproperty N'MS_Description', N'text', N'SCHEMA', N'dbo', N'TABLE', N'Person', N'COLUMN', N'Name'. */
const readExtendedProperty = (reader: TokenReader, builder: TableBuilder, pointer: string): void => {
  const texts: string[] = [];
  for (let token = reader.take(); token !== undefined; token = reader.take())
    if (token.kind === 'string') texts.push(token.text);
  const [property, text] = texts;
  const after = (word: string): string | undefined => {
    const at = texts.findIndex((each, index) => index > 1 && each.toUpperCase() === word);
    return at < 0 ? undefined : texts[at + 1];
  };
  const table = after('TABLE');
  if (property?.toLowerCase() !== 'ms_description' || text === undefined || table === undefined) return;
  const name = qualifiedName(table, after('SCHEMA') ?? after('USER'));
  const column = after('COLUMN');
  if (column === undefined) builder.comment(name, text, pointer);
  else builder.column(name, { name: column, comment: text }, pointer);
};
