import type { Grade, Instant } from '../model/entity.ts';

/** A mapping as YAML or JSON gives it. */
export type Entry = Readonly<Record<string, unknown>>;

/** What a folder says once for all its entries. `recordedAt` is a placeholder: the store puts its own time. */
export interface EntryContext {
  readonly source: string;
  readonly recordedAt: Instant;
}

/**
 * One field of a concept in both directions. `read` gets the value in the file (`undefined` when left out) and returns
 * the value in the document; `write` is its inverse and returns `undefined` for a value that equals its default.
 * Both are total on values that the file's JSON Schema admits.
 */
export interface FieldCodec {
  readonly key: string;
  readonly field: string;
  readonly read: (value: unknown, context: EntryContext) => unknown;
  readonly write: (value: unknown, context: EntryContext) => unknown;
}

const same = (value: unknown): unknown => value;
const defaultGrade: Grade = 'ASSERTED';

/** A text that is always there. */
export const required = (key: string, field = key): FieldCodec => ({ key, field, read: same, write: same });

/** A text that may be absent. An empty text means the same as none. */
export const text = (key: string, field = key): FieldCodec => {
  const present = (value: unknown): unknown => (value === '' ? undefined : value);
  return { key, field, read: present, write: present };
};

/** A list whose default is empty; its order is kept. */
export const list = (key: string, field = key): FieldCodec => ({
  key,
  field,
  read: (value) => value ?? [],
  write: (value) => (isEmptyList(value) ? undefined : value),
});

/** A list that may be absent. An empty list means the same as none. */
export const optionalList = (key: string): FieldCodec => {
  const present = (value: unknown): unknown => (isEmptyList(value) ? undefined : value);
  return { key, field: key, read: present, write: present };
};

/** A value with a default. */
export const withDefault = (key: string, fallback: unknown): FieldCodec => ({
  key,
  field: key,
  read: (value) => value ?? fallback,
  write: (value) => (value === fallback ? undefined : value),
});

/** An instant, in full: `2026-11-21T09:30:00Z` in the file is `2026-11-21T09:30:00.000Z` in the document. */
export const instant = (key: string): FieldCodec => ({
  key,
  field: key,
  read: (value) => (typeof value === 'string' && value !== '' ? new Date(value).toISOString() : undefined),
  write: same,
});

/** A value the document keeps as JSON text and the file as a mapping. Text that is no JSON stays text. */
export const jsonText = (key: string): FieldCodec => ({
  key,
  field: key,
  read: (value) => (value === undefined || typeof value === 'string' ? value : JSON.stringify(value)),
  write: (value) => {
    if (typeof value !== 'string') return undefined;
    const parsed = parsedJson(value);
    // Written as a mapping only when reading the mapping gives this very text back.
    return typeof parsed === 'object' && parsed !== null && JSON.stringify(parsed) === value ? parsed : value;
  },
});

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Who states the fact: the folder's source unless the entry says otherwise. */
export const source: FieldCodec = {
  key: 'source',
  field: 'source',
  read: (value, context) => value ?? context.source,
  write: (value, context) => (value === context.source ? undefined : value),
};

/** How well the fact is known. */
export const grade: FieldCodec = withDefault('grade', defaultGrade);

/** A reference of one of several kinds, `{flow: lis-to-engine}`; `kindByKey` gives the document's name of each kind. */
export const oneReference = (
  key: string,
  kindField: string,
  kindByKey: Readonly<Record<string, string>>,
): FieldCodec => ({
  key,
  field: key,
  read: (value) => {
    const [entry] = Object.entries((value ?? {}) as Entry);
    return entry === undefined ? undefined : { [kindField]: kindByKey[entry[0]], id: entry[1] };
  },
  write: (value) => {
    if (value === undefined) return undefined;
    const reference = value as Entry;
    const found = Object.entries(kindByKey).find(([, kind]) => kind === reference[kindField]);
    return found === undefined ? undefined : { [found[0]]: reference['id'] };
  },
});

/** A list of mappings, each with fields of its own; `shortKey` is the field that can stand alone as plain text. */
export const entries = (
  key: string,
  fields: readonly FieldCodec[],
  options: { readonly shortKey?: string; readonly compare?: (a: Entry, b: Entry) => number } = {},
): FieldCodec => ({
  key,
  field: key,
  read: (value, context) =>
    ((value ?? []) as readonly unknown[]).map((item) => {
      const entry = typeof item === 'string' && options.shortKey !== undefined ? { [options.shortKey]: item } : item;
      return readFields(fields, entry as Entry, context);
    }),
  write: (value, context) => {
    const items = (value ?? []) as readonly Entry[];
    if (items.length === 0) return undefined;
    const sorted = options.compare === undefined ? items : items.toSorted(options.compare);
    return sorted.map((item) => {
      const entry = writeFields(fields, item, context);
      const short = options.shortKey === undefined ? undefined : entry[options.shortKey];
      return short !== undefined && Object.keys(entry).length === 1 ? short : entry;
    });
  },
});

/** A link to data classes with its own provenance and lifespan, and what the list adds. Written sorted by class, then role. */
export const classLinks = (key: string, extra: readonly FieldCodec[] = []): FieldCodec =>
  entries(key, [required('class', 'dataClass'), ...extra, ...lifespan, source, grade, recordedAt], {
    shortKey: 'class',
    compare: (a, b) => compareText(a['dataClass'], b['dataClass']) || compareText(a['role'], b['role']),
  });

/** When a fact holds. */
export const lifespan: readonly FieldCodec[] = [text('startedOn'), text('endedOn'), text('endReason')];

/** A stamp of the server: a document needs one, a file never has it. */
export const recordedAt: FieldCodec = {
  key: 'recordedAt',
  field: 'recordedAt',
  read: (_, context) => context.recordedAt,
  write: () => undefined,
};

/** Returns the document fields of one mapping; fields without a value are absent, never `undefined`. */
export const readFields = (fields: readonly FieldCodec[], entry: Entry, context: EntryContext): Entry =>
  collect(fields.map(({ key, field, read }) => [field, read(ownValue(entry, key), context)]));

/** Returns the mapping of one document's fields, in the order of the codecs; what equals its default is absent. */
export const writeFields = (fields: readonly FieldCodec[], document: Entry, context: EntryContext): Entry =>
  collect(fields.map(({ key, field, write }) => [key, write(document[field], context)]));

/** Compares two texts by code unit, the same on every machine; what is not text counts as empty. */
export const compareText = (a: unknown, b: unknown): number => {
  const left = typeof a === 'string' ? a : '';
  const right = typeof b === 'string' ? b : '';
  return left < right ? -1 : left > right ? 1 : 0;
};

const collect = (pairs: readonly (readonly [string, unknown])[]): Entry =>
  Object.fromEntries(pairs.filter(([, value]) => value !== undefined));

const ownValue = (entry: Entry, key: string): unknown => (Object.hasOwn(entry, key) ? entry[key] : undefined);

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
