import type { SqlDialect } from './sql-dialect.ts';

/** A piece of SQL. `code` ends with its line at the latest; `quoted` is a quoted text or name with its marks, or a part of one. */
export interface SqlPiece {
  readonly kind: 'code' | 'quoted';
  readonly text: string;
  readonly line: number;
  /** Nothing but blanks is before it on its line. */
  readonly isLineStart: boolean;
}

/** Cuts SQL that comes in pieces. Comments are dropped. */
export interface SqlLexer {
  readonly feed: (text: string) => void;
  /** Tells that no more text comes. */
  readonly finish: () => void;
  /** The next piece; `undefined` when more text is needed, or none is left. */
  readonly next: () => SqlPiece | undefined;
  /** Drops what is left of the line: a command of psql. */
  readonly skipLine: () => void;
  /** Drops lines up to one that is `\.`: the rows behind COPY. */
  readonly skipCopyRows: () => void;
  /** The line of a quotation mark, comment or COPY that nothing has closed so far. */
  readonly openAt: () => number | undefined;
  /** Whether a comment said that a dump is complete. */
  readonly isCompleteDump: () => boolean;
}

type Mode = 'code' | 'line' | 'comment' | 'copy' | 'dollar' | 'string' | 'name';

/** Always so much is known of what follows, unless the text ends: enough for the first words of a line. */
const lookahead = 512;
/** No piece of code is longer. */
const longestPiece = 64 * 1024;
const special = /['"`[\n/$#-]/g;
const dollarTag = /\$(?:[A-Za-z_]\w{0,60})?\$/y;
// Each is looked for once in a text: two searches, one for each mark, would go over the rest again and again.
const endOfComment = /\*\//g;
const endOrStartOfComment = /\*\/|\/\*/g;
const endOfQuoted = /['\\]/g;
const endOfDoubleQuoted = /["\\]/g;
const completeDump = /^-- ?(?:Dump completed|PostgreSQL database (?:cluster )?dump complete)\b/;

/** Returns a lexer for a dialect. It looks at each character a bounded number of times and holds no more than what it was fed last. */
export const createSqlLexer = ({ isMySql }: SqlDialect): SqlLexer => {
  let buffer = '';
  let at = 0;
  let line = 1;
  let isLast = false;
  let isLineStart = true;
  let isComplete = false;
  let mode: Mode = 'code';
  /** What ends a quoted text, whether a backslash hides it, how deep comments are, and where it was opened. */
  let close = '';
  let hasEscapes = false;
  let nested = 0;
  let opened = 0;

  /** Where the next line feed is, looked for once; beyond the buffer when there is none. */
  let nextBreak = -1;

  const advance = (to: number): void => {
    if (nextBreak < at) nextBreak = breakFrom(at);
    while (nextBreak < to) {
      line += 1;
      nextBreak = breakFrom(nextBreak + 1);
    }
    at = to;
  };
  const breakFrom = (from: number): number => {
    const found = buffer.indexOf('\n', from);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
  const piece = (kind: SqlPiece['kind'], to: number): SqlPiece => {
    const done = { kind, text: buffer.slice(at, to), line, isLineStart };
    isLineStart = kind === 'code' && (done.text.endsWith('\n') || (isLineStart && done.text.trim() === ''));
    advance(to);
    return done;
  };
  const open = (next: Mode, ends: string, escapes = false): void => {
    mode = next;
    close = ends;
    hasEscapes = escapes;
    opened = line;
  };
  /** Drops up to where a mark ends, or all there is but what could be a part of the mark. Returns whether it was found. */
  const dropTo = (mark: string, end: number): boolean => {
    if (end >= 0) advance(end + mark.length);
    else advance(isLast ? buffer.length : Math.max(at, buffer.length - mark.length + 1));
    return end >= 0;
  };

  const inComment = (): void => {
    const mark = isMySql ? endOfComment : endOrStartOfComment;
    mark.lastIndex = at;
    const found = mark.exec(buffer);
    if (found === null) dropTo('*/', -1);
    else {
      nested += found[0] === '/*' ? 1 : -1;
      advance(found.index + 2);
      if (nested === 0) mode = 'code';
    }
  };
  const inCopy = (): void => {
    const end = buffer.indexOf('\n', at);
    if (
      isLineStart &&
      buffer.startsWith('\\.', at) &&
      /^\\\.\r?$/.test(buffer.slice(at, end < 0 ? at + 4 : Math.min(end, at + 4)))
    )
      mode = 'code';
    isLineStart = dropTo('\n', end);
  };
  const inLine = (): void => {
    const end = buffer.indexOf('\n', at);
    // The end of the line is code again: it begins the next one.
    if (end < 0) at = buffer.length;
    else {
      at = end;
      mode = 'code';
    }
  };
  const inQuoted = (): SqlPiece => {
    const end = hasEscapes ? endWithEscapes() : buffer.indexOf(close, at);
    if (end < 0) return piece('quoted', isLast ? buffer.length : Math.max(at, buffer.length - close.length + 1));
    // The character that a backslash hides may be in the next piece of text.
    if (buffer[end] === '\\') return piece('quoted', end);
    mode = 'code';
    return piece('quoted', end + close.length);
  };
  /** Where the quoted text ends, or a backslash that is the last character known; -1 for neither. */
  const endWithEscapes = (): number => {
    const mark = close === '"' ? endOfDoubleQuoted : endOfQuoted;
    mark.lastIndex = at;
    for (let found = mark.exec(buffer); found !== null; found = mark.exec(buffer)) {
      if (found[0] !== '\\') return found.index;
      if (found.index + 1 >= buffer.length) return isLast ? -1 : found.index;
      mark.lastIndex = found.index + 2;
    }
    return -1;
  };

  /** Handles the sign at `at`. Returns how many characters open a quoted text there, 0 for plain code, -1 for a comment. */
  const opening = (): number => {
    const sign = buffer[at] ?? '';
    const following = buffer[at + 1] ?? '';
    if (sign === '-' && following === '-') {
      if (completeDump.test(buffer.slice(at, at + 60))) isComplete = true;
      mode = 'line';
      return -1;
    }
    if (sign === '#' && isMySql) {
      mode = 'line';
      return -1;
    }
    if (sign === '/' && following === '*') {
      open('comment', '*/');
      nested = 1;
      at += 2;
      return -1;
    }
    if (sign === "'" || sign === '"') {
      const isEscaping = isMySql || (sign === "'" && /(?:^|\W)[eE]$/.test(buffer.slice(Math.max(0, at - 2), at)));
      open('string', sign, isEscaping);
      return 1;
    }
    if (sign === '`' || (sign === '[' && /[A-Za-z_]/.test(following))) {
      open('name', sign === '[' ? ']' : '`');
      return 1;
    }
    if (sign !== '$' || isMySql || /\w/.test(buffer[at - 1] ?? ' ')) return 0;
    dollarTag.lastIndex = at;
    const tag = dollarTag.exec(buffer)?.[0];
    if (tag === undefined) return 0;
    open('dollar', tag);
    return tag.length;
  };

  /** Where code ends: behind the line, or before something that is quoted or a comment. */
  const endOfCode = (): number => {
    special.lastIndex = at;
    for (let match = special.exec(buffer); match !== null; match = special.exec(buffer)) {
      const { index } = match;
      if (match[0] === '\n') return index + 1;
      if (index - at > longestPiece) return index;
      const following = buffer[index + 1];
      if (match[0] === '-' ? following === '-' : match[0] === '/' ? following === '*' : true)
        // A sign that turns out to be plain code ends a piece all the same.
        return index;
    }
    return buffer.length;
  };

  const next = (): SqlPiece | undefined => {
    while (at < buffer.length) {
      if (mode !== 'line' && !isLast && buffer.length - at < lookahead) return undefined;
      if (mode === 'line') inLine();
      else if (mode === 'comment') inComment();
      else if (mode === 'copy') inCopy();
      else if (mode !== 'code') return inQuoted();
      else {
        const signs = opening();
        if (signs > 0) return piece('quoted', at + signs);
        if (signs < 0) continue;
        const end = endOfCode();
        if (end > at) return piece('code', end);
        // A sign that is plain code, with what follows it.
        at += 1;
        const to = endOfCode();
        at -= 1;
        return piece('code', to);
      }
    }
    return undefined;
  };

  return {
    next,
    feed: (text) => {
      // The sign before stays: whether a dollar sign or an apostrophe opens something depends on it.
      const keep = Math.max(0, at - 2);
      buffer = buffer.slice(keep) + text;
      at -= keep;
      nextBreak = -1;
    },
    finish: () => {
      isLast = true;
    },
    skipLine: () => {
      if (!isLineStart) mode = 'line';
    },
    skipCopyRows: () => {
      open('copy', '\\.');
    },
    openAt: () => (mode === 'code' || mode === 'line' ? undefined : opened),
    isCompleteDump: () => isComplete,
  };
};
