import type { Id } from '../../domain/model/entity.ts';
import type { ClassResolver, ClassSign, ObservedPlace, PartFact } from '../../domain/reconcile/index.ts';

/** One field in which two readings of a fact differ, each as text; `''` for nothing. Lists show what is added or gone. */
export interface FactFieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What a fact was and is, as an observation keeps it: its name, and its statement as JSON. */
interface Told {
  readonly name: string;
  readonly statement?: string | undefined;
}

/** How what a statement refers to is called. */
export interface FactNames {
  readonly observation: (id: Id) => string;
  readonly resolver: Pick<ClassResolver, 'resolve'>;
}

/** Returns in what two readings of one fact differ, its name first, then its fields by name. Pure. */
export const factChanges = (before: Told, after: Told, names: FactNames): readonly FactFieldChange[] => {
  const [old, now] = [fieldsOf(before.statement), fieldsOf(after.statement)];
  const fields = [...new Set([...old.keys(), ...now.keys()])].toSorted((a, b) => (a < b ? -1 : 1));
  return [
    ...(before.name === after.name ? [] : [{ field: 'name', before: before.name, after: after.name }]),
    ...fields
      .filter((field) => field !== 'kind' && JSON.stringify(old.get(field)) !== JSON.stringify(now.get(field)))
      .map((field) => ({ field, ...difference(field, old.get(field), now.get(field), names) })),
  ];
};

/** The store keeps what an importer wrote; a file somebody edited by hand may hold anything. */
const fieldsOf = (statement: string | undefined): ReadonlyMap<string, unknown> => {
  try {
    const value: unknown = JSON.parse(statement ?? '{}');
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
};

const difference = (
  field: string,
  before: unknown,
  after: unknown,
  names: FactNames,
): Omit<FactFieldChange, 'field'> => {
  if (!Array.isArray(before) && !Array.isArray(after))
    return { before: textOf(field, before, names), after: textOf(field, after, names) };
  const short = changed(listed(before, names, false), listed(after, names, false));
  // The same classes for other reasons, or the same columns with other comments.
  return short.before === '' && short.after === ''
    ? changed(listed(before, names, true), listed(after, names, true))
    : short;
};

const changed = (before: readonly string[], after: readonly string[]): Omit<FactFieldChange, 'field'> => ({
  before: joined(before.filter((each) => !after.includes(each))),
  after: joined(after.filter((each) => !before.includes(each))),
});

/** As many as are read in a row of a table. */
const mostItems = 12;

const joined = (items: readonly string[]): string =>
  [...items.slice(0, mostItems), ...(items.length > mostItems ? [`and ${items.length - mostItems} more`] : [])].join(
    ', ',
  );

const listed = (value: unknown, names: FactNames, isLong: boolean): readonly string[] =>
  Array.isArray(value) ? value.map((each: unknown) => itemOf(each, names, isLong)) : [];

const itemOf = (value: unknown, { resolver }: FactNames, isLong: boolean): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray((value as Partial<ClassSign>).classes) && 'certainty' in value) {
    const sign = value as ClassSign;
    const meant = resolver.resolve(sign).meant.map(({ name }) => name);
    const words = meant.length > 0 ? meant.join(' or ') : (sign.name ?? sign.classes.join(' or '));
    return isLong ? `${words} (${sign.certainty.toLowerCase()}: ${sign.reason}, ${sign.pointer})` : words;
  }
  const { name = '', type, key, references, comment } = value as Partial<PartFact>;
  const more = [
    type,
    key === undefined ? undefined : `${key.toLowerCase()} key`,
    references === undefined ? undefined : `refers to ${references}`,
    isLong ? comment : undefined,
  ].filter((each) => each !== undefined);
  return more.length === 0 ? name : `${name} (${more.join(', ')})`;
};

const references: ReadonlySet<string> = new Set(['from', 'to', 'system']);

const textOf = (field: string, value: unknown, { observation }: FactNames): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return references.has(field) ? observation(value) : value;
  if (typeof value !== 'object') return String(value);
  const { observation: place } = value as Partial<ObservedPlace>;
  return typeof place === 'string' ? observation(place) : JSON.stringify(value);
};
