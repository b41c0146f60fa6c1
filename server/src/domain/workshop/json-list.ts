/** A mapping as JSON gives it. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Returns the mappings of a list that a record keeps as JSON text, in order; `[]` for none and for text that is no such list. */
export const jsonRecords = (text: string | undefined): readonly JsonRecord[] => {
  const value = parsed(text);
  return Array.isArray(value) ? value.filter(isRecord) : [];
};

/** Returns the mapping that a record keeps as JSON text; `undefined` for none and for text that is no mapping. */
export const jsonRecord = (text: string | undefined): JsonRecord | undefined => {
  const value = parsed(text);
  return isRecord(value) ? value : undefined;
};

/** Returns JSON text of a list as a record keeps it; `undefined` for an empty one. */
export const listText = (list: readonly object[]): string | undefined =>
  list.length === 0 ? undefined : JSON.stringify(list);

const parsed = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
