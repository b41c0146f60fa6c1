/** A token of a statement. `name` is a quoted name without its marks; `hole` is a place somebody fills in: `@schema`, `${prefix}`. */
export interface SqlToken {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'hole' | 'sign';
  readonly text: string;
  /** Where it stands in the statement. */
  readonly from: number;
  readonly to: number;
}

/** In order: holes, words and numbers; what is quoted is read by hand, as quotes may be doubled or hidden. */
const hole =
  /\$\{[^}\n]{1,60}\}|\{\{[^}\n]{1,80}\}\}|\$\([^)\n]{1,60}\)|%\w{1,60}%|<\w{1,40}>|@@?\w{1,100}|&&?\w{1,60}/y;
const word = /[\p{L}_#][\p{L}\p{M}\p{N}_$#]*/uy;
const number = /\d[\w.]*/y;
const space = /\s+/y;

/** Returns the tokens of a statement without comments, in order. Total: what nothing closes ends with the statement. Pure and linear. */
export const sqlTokens = (text: string, isMySql: boolean): readonly SqlToken[] => {
  const tokens: SqlToken[] = [];
  for (let at = 0; at < text.length;) {
    const blank = endOf(space, text, at);
    if (blank > at) {
      at = blank;
      continue;
    }
    const token = quoted(text, at, isMySql) ?? plain(text, at);
    const last = tokens.at(-1);
    // Texts that follow each other are one text; N and E before one are part of it.
    if (token.kind === 'string' && last?.kind === 'string')
      tokens[tokens.length - 1] = { ...last, text: last.text + token.text, to: token.to };
    else if (token.kind === 'string' && last?.kind === 'word' && last.to === token.from && /^[nebux]$/i.test(last.text))
      tokens[tokens.length - 1] = { ...token, from: last.from };
    else tokens.push(token);
    at = token.to;
  }
  return tokens;
};

const plain = (text: string, at: number): SqlToken => {
  for (const [kind, pattern] of [
    ['hole', hole],
    ['word', word],
    ['number', number],
  ] as const) {
    const to = endOf(pattern, text, at);
    if (to > at) return { kind, text: text.slice(at, to), from: at, to };
  }
  return { kind: 'sign', text: text[at] ?? '', from: at, to: at + 1 };
};

const closing: Readonly<Record<string, string>> = { "'": "'", '"': '"', '`': '`', '[': ']' };

const quoted = (text: string, at: number, isMySql: boolean): SqlToken | undefined => {
  const open = text[at] ?? '';
  if (open === '$') return dollarQuoted(text, at);
  const close = closing[open];
  if (close === undefined || (open === '[' && !/[\p{L}_]/u.test(text[at + 1] ?? ''))) return undefined;
  const isText = open === "'";
  const hasEscapes = isText && (isMySql || /(?:^|\W)[eE]$/.test(text.slice(Math.max(0, at - 2), at)));
  const parts: string[] = [];
  let from = at + 1;
  for (let next = from; next <= text.length; next += 1) {
    const sign = text[next];
    if (sign === undefined) parts.push(text.slice(from));
    else if (hasEscapes && sign === '\\') {
      parts.push(text.slice(from, next), escaped(text[next + 1] ?? ''));
      next += 1;
      from = next + 1;
      continue;
    } else if (sign !== close) continue;
    else if (text[next + 1] === close && open !== '[') {
      parts.push(text.slice(from, next + 1));
      next += 1;
      from = next + 1;
      continue;
    } else parts.push(text.slice(from, next));
    return { kind: isText ? 'string' : 'name', text: parts.join(''), from: at, to: Math.min(next + 1, text.length) };
  }
  return undefined;
};

/** A line feed written as two characters is white space, as everything else that is not printed. */
const escaped = (sign: string): string => ('nrt0bZ'.includes(sign) ? ' ' : sign);

const dollarTag = /\$(?:[A-Za-z_]\w{0,60})?\$/y;

const dollarQuoted = (text: string, at: number): SqlToken | undefined => {
  const start = endOf(dollarTag, text, at);
  if (start === at) return undefined;
  const tag = text.slice(at, start);
  const end = text.indexOf(tag, start);
  const to = end < 0 ? text.length : end + tag.length;
  return { kind: 'string', text: text.slice(start, end < 0 ? text.length : end), from: at, to };
};

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

/** Reads tokens one after the other. */
export interface TokenReader {
  /** The token `ahead` places on, without taking it. */
  readonly peek: (ahead?: number) => SqlToken | undefined;
  readonly take: () => SqlToken | undefined;
  /** Whether the next tokens are these unquoted words or signs, in any case of letters. */
  readonly isNext: (...words: readonly string[]) => boolean;
  /** Takes the next tokens if they are these, and tells whether they were. */
  readonly skip: (...words: readonly string[]) => boolean;
}

/** Returns a reader of tokens. */
export const readTokens = (tokens: readonly SqlToken[]): TokenReader => {
  let at = 0;
  const isNext = (...words: readonly string[]): boolean =>
    words.every((each, ahead) => isWord(tokens[at + ahead], each));
  return {
    peek: (ahead = 0) => tokens[at + ahead],
    take: () => tokens[at++],
    isNext,
    skip: (...words) => {
      const is = isNext(...words);
      if (is) at += words.length;
      return is;
    },
  };
};

/** Returns whether a token is this unquoted word or sign, in any case of letters. */
export const isWord = (token: SqlToken | undefined, text: string): boolean =>
  token !== undefined &&
  (token.kind === 'word' || token.kind === 'sign') &&
  token.text.toLowerCase() === text.toLowerCase();

/** Returns a list of tokens cut at the commas that are in no brackets. Angle brackets count where types have them: `STRUCT<a INT64>`. */
export const splitAtCommas = (tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] => {
  const lists: SqlToken[][] = [[]];
  let depth = 0;
  let angles = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'sign') {
      if (token.text === '(') depth += 1;
      else if (token.text === ')') depth -= 1;
      else if (token.text === '<' && /^(?:struct|array|map|row|range)$/i.test(tokens[index - 1]?.text ?? ''))
        angles += 1;
      else if (token.text === '>' && angles > 0) angles -= 1;
      else if (token.text === ',' && depth === 0 && angles === 0) {
        lists.push([]);
        continue;
      }
    }
    lists.at(-1)?.push(token);
  }
  return lists.filter((list) => list.length > 0);
};

/** Takes a list in brackets if it is next. Returns what is in it, without the brackets; `undefined` when there is none. */
export const takeBracketed = (reader: TokenReader): readonly SqlToken[] | undefined => {
  if (!reader.skip('(')) return undefined;
  const inside: SqlToken[] = [];
  let depth = 1;
  for (let token = reader.take(); token !== undefined; token = reader.take()) {
    if (isWord(token, '(')) depth += 1;
    else if (isWord(token, ')')) depth -= 1;
    if (depth === 0) break;
    inside.push(token);
  }
  return inside;
};
