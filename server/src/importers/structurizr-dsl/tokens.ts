import { indexOrEnd, linesBetween } from '../architecture/scan-text.ts';

/** One word of the language: a bare word, a text in quotes, a brace, an arrow, or the end of a line. */
export interface Token {
  readonly kind: 'WORD' | 'TEXT' | 'OPEN' | 'CLOSE' | 'ARROW' | 'ASSIGN' | 'END';
  readonly text: string;
  readonly line: number;
}

/** How many tokens of a file are read. */
const mostTokens = 2_000_000;

/**
 * Returns the tokens of a workspace. Comments are left out; a line that ends with a backslash goes on. `unclosed` is the line of a text
 * without its closing quote. Linear in the length of the text.
 */
export const tokensOf = (text: string): { readonly tokens: readonly Token[]; readonly unclosed?: number } => {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  const add = (kind: Token['kind'], value: string): void => void tokens.push({ kind, text: value, line });
  while (at < text.length && tokens.length < mostTokens) {
    const char = text[at] ?? '';
    const two = text.slice(at, at + 2);
    if (char === '\n') {
      add('END', '');
      line += 1;
      at += 1;
    } else if (/\s/.test(char)) at += 1;
    else if (char === '\\' && /^\\[ \t\r]*\n/.test(text.slice(at, at + 80))) {
      at = text.indexOf('\n', at) + 1;
      line += 1;
    } else if (two === '/*') {
      const end = text.indexOf('*/', at + 2);
      const stop = end < 0 ? text.length : end + 2;
      line += linesBetween(text, at, stop);
      at = stop;
    } else if (two === '//' || (char === '#' && (tokens.at(-1)?.kind ?? 'END') === 'END'))
      at = indexOrEnd(text, '\n', at);
    else if (text.startsWith('"""', at)) {
      const end = text.indexOf('"""', at + 3);
      if (end < 0) return { tokens, unclosed: line };
      add('TEXT', text.slice(at + 3, end));
      line += linesBetween(text, at, end);
      at = end + 3;
    } else if (char === '"') {
      const end = closingQuote(text, at + 1);
      if (end < 0) return { tokens, unclosed: line };
      add(
        'TEXT',
        text
          .slice(at + 1, end)
          .replaceAll('\\"', '"')
          .replaceAll('\\n', ' '),
      );
      at = end + 1;
    } else if (char === '{' || char === '}') {
      add(char === '{' ? 'OPEN' : 'CLOSE', char);
      at += 1;
    } else if (two === '->') {
      add('ARROW', two);
      at += 2;
    } else if (char === '=') {
      add('ASSIGN', char);
      at += 1;
    } else {
      const from = at;
      while (at < text.length && !/[\s{}="]/.test(text[at] ?? '') && !(text.startsWith('->', at) && at > from)) at += 1;
      add('WORD', text.slice(from, at));
    }
  }
  add('END', '');
  return { tokens };
};

/** A text in quotes ends on its line. */
const closingQuote = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\n') return -1;
    if (text[at] === '"' && text[at - 1] !== '\\') return at;
  }
  return -1;
};
