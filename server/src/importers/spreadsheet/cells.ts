import { cleanText } from '../json-value.ts';
import { redact, redactAddress } from '../redact.ts';

/** As many characters of a cell as are ever looked at: what is kept is shorter, and a secret cut in two is still found. */
const looked = 1_000;

/** More than this is in no cell: it is the limit of Excel. */
export const longestCell = 32_767;

/** As much of a text as is kept, see `cleanText`. */
export const longestKept = 300;

const nothing: ReadonlySet<string> = new Set(
  'n/a|na|n.a.|none|no data|nil|null|-|--|---|–|—|?|tbd|tba|tbc|unknown|not applicable|not known|#n/a|#ref!'.split('|'),
);

/** Returns whether a cell is empty or says in one of the usual ways that there is nothing to say. */
export const isNothing = (cell: string): boolean => {
  const text = cell.trim();
  return text === '' || (text.length < 16 && nothing.has(text.toLowerCase()));
};

const email = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const telephone =
  /(?<![\d.])(?:\+?\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?:\s*(?:x|ext\.?)\s*\d{1,6})?(?!\d)/giu;

/**
 * Returns a cell as one line of text of at most 300 characters, without credentials, e-mail addresses and telephone numbers;
 * `undefined` when nothing is left. An address keeps its server and path only. What a spreadsheet would take for a formula is text
 * like any other.
 */
export const tidyText = (cell: string): string | undefined => {
  if (isNothing(cell)) return undefined;
  const text = cell.slice(0, looked).replace(/^\s*'(?=\s*[=+\-@])/, '');
  // The user before the @ of an address is no e-mail address: it goes with the rest of what is before the server.
  const safe = webAddress.test(text) ? redactAddress(text.trim()) : withoutContacts(redact(text));
  const kept = cleanText(safe);
  return kept === undefined || isNothing(kept) ? undefined : kept;
};

const webAddress = /^\s*[a-z][a-z0-9+.-]{1,15}:\/\/\S+\s*$/i;

const withoutContacts = (text: string): string => {
  // Most cells have neither: looking for a sign of one first saves the time.
  const mailed = text.includes('@') ? text.replace(email, '') : text;
  const called = /\d{4}/.test(mailed) ? mailed.replace(telephone, '') : mailed;
  return called === text ? text : called.replace(/\(\s*\)|<\s*>/g, '');
};

const anyTelephone =
  /(?:(?:tel|phone|ph|fax|mobile|cell|pager|ext|x)\b\.?:?\s*)?(?:\+|\()?\d[\d ()./-]{5,20}\d(?:\s*(?:x|ext\.?)\s*\d{1,6})?/giu;
const extension = /\b(?:tel|phone|ph|fax|mobile|cell|pager|ext|x)\b\.?:?\s*\d{3,6}\b/giu;

/** Returns who is responsible as the list has it: a role, a department or a name, never an address or number by which a person is reached. */
export const tidyCustodian = (cell: string): string | undefined => {
  const text = tidyText(cell.replace(/mailto:/gi, ''));
  if (text === undefined) return undefined;
  const named = text
    .replace(anyTelephone, '')
    .replace(extension, '')
    .replace(/\(\s*\)|<\s*>|\[\s*\]/g, '')
    .replace(/\s{2,}/g, ' ')
    .replace(/^[\s,;:/|<>()-]+|[\s,;:/|<>(-]+$/g, '');
  return named === '' ? undefined : named;
};

/** How many values of one cell are read. */
const mostValues = 50;

/** Returns the values of a cell that holds several: divided at line ends, semicolons, bars and bullets, and at commas outside brackets. */
export const splitValues = (cell: string, atCommas = true): readonly string[] => {
  const values: string[] = [];
  let depth = 0;
  let value = '';
  for (const character of cell.slice(0, longestCell)) {
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth = Math.max(0, depth - 1);
    const divides = /[\n\r;|•]/.test(character) || (atCommas && character === ',' && depth === 0);
    if (!divides) {
      value += character;
      continue;
    }
    values.push(value);
    value = '';
    depth = 0;
    if (values.length >= 10 * mostValues) break;
  }
  values.push(value);
  const tidy = values.flatMap((each) => tidyText(each.replace(/^\s*[-*]\s+/, '')) ?? []);
  return [...new Set(tidy)].slice(0, mostValues);
};

const yes: ReadonlySet<string> = new Set(
  'yes|y|x|✓|✔|true|1|active|live|production|prod|in production|enabled|on|running|in use|operational|deployed|current|started|go live|implemented|pilot'.split(
    '|',
  ),
);
const no: ReadonlySet<string> = new Set(
  'no|n|false|0|inactive|not active|disabled|off|stopped|suspended|on hold|paused|retired|decommissioned|decommission|sunset|sunsetted|obsolete|terminated|not in use|not live|planned|proposed|future|in development|deprecated|archived'.split(
    '|',
  ),
);

/** Returns whether a cell says that something is in use: `undefined` for an empty cell, `UNKNOWN` for a word that is not known. */
export const readActive = (cell: string): boolean | undefined | 'UNKNOWN' => {
  if (isNothing(cell)) return undefined;
  const word = cell
    .trim()
    .slice(0, 60)
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[.!]+$/, '');
  if (yes.has(word)) return true;
  return no.has(word) ? false : 'UNKNOWN';
};

/** Returns a name as it is compared and kept in keys: lower case words without marks and signs; the text itself where it has no word. */
export const normaliseName = (name: string): string => {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? name.trim().toLowerCase() : words;
};
