/** Where a value stands in a file: field names and list positions, outermost first. */
export type Path = readonly (string | number)[];

/** Takes a problem at `path`; the message says what is wrong and how to mend it. */
export type Report = (path: Path, message: string) => void;

/** The typed value, or `undefined` after at least one problem was reported. */
export type Decoder<T> = (value: unknown, path: Path, report: Report) => T | undefined;

type Fields<T> = { readonly [K in keyof T]: Decoder<T[K]> };

const kindOf = (value: unknown): string =>
  value === null || value === undefined ? 'nothing' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;

/** Decodes text that is not empty. */
export const text: Decoder<string> = (value, path, report) => {
  if (typeof value === 'string' && value.trim() !== '') return value;
  const mend = typeof value === 'number' || typeof value === 'boolean' ? '; put it in quotes' : '';
  return void report(path, `expected text, found ${value === '' ? 'empty text' : kindOf(value)}${mend}`);
};

/** Decodes text of a given form; `form` names it in the problem. */
export const textLike =
  (pattern: RegExp, form: string): Decoder<string> =>
  (value, path, report) => {
    const decoded = text(value, path, report);
    if (decoded === undefined || pattern.test(decoded)) return decoded;
    return void report(path, `expected ${form}, found "${decoded}"`);
  };

/** Decodes one of a fixed set of words. */
export const oneOf =
  <const T extends string>(words: readonly T[]): Decoder<T> =>
  (value, path, report) => {
    const found = words.find((word) => word === value);
    return found ?? void report(path, `expected one of ${words.join(', ')}, found ${kindOfWord(value)}`);
  };

const kindOfWord = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : kindOf(value));

/** Decodes a whole number from 0. */
export const count: Decoder<number> = (value, path, report) =>
  Number.isSafeInteger(value) && Number(value) >= 0
    ? Number(value)
    : void report(path, `expected a whole number, found ${kindOf(value)}`);

/** Decodes `true` or `false`; an absent value is `false`. */
export const flag: Decoder<boolean> = (value, path, report) =>
  value === undefined ? false : typeof value === 'boolean' ? value : void report(path, 'expected true or false');

/** Decodes a list, in order; an absent list is empty. */
export const listOf =
  <T>(item: Decoder<T>): Decoder<readonly T[]> =>
  (value, path, report) => {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return void report(path, `expected a list, found ${kindOf(value)}`);
    const items = value.map((entry: unknown, i) => item(entry, [...path, i], report));
    return items.some((entry) => entry === undefined) ? undefined : items.filter((entry) => entry !== undefined);
  };

/** Decodes a list that may be written as its only item; an absent list is empty. */
export const oneOrMore =
  <T>(item: Decoder<T>): Decoder<readonly T[]> =>
  (value, path, report) => {
    if (value === undefined || value === null || Array.isArray(value)) return listOf(item)(value, path, report);
    const only = item(value, path, report);
    return only === undefined ? undefined : [only];
  };

/**
 * Decodes a mapping field by field. A required field's decoder sees `undefined` when the field is absent; an optional
 * field that is absent or `null` is left out. A field that is in neither set is a problem: it is most likely a typing slip.
 */
export const record =
  <R extends object, O extends object>(required: Fields<R>, optional: Fields<O>): Decoder<R & Partial<O>> =>
  (value, path, report) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return void report(path, `expected a mapping, found ${kindOf(value)}`);
    }
    const given = new Map<string, unknown>(Object.entries(value));
    const decoded: [string, unknown][] = [];
    let sound = true;
    for (const key of given.keys()) {
      if (Object.hasOwn(required, key) || Object.hasOwn(optional, key)) continue;
      sound = false;
      report(
        [...path, key],
        `unknown field; known are ${[...Object.keys(required), ...Object.keys(optional)].join(', ')}`,
      );
    }
    for (const [fields, mayBeAbsent] of [
      [required, false],
      [optional, true],
    ] as const) {
      for (const [key, decode] of Object.entries<Decoder<unknown>>(fields)) {
        const field = given.get(key);
        if (mayBeAbsent && (field === undefined || field === null)) continue;
        const result = decode(field, [...path, key], report);
        if (result === undefined) sound = false;
        else decoded.push([key, result]);
      }
    }
    // The loop above decoded each field with the decoder its type comes from.
    return sound ? (Object.fromEntries(decoded) as R & Partial<O>) : undefined;
  };
