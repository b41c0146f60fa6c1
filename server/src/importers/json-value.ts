/** A JSON object whose fields are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A value in a JSON document with its place, `$.rest[0].resource[3]`. */
export interface Located {
  readonly value: unknown;
  readonly pointer: string;
}

/** Returns the value as an object, `{}` for anything else. */
export const asObject = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** Returns an object's own field, `undefined` when absent: what objects inherit is not data. */
export const field = (value: unknown, key: string): unknown => {
  const object = asObject(value);
  return Object.hasOwn(object, key) ? object[key] : undefined;
};

/** Returns a field as trimmed text without control characters, `undefined` for anything else and for empty text. */
export const textField = (value: unknown, key: string): string | undefined => cleanText(field(value, key));

/** Returns a value as one line of text of at most 300 characters, `undefined` when it is not text or is empty. */
export const cleanText = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  // A file's text ends up in names and messages: no control characters, no line feeds, no endless lines.
  const text = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return text === '' ? undefined : text.slice(0, longestText);
};

/** Returns the items of a list field with their places, `[]` when there is no list. */
export const items = ({ value, pointer }: Located, key: string): readonly Located[] => {
  const list = field(value, key);
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown, index) => ({ value: item, pointer: `${pointer}.${key}[${index}]` }));
};

const longestText = 300;
