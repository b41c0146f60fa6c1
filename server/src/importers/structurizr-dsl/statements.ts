import type { Statement } from '../architecture/statement.ts';
import type { Token } from './tokens.ts';

/** Returns tokens as statements: words up to the end of a line or a brace. */
export function* statementsOf(tokens: readonly Token[]): Generator<Statement<Token>> {
  let words: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'OPEN' || token.kind === 'END' || token.kind === 'CLOSE') {
      if (words.length > 0 || token.kind === 'OPEN')
        yield { words, line: words[0]?.line ?? token.line, opens: token.kind === 'OPEN', closes: false };
      words = [];
      if (token.kind === 'CLOSE') yield { words: [], line: token.line, opens: false, closes: true };
    } else words.push(token);
  }
}

/** Values a workspace gives names to, `!const NAME value`, to be put where `${NAME}` stands. */
export interface Constants {
  readonly define: (name: string, value: string) => void;
  readonly fill: (text: string) => string;
}

/** How long a text may become when values are put into it. */
const longestFilled = 4_000;

/** Returns no constants. A value is filled when it is defined, so that none can grow by naming itself. */
export const createConstants = (): Constants => {
  const values = new Map<string, string>();
  const fill = (text: string): string =>
    text.includes('${') && values.size > 0
      ? text
          .slice(0, longestFilled)
          .replace(/\$\{([\w.-]{1,100})\}/g, (all, name: string) => values.get(name) ?? all)
          .slice(0, longestFilled)
      : text;
  return {
    define: (name, value) => {
      if (values.size < 1_000) values.set(name, fill(value).slice(0, 1_000));
    },
    fill,
  };
};
