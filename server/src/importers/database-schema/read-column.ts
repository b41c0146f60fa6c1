import { typeText } from '../tables/described-table.ts';
import type { ColumnNews } from '../tables/table-builder.ts';
import { isWord, readTokens, splitAtCommas, takeBracketed, type SqlToken, type TokenReader } from './sql-tokens.ts';

/** A primary or foreign key of a table. No columns: another constraint, which says nothing of a table. */
export interface Constraint {
  readonly columns: readonly string[];
  readonly references?: { readonly table: string; readonly columns: readonly string[] };
}

type TakeName = (reader: TokenReader) => string | undefined;

/** Returns the constraint or index that an item between the brackets is; `undefined` for a column, whatever its name. Pure. */
export const readConstraint = (item: readonly SqlToken[], takeName: TakeName): Constraint | undefined => {
  const reader = readTokens(item);
  if (item[0]?.kind !== 'word') return undefined;
  const isNamed = reader.isNext('constraint') && item[1]?.kind !== 'sign' && isConstraintWord(item[2]);
  if (isNamed) {
    reader.take();
    reader.take();
  } else if (reader.isNext('constraint') && isConstraintWord(item[1])) reader.take();
  if (reader.skip('primary', 'key')) return { columns: names(untilBracket(reader)) };
  if (reader.skip('foreign', 'key')) {
    const columns = names(untilBracket(reader));
    for (let next = reader.peek(); next !== undefined && !reader.isNext('references'); next = reader.peek())
      reader.take();
    if (!reader.skip('references')) return { columns: [] };
    const table = takeName(reader);
    return table === undefined
      ? { columns: [] }
      : { columns, references: { table, columns: names(takeBracketed(reader)) } };
  }
  if (isNamed) return { columns: [] };
  return isIndex(item) ? { columns: [] } : undefined;
};

const isConstraintWord = (token: SqlToken | undefined): boolean =>
  token?.kind === 'word' && /^(?:primary|foreign|unique|check|exclude|not|default)$/i.test(token.text);

/** Words that begin an index or a check, unless they are the name of a column: `key varchar(20)`. */
const isIndex = (item: readonly SqlToken[]): boolean => {
  const reader = readTokens(item);
  if (reader.skip('fulltext') || reader.skip('spatial') || reader.skip('unique')) {
    reader.skip('key');
    reader.skip('index');
    reader.skip('clustered');
    reader.skip('nonclustered');
  } else if (reader.skip('check') || reader.skip('exclude')) return reader.isNext('(') || reader.isNext('using');
  else if (reader.isNext('period', 'for') || reader.isNext('supplemental', 'log')) return true;
  else if (!reader.skip('key') && !reader.skip('index')) return false;
  const inside = untilBracket(reader);
  const first = inside?.[0];
  return first !== undefined && first.kind !== 'number' && first.kind !== 'string';
};

/** The next list in brackets, past the name of an index and its kind. */
const untilBracket = (reader: TokenReader): readonly SqlToken[] | undefined => {
  for (let past = 0; past < 6 && reader.peek() !== undefined; past += 1) {
    const list = takeBracketed(reader);
    if (list !== undefined) return list;
    reader.take();
  }
  return undefined;
};

/** The columns of a list: `a, b(10), c DESC`. */
const names = (list: readonly SqlToken[] | undefined): readonly string[] =>
  splitAtCommas(list ?? []).flatMap(([first]) =>
    first?.kind === 'word' || first?.kind === 'name' ? [first.text] : [],
  );

/** Words behind the type of a column. */
const afterType =
  /^(?:not|null|default|primary|unique|references|check|constraint|collate|comment|auto_increment|autoincrement|identity|generated|on|enable|disable|encode|options|as|charset|key|stored|virtual|persisted|invisible|visible|sparse|rowguidcol|distkey|sortkey|encrypt|encrypted|masked|compress|storage|deferrable|initially|after|first|foreign)$/i;

/** Returns the column that an item between the brackets is; `undefined` for what is none. Pure. */
export const readColumn = (item: readonly SqlToken[], takeName: TakeName): ColumnNews | undefined => {
  const [name, ...rest] = item;
  if (name === undefined || (name.kind !== 'word' && name.kind !== 'name')) return undefined;
  const reader = readTokens(rest);
  const type: string[] = [];
  for (let next = reader.peek(), before = name; next !== undefined && !endsType(reader); next = reader.peek()) {
    // Values of an enumeration are no type.
    if (next.kind !== 'string') type.push((next.from > before.to && type.length > 0 ? ' ' : '') + next.text);
    before = next;
    reader.take();
  }
  let isPrimary = false;
  let comment: string | undefined;
  let references: ColumnNews['references'];
  for (let next = reader.peek(); next !== undefined; next = reader.peek()) {
    if (reader.skip('primary', 'key')) isPrimary = true;
    else if (reader.skip('references')) {
      const table = takeName(reader);
      if (table !== undefined) references = { table, column: names(takeBracketed(reader))[0] };
    } else if (reader.skip('comment') || reader.skip('description', '=')) {
      const text = reader.peek();
      if (text?.kind === 'string' || text?.kind === 'name') comment = text.text;
    } else if (isWord(next, '(')) {
      const inside = takeBracketed(reader) ?? [];
      const described = inside.findIndex((token) => isWord(token, 'description'));
      // BigQuery: OPTIONS(description="…").
      if (described >= 0 && isWord(inside[described + 1], '=')) comment ??= inside[described + 2]?.text;
    } else reader.take();
  }
  return { name: name.text, type: typeText(type.join('').replace(/\([\s,]*\)/g, '')), isPrimary, comment, references };
};

const endsType = (reader: TokenReader): boolean => {
  const next = reader.peek();
  if (next?.kind !== 'word') return false;
  if (reader.isNext('with')) return !reader.isNext('with', 'time') && !reader.isNext('with', 'local');
  if (reader.isNext('character', 'set')) return true;
  return afterType.test(next.text);
};
