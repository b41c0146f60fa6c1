import { sqlTokens, type SqlToken } from '../database-schema/sql-tokens.ts';

/** A longer statement is not looked at, in characters. */
const longestSql = 100_000;

/** How many tables of a statement are named. */
const mostNames = 60;

const before = new Set(['from', 'join', 'into', 'update', 'table', 'using']);
const notNames = new Set([
  'select',
  'lateral',
  'unnest',
  'values',
  'only',
  'if',
  'not',
  'exists',
  'overwrite',
  'table',
]);

/**
 * Returns the tables that a statement names behind words such as FROM and INTO, each once, without the names it gives itself by WITH.
 * Nothing else of the statement is kept: no text, no number, no condition. Pure and linear.
 */
export const tablesOfSql = (sql: string): readonly string[] => {
  const code = sql.length > longestSql ? undefined : withoutTexts(sql);
  if (code === undefined) return [];
  const tokens = sqlTokens(code, false);
  const own = ownNames(tokens);
  const names = new Map<string, string>();
  // Whether each open bracket, and the statement itself, is a query: FROM in `extract(day from x)` names a column.
  const queries = [true];
  for (let at = 0; at < tokens.length && names.size < mostNames; at += 1) {
    const token = tokens[at];
    const word = wordOf(token);
    if (token?.text === '(' && token.kind === 'sign') queries.push(/^(?:select|with)$/.test(wordOf(tokens[at + 1])));
    else if (token?.text === ')' && token.kind === 'sign' && queries.length > 1) queries.pop();
    else if (before.has(word) && queries.at(-1) === true && wordOf(tokens[at - 1]) !== 'distinct') {
      const name = nameAt(tokens, at + 1);
      if (name !== undefined && !own.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    }
  }
  return [...names.values()];
};

const wordOf = (token: SqlToken | undefined): string => (token?.kind === 'word' ? token.text.toLowerCase() : '');

/** A dotted name; a name with a bracket behind it is a function. */
const nameAt = (tokens: readonly SqlToken[], start: number): string | undefined => {
  let at = start;
  while (notNames.has(wordOf(tokens[at])) && wordOf(tokens[at]) !== 'select' && at < start + 4) at += 1;
  const parts: string[] = [];
  for (; parts.length < 5; at += 2) {
    const token = tokens[at];
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'name') || notNames.has(wordOf(token))) break;
    parts.push(token.text.slice(0, 128));
    if (tokens[at + 1]?.text !== '.') {
      at += 1;
      break;
    }
  }
  const isFunction = tokens[at]?.text === '(' && !/^(?:into|table)$/.test(wordOf(tokens[start - 1]));
  return parts.length === 0 || isFunction ? undefined : parts.join('.');
};

const ownNames = (tokens: readonly SqlToken[]): ReadonlySet<string> => {
  const own = new Set<string>();
  for (const [at, token] of tokens.entries())
    if (
      (token.kind === 'word' || token.kind === 'name') &&
      wordOf(tokens[at + 1]) === 'as' &&
      tokens[at + 2]?.text === '('
    )
      own.add(token.text.toLowerCase());
  return own;
};

/**
 * A statement without comments and texts; `undefined` where it is not sure what is a text, as a word of one must never be taken for a
 * table: a quotation mark behind a backslash ends a text in one product and not in another.
 */
const withoutTexts = (sql: string): string | undefined => {
  if (/\\['"`]/.test(sql)) return undefined;
  const parts: string[] = [];
  let from = 0;
  for (const { index: at } of sql.matchAll(/['"`]|--|\/\*/g)) {
    if (at < from) continue;
    parts.push(sql.slice(from, at));
    const mark = sql[at] ?? '';
    if (mark === '-') {
      from = sql.indexOf('\n', at);
      if (from < 0) return parts.join('');
    } else {
      const end = mark === '/' ? '*/' : mark;
      const close = sql.indexOf(end, at + end.length);
      if (close < 0) return undefined;
      from = close + end.length;
      parts.push(mark === '"' || mark === '`' ? sql.slice(at, from) : " '' ");
    }
  }
  parts.push(sql.slice(from));
  return parts.join('');
};
