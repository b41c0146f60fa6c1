import type { Catalogues } from '../domain/catalogue/index.ts';
import { conceptNames, type ConceptName, type DataClass } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { compareIds, type Id } from '../domain/model/entity.ts';
import { oncePer } from '../domain/once.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';
import type { CurrentGraph } from './current-graph.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';

/** One thing that was found, and why. */
export interface FoundEntity {
  readonly concept: ConceptName;
  readonly id: Id;
  readonly name: string;
  readonly description?: string;
  readonly matched: string;
}

export interface SearchInventoryDeps {
  readonly store: Pick<GraphStore, 'search'>;
  readonly catalogues: Catalogues;
  readonly currentGraph: CurrentGraph;
}

/** What is looked for. `concepts` empty: all of them. */
export interface SearchRequest {
  readonly text: string;
  readonly concepts: readonly ConceptName[];
  readonly limit: number;
}

/** The use case behind every search box. */
export type SearchInventory = (
  request: SearchRequest,
) => Promise<Result<readonly FoundEntity[], StoreUnavailable | InputInvalid>>;

/** The longest text to look for, in characters, and the most words: what anybody types, and no work without end for the store. */
export const searchLimits = { characters: 200, words: 10 } as const;

/**
 * Returns the use case that finds things by words: in name, id and description through the store; a data class also by the
 * names of the reference entry it stands for and by its FHIR resource types. Best first: name begins, name, id, the rest.
 * Errors: `InputInvalid` for a text beyond `searchLimits`, `StoreUnavailable`.
 */
export const createSearchInventory = ({ store, catalogues, currentGraph }: SearchInventoryDeps): SearchInventory => {
  const aliasesOf = createAliases(catalogues);
  return async ({ text, concepts, limit }) => {
    const tooMuch = checkText(text);
    if (tooMuch !== undefined) return err(tooMuch);
    const words = wordsOf(text);
    if (words.length === 0) return ok([]);
    const wanted = concepts.length === 0 ? conceptNames : concepts;
    const hits = await store.search(words.join(' '), wanted, limit);
    if (!hits.ok) return hits;
    const found = hits.value.map((hit): FoundEntity => ({ ...hit, matched: reasonFor(hit, words) }));
    if (!wanted.includes('DataClass')) return ok(best(found, words, limit));
    const current = await currentGraph.get();
    if (!current.ok) return current;
    const known = new Set(found.flatMap(({ concept, id }) => (concept === 'DataClass' ? [id] : [])));
    const byAlias = classesByAlias(current.value.graph, aliasesOf, words).filter(({ id }) => !known.has(id));
    return ok(best([...found, ...byAlias], words, limit));
  };
};

type Aliases = (dataClass: DataClass) => readonly { readonly label: string; readonly text: string }[];

const createAliases = (catalogues: Catalogues): Aliases => {
  const namesById = new Map<string, readonly string[]>([
    ...catalogues.uscdi.classes.map(
      ({ id, name, formerly }) => [id, [name, ...formerly.map((each) => each.name)]] as const,
    ),
    ...catalogues.drsClasses.map(({ id, name }) => [id, [name]] as const),
  ]);
  return ({ catalogue, fhirResources }) => [
    ...(catalogue === undefined ? [] : [{ label: 'reference entry', text: catalogue }]),
    ...(namesById.get(catalogue ?? '') ?? []).map((text) => ({ label: 'reference name', text })),
    ...fhirResources.map((text) => ({ label: 'FHIR resource', text })),
  ];
};

const classesByAlias = (
  { DataClass: classes }: Pick<EhiGraph, 'DataClass'>,
  aliasesOf: Aliases,
  words: readonly string[],
): readonly FoundEntity[] =>
  groupsByEntry(classes).flatMap((group): readonly FoundEntity[] => {
    const aliases = aliasesOf(group[0]);
    const alias = aliases.find(({ text }) => words.some((word) => text.toLowerCase().includes(word)));
    if (alias === undefined) return [];
    const matched = `${alias.label} ${alias.text}`;
    const known = aliases.map(({ text }) => text.toLowerCase()).join('\n');
    const others = words.filter((word) => !known.includes(word));
    return group
      .filter(({ id, name }) =>
        others.every((word) => name.toLowerCase().includes(word) || id.toLowerCase().includes(word)),
      )
      .map(({ id, name, description }) => ({
        concept: 'DataClass',
        id,
        name,
        ...(description === undefined ? {} : { description }),
        matched,
      }));
  });

/**
 * The data classes of a revision that go by the same names besides their own, because they stand for the same entry and have the same resources:
 * thousands of elements make few groups, and a search looks at the group first. Made once for all classes of a revision.
 */
const groupsByEntry = oncePer(
  (classes: ReadonlyMap<Id, DataClass>): readonly (readonly [DataClass, ...DataClass[]])[] => {
    const groups = new Map<string, [DataClass, ...DataClass[]]>();
    for (const dataClass of classes.values()) {
      const { catalogue, fhirResources } = dataClass;
      if (catalogue === undefined && fhirResources.length === 0) continue;
      const key = `${catalogue ?? ''}\n${fhirResources.join('\n')}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [dataClass]);
      else group.push(dataClass);
    }
    return [...groups.values()];
  },
);

const checkText = (text: string): InputInvalid | undefined => {
  const { characters, words } = searchLimits;
  if (text.length > characters) {
    return inputInvalid('text', `The text has ${text.length} characters; look for at most ${characters}.`);
  }
  const count = wordsOf(text).length;
  return count > words ? inputInvalid('text', `The text has ${count} words; look for at most ${words}.`) : undefined;
};

/** Each word once. */
const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== ''),
  ),
];

const reasonFor = (hit: { readonly id: string; readonly name: string }, words: readonly string[]): string => {
  if (words.every((word) => hit.name.toLowerCase().includes(word))) return 'name';
  if (words.every((word) => hit.id.toLowerCase().includes(word))) return 'id';
  return 'description';
};

const best = (found: readonly FoundEntity[], words: readonly string[], limit: number): readonly FoundEntity[] => {
  const phrase = words.join(' ');
  const rank = ({ name, matched }: FoundEntity): number => {
    if (matched !== 'name') return matched === 'id' ? 3 : 4;
    const lower = name.toLowerCase();
    return lower === phrase ? 0 : lower.startsWith(phrase) ? 1 : 2;
  };
  return [...found]
    .sort((a, b) => rank(a) - rank(b) || compareIds(a.name, b.name) || compareIds(a.id, b.id))
    .slice(0, limit);
};
