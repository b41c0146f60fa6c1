import type { SqlDialect } from './sql-dialect.ts';
import { createSqlLexer, type SqlPiece } from './sql-lexer.ts';

/** A statement that describes the schema, without its comments, and the line it begins at. */
export interface SqlStatement {
  readonly text: string;
  readonly line: number;
  /** It is longer than any that describes a table; its end was not kept. */
  readonly isCut: boolean;
}

/** What was passed over. It is filled while the statements are read. */
export interface SqlLeftovers {
  /** How many statements with rows of data there are, COPY and INSERT. */
  rows: number;
  isCompleteDump: boolean;
  /** The line of a quotation mark or comment that nothing closes: the rest of the file was taken for its text. */
  openAt?: number;
}

/** How a statement begins that describes the schema. Temporary tables are none of it. */
const wanted =
  /^(?:create\s+(?:or\s+replace\s+)?(?:(?:external|foreign|unlogged|column|row|transient)\s+)?table\b|alter\s+(?:foreign\s+)?table\b|comment\s+on\s+(?:table|column)\b|exec(?:ute)?\s+(?:sys\.)?sp_addextendedproperty\b|drop\s+table\b|create\s+(?:database|schema)\b|use\s)/i;
const routine =
  /^(?:create|alter)\s+(?:or\s+(?:replace|alter)\s+)?(?:definer\s*=\s*\S+\s+)?(?:(?:non)?editionable\s+)?(?:proc|procedure|function|trigger|package|type\s+body)\b/i;
/** A line that begins a new statement although nothing ended the last one: SQL Server needs no semicolon. */
const newStatement =
  /^(?:create\s+(?:unique\s+|clustered\s+|nonclustered\s+)*(?:table|index|view)|alter\s+table|drop\s+table|insert|comment\s+on|exec(?:ute)?\s+(?:sys\.)?sp_)\s/i;
const delimiterLine = /^delimiter\s+(\S{1,10})\s*$/i;
const endOfBatch = /^(?:go(?:\s+\d+)?|\/)\s*;?$/i;

/** A table of thousands of columns with comments is far shorter. */
const longestStatement = 512 * 1024;

/**
 * Returns the statements of an SQL script that describe the schema, in order, as a stream. Rows of data, procedures and comments are
 * passed over without being kept, however long they are: a dump may hold patients. It knows quoted texts and names, dollar quotes,
 * `delimiter` lines, the rows behind COPY, commands of psql and the batches of SQL Server and Oracle. Linear in the length of the text.
 */
export const sqlStatements = async function* (
  text: AsyncIterable<string>,
  dialect: SqlDialect,
  leftovers: SqlLeftovers,
): AsyncIterable<SqlStatement> {
  const lexer = createSqlLexer(dialect);
  const cutter = createCutter(dialect, leftovers, lexer.skipLine, lexer.skipCopyRows);
  for await (const each of text) {
    lexer.feed(each);
    for (let piece = lexer.next(); piece !== undefined; piece = lexer.next()) cutter.add(piece);
    yield* cutter.take();
  }
  lexer.finish();
  for (let piece = lexer.next(); piece !== undefined; piece = lexer.next()) cutter.add(piece);
  const openAt = lexer.openAt();
  if (openAt === undefined) cutter.end();
  else leftovers.openAt = openAt;
  leftovers.isCompleteDump = lexer.isCompleteDump();
  yield* cutter.take();
};

interface Cutter {
  readonly add: (piece: SqlPiece) => void;
  readonly end: () => void;
  readonly take: () => readonly SqlStatement[];
}

const createCutter = (
  { hasBatches }: SqlDialect,
  leftovers: SqlLeftovers,
  skipLine: () => void,
  skipCopyRows: () => void,
): Cutter => {
  let done: SqlStatement[] = [];
  let delimiter = ';';
  /** What the statement is. `begun`: too little of it is known. `batch`: it goes on to the end of its batch. */
  let state: 'none' | 'begun' | 'keep' | 'skip' | 'batch' = 'none';
  let parts: string[] = [];
  let length = 0;
  let start = 0;
  let depth = 0;
  let isCut = false;

  const end = (): void => {
    if (state === 'begun') decide();
    const text = parts.join('');
    if (state === 'keep') done.push({ text, line: start, isCut });
    if (state === 'skip' && /^(?:insert|replace|copy)\s/i.test(text)) leftovers.rows += 1;
    if (state === 'skip' && /^copy\s[\s\S]*\bfrom\s+stdin\b/i.test(text)) skipCopyRows();
    state = 'none';
    parts = [];
    length = 0;
    depth = 0;
    isCut = false;
  };
  /** Decides by its first words what a statement is. Of what is skipped only these words are left, to count it. */
  const decide = (): void => {
    const head = parts.join('');
    const words = head.replace(/[[\]"]/g, '');
    if (wanted.test(words)) state = 'keep';
    else {
      state = hasBatches && delimiter === ';' && routine.test(words) ? 'batch' : 'skip';
      parts = [/^copy\s/i.test(head) ? head.slice(0, 2_000) : head.slice(0, 20)];
    }
  };
  const append = (text: string, line: number): void => {
    if (state === 'none') {
      if (text.trim() === '') return;
      state = 'begun';
      start = line;
      text = text.trimStart();
    }
    if (state === 'begun' || state === 'keep') {
      if (length + text.length > longestStatement) isCut = true;
      else {
        parts.push(text);
        length += text.length;
      }
    }
    if (state === 'begun' && (length > 200 || /^(?:\S+\s+){4}/.test(parts.join('')))) decide();
  };
  const addCode = (text: string, line: number): void => {
    const segments = state === 'batch' ? [text] : text.split(delimiter);
    for (const [index, segment] of segments.entries()) {
      if (index > 0) end();
      for (const sign of segment) depth = sign === '(' ? depth + 1 : sign === ')' ? Math.max(0, depth - 1) : depth;
      append(segment, line);
      if ((state as string) === 'batch') {
        // A routine was recognised in the middle of the line: its own semicolons end nothing.
        return;
      }
    }
  };
  /** Handles what only a line of its own says. Returns whether it was that. */
  const isLineOfItsOwn = (text: string): boolean => {
    const words = text.trim();
    if (words.startsWith('\\')) {
      skipLine();
      return true;
    }
    const said = state === 'none' ? delimiterLine.exec(words)?.[1] : undefined;
    if (said !== undefined) {
      delimiter = said;
      return true;
    }
    if (endOfBatch.test(words) && (hasBatches || /^go\b/i.test(words)) && text.endsWith('\n')) {
      end();
      return true;
    }
    if (
      depth === 0 &&
      delimiter === ';' &&
      (state === 'keep' || state === 'skip') &&
      newStatement.test(text.trimStart())
    )
      end();
    return false;
  };

  return {
    add: ({ kind, text, line, isLineStart }) => {
      if (kind === 'quoted') append(text, line);
      else if (!isLineStart || !isLineOfItsOwn(text)) addCode(text, line);
    },
    end,
    take: () => {
      const taken = done;
      done = [];
      return taken;
    },
  };
};
