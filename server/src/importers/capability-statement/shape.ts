import { cleanText, field, type Located } from '../json-value.ts';

/** A list field and what stands in it: `object`, or `any` where releases differ; `lists` are those inside each item. */
interface ListShape {
  readonly items: 'object' | 'any';
  readonly lists: Readonly<Record<string, ListShape>>;
}

const objects = (lists: ListShape['lists'] = {}): ListShape => ({ items: 'object', lists });
const anything: ListShape = { items: 'any', lists: {} };

/** The lists the importer reads (https://hl7.org/fhir/R4/capabilitystatement.html). */
const statementLists: ListShape['lists'] = {
  rest: objects({
    resource: objects({
      interaction: objects(),
      operation: objects(),
      searchParam: objects(),
      supportedProfile: anything,
    }),
    interaction: objects(),
    operation: objects(),
  }),
  messaging: objects({ endpoint: objects(), event: objects(), supportedMessage: objects() }),
  document: objects(),
  implementationGuide: anything,
  instantiates: anything,
};

/** A part of a statement that has another JSON type than FHIR gives it: `pointer` names it. */
export interface WrongShape {
  readonly pointer: string;
  readonly wanted: 'a list' | 'an object';
  readonly given: string;
}

/**
 * Returns every part of a statement that should be a list, or an object in a list, and is something else. Read as absent,
 * such a part would make a server look as if it offered nothing. `null` is absent. Pure and total.
 */
export const wrongShapes = (statement: Located): readonly WrongShape[] => wrongLists(statement, statementLists);

const wrongLists = (owner: Located, lists: ListShape['lists']): readonly WrongShape[] =>
  Object.entries(lists).flatMap(([key, shape]): readonly WrongShape[] => {
    const value = field(owner.value, key);
    const pointer = `${owner.pointer}.${key}`;
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return [{ pointer, wanted: 'a list', given: jsonTypeOf(value) }];
    return (value as readonly unknown[]).flatMap((item, index): readonly WrongShape[] => {
      const at = `${pointer}[${index}]`;
      if (shape.items === 'object' && jsonTypeOf(item) !== 'an object')
        return [{ pointer: at, wanted: 'an object', given: jsonTypeOf(item) }];
      return wrongLists({ value: item, pointer: at }, shape.lists);
    });
  });

/** Returns the resource entries of a statement that name no type, by pointer. Pure and total. */
export const untypedResources = (resources: readonly Located[]): readonly string[] =>
  resources.filter(({ value }) => cleanText(field(value, 'type')) === undefined).map(({ pointer }) => pointer);

const jsonTypeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return wordByType[typeof value] ?? 'something else';
};

const wordByType: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  number: 'a number',
  object: 'an object',
  string: 'text',
};
