import { indexOrEnd, linesBetween } from '../architecture/scan-text.ts';
import type { Statement } from '../architecture/statement.ts';

/** One word of the language: a bare word, a text in quotes, a tag, a brace, an arrow with the kind between its brackets, or the end of a line. */
export interface Token {
  readonly kind: 'WORD' | 'TEXT' | 'TAG' | 'OPEN' | 'CLOSE' | 'ARROW' | 'ASSIGN' | 'END';
  readonly text: string;
  readonly line: number;
}

const arrow = /-\[([^\]\n]{0,100})\]->|<?->/y;
const tag = /#[\w-]{1,100}/y;
/** A word ends before an arrow: `a->b`. */
const word = /(?:(?!-\[|<?->)[^\s{}='"#;])+/y;

/**
 * Returns the tokens of a model without comments. A text goes on over lines until its quote; `unclosed` is the line of one that has none.
 * Linear in the length of the text.
 */
export const tokensOf = (text: string): { readonly tokens: readonly Token[]; readonly unclosed?: number } => {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  const add = (kind: Token['kind'], value: string, length: number): void => {
    tokens.push({ kind, text: value, line });
    at += length;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '\n') {
      add('END', '', 1);
      line += 1;
    } else if (char === ';') add('END', '', 1);
    else if (/\s/.test(char)) at += 1;
    else if (text.startsWith('//', at)) at = indexOrEnd(text, '\n', at);
    else if (text.startsWith('/*', at)) {
      const end = indexOrEnd(text, '*/', at + 2);
      line += linesBetween(text, at, end);
      at = end + 2;
    } else if (char === "'" || char === '"') {
      const mark = text.startsWith(char.repeat(3), at) ? char.repeat(3) : char;
      const end = closing(text, mark, at + mark.length);
      if (end < 0) return { tokens, unclosed: line };
      const value = text.slice(at + mark.length, end);
      const lines = linesBetween(text, at, end);
      add('TEXT', value.replaceAll(`\\${char}`, char), end + mark.length - at);
      line += lines;
    } else if (char === '{' || char === '}') add(char === '{' ? 'OPEN' : 'CLOSE', char, 1);
    else if (char === '=') add('ASSIGN', char, 1);
    else {
      const found = match(arrow);
      const [all] = found ?? match(tag) ?? match(word) ?? [char];
      if (found !== null) add('ARROW', found[1] ?? '', all.length);
      else if (all.startsWith('#')) add('TAG', all.slice(1), all.length);
      else add('WORD', all, all.length);
    }
  }
  add('END', '', 0);
  return { tokens };
};

const closing = (text: string, mark: string, from: number): number => {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    let slashes = 0;
    while (at - slashes > from && text[at - slashes - 1] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
};

/** Returns tokens as statements: words up to the end of a line or a brace. A text or an opening brace on the next line goes on with it. */
export function* statementsOf(tokens: readonly Token[]): Generator<Statement<Token>> {
  let words: Token[] = [];
  let isDone = false;
  for (const token of tokens) {
    if (token.kind === 'END') {
      isDone = words.length > 0;
      continue;
    }
    if (token.kind === 'OPEN') {
      yield { words, line: words[0]?.line ?? token.line, opens: true, closes: false };
      [words, isDone] = [[], false];
      continue;
    }
    if ((isDone && token.kind !== 'TEXT') || token.kind === 'CLOSE') {
      if (words.length > 0) yield { words, line: words[0]?.line ?? token.line, opens: false, closes: false };
      [words, isDone] = [[], false];
    }
    if (token.kind === 'CLOSE') yield { words: [], line: token.line, opens: false, closes: true };
    else {
      words.push(token);
      isDone = false;
    }
  }
  if (words.length > 0) yield { words, line: words[0]?.line ?? 1, opens: false, closes: false };
}
