/** A word, a quoted text or a mark of a line. `lower` is what it is compared by: empty for a quoted text, which is never a keyword. */
export interface Token {
  readonly text: string;
  readonly lower: string;
}

/** The longest line that is read, in characters. */
export const longestLine = 500;

const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»', "'": "'", '‘': '’' };
const marks = new Set([',', ';', ':', '→']);

/**
 * Returns the tokens of a line: words apart by blanks, `,` `;` `:` and an arrow by themselves, what stands in quotes as one. A quote that is
 * never closed is part of its word. Marks at the end of the line are left out. Linear in the length of the line; pure and total.
 */
export const tokensOf = (line: string): readonly Token[] => {
  const text = line
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[-=–—]+>|[⇒⟶➔➜➝]/g, ' → ');
  const tokens: Token[] = [];
  let word = '';
  const endWord = (): void => {
    if (word !== '') tokens.push({ text: word, lower: word.toLowerCase().replaceAll('’', "'") });
    word = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const end = word === '' && closing[char] !== undefined ? text.indexOf(closing[char], at + 1) : -1;
    const quoted = end === -1 ? '' : text.slice(at + 1, end).trim();
    if (quoted !== '') {
      tokens.push({ text: quoted.replace(/\s+/g, ' '), lower: '' });
      at = end;
    } else if (/\s/.test(char)) endWord();
    else if (marks.has(char)) {
      endWord();
      tokens.push({ text: char, lower: char });
    } else word += char;
  }
  endWord();
  return withoutEnd(tokens);
};

const withoutEnd = (tokens: readonly Token[]): readonly Token[] => {
  let end = tokens.length;
  while (end > 0 && marks.has(tokens[end - 1]?.lower ?? '')) end -= 1;
  const last = tokens[end - 1];
  if (last === undefined) return [];
  const text = last.lower === '' ? last.text : last.text.replace(/[.!…]+$/, '');
  const kept = tokens.slice(0, end - 1);
  return text === '' ? withoutEnd(kept) : [...kept, { text, lower: last.lower === '' ? '' : text.toLowerCase() }];
};

/** Returns tokens as one text, without articles before it: `the lab results` gives `lab results`; a quoted text stays as it is. */
export const textOf = (tokens: readonly Token[]): string => {
  const isArticle = (token: Token | undefined): boolean => token !== undefined && articles.has(token.lower);
  let from = 0;
  while (from < tokens.length - 1 && isArticle(tokens[from])) from += 1;
  return wholeText(tokens.slice(from));
};

/** Returns tokens as one text, as they stand. */
export const wholeText = (tokens: readonly Token[]): string =>
  tokens
    .map(({ text, lower }, index) => (index > 0 && !marks.has(lower) ? ` ${text}` : text))
    .join('')
    .trim();

const articles = new Set(['the', 'a', 'an', 'our', 'all', 'its', 'their', 'any', 'some']);
/** As many parts of a list as one name can be made of: `charges, account notes, statements and payments` has four. */
const longestName = 8;
const separators = new Set([',', ';', 'and', '&', '+', 'plus']);

/**
 * Returns the names in a list: `results, orders and notes` gives three. A stretch that is a name as it stands, `allergies and
 * intolerances`, stays one.
 */
export const namesIn = (tokens: readonly Token[], isName: (text: string) => boolean): readonly string[] => {
  const parts: { readonly from: number; readonly to: number }[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    if (at < tokens.length && !separators.has(tokens[at]?.lower ?? '')) continue;
    if (at > from) parts.push({ from, to: at });
    from = at + 1;
  }
  const names: string[] = [];
  for (let at = 0; at < parts.length;) {
    let last = Math.min(parts.length, at + longestName) - 1;
    const stretch = (): string => textOf(tokens.slice(parts[at]?.from, parts[last]?.to));
    while (last > at && !isName(stretch())) last -= 1;
    const name = stretch();
    if (name !== '' && !names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
    at = last + 1;
  }
  return names;
};
