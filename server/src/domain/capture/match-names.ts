import type { Catalogues } from '../catalogue/index.ts';
import type { AccessChannel, Audience, ConceptName, DataClass, System } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { oncePer } from '../once.ts';
import { wordsOf } from '../words-of.ts';
import { audienceWords } from './audience-words.ts';

/** Something a name may stand for, and why. */
export interface NameMatch {
  readonly concept: ConceptName;
  readonly id: Id;
  readonly name: string;
  readonly description?: string;
  readonly matched: string;
}

/** What words mean beyond the inventory: this project's signs and the catalogue's kinds. */
export interface Vocabulary {
  /** The kind of system these words are the name or abbreviation of, and nothing else. */
  readonly kindCalled: (words: string) => Id | undefined;
  /** The kind of system that the words have in them somewhere. */
  readonly kindWithin: (words: string) => Id | undefined;
  /** Catalogue ids of the data classes that the words point at, the best first; `isWhole`: the words are nothing but the sign. */
  readonly classesMeant: (words: string) => readonly { readonly id: Id; readonly isWhole: boolean }[];
}

/** What names are looked for in. `searched` gives what the search of the inventory found for a name. */
export interface MatchContext {
  readonly graph: EhiGraph;
  readonly catalogues: Catalogues;
  readonly asOf: CalendarDate;
  readonly vocabulary: Vocabulary;
  readonly searched: (concept: ConceptName, words: string) => readonly NameMatch[];
}

/** As many matches as a name is given. */
const mostMatches = 8;

interface Ranked {
  readonly rank: number;
  readonly matched: string;
}

/** The systems of a name: by id, name, words of the name, initials, product, kind, then the search; the best first. Pure. */
export const matchSystems = (words: string, context: MatchContext): readonly NameMatch[] => {
  const { catalogues, vocabulary } = context;
  const kind = vocabulary.kindCalled(words);
  const asked = askedOf(words);
  const kindName = catalogues.systemKinds.find(({ id }) => id === kind)?.name ?? '';
  return best(words, 'System', context, (system: System): Ranked | undefined => {
    const same = sameName(asked, system);
    if (same !== undefined) return same;
    if (isInitials(words, system.name)) return { rank: 3, matched: 'initials' };
    if (system.product !== undefined && keyOf(system.product) === asked.key) return { rank: 4, matched: 'product' };
    return system.kind === kind ? { rank: 5, matched: `kind ${kindName}` } : undefined;
  });
};

/** The data classes of a name: by id, name, words, what the catalogue calls the entry, signs, then the search; the best first. Pure. */
export const matchClasses = (words: string, context: MatchContext): readonly NameMatch[] => {
  const meant = new Map(context.vocabulary.classesMeant(words).map(({ id, isWhole }, at) => [id, { at, isWhole }]));
  const entries = entriesCalled(words, context.catalogues);
  const idBySlug = idsBySlug(context.catalogues.drsClasses);
  const asked = askedOf(words);
  return best(words, 'DataClass', context, (dataClass: DataClass): Ranked | undefined => {
    const isElement = dataClass.level === 'ELEMENT';
    const lower = isElement ? 0.5 : 0;
    const same = isElement ? isCalled(asked, dataClass) : sameName(asked, dataClass);
    if (same !== undefined) return { ...same, rank: same.rank + lower };
    const standsFor = dataClass.catalogue ?? idBySlug.get(dataClass.id);
    if (standsFor === undefined) return undefined;
    const entry = entries.find(({ id }) => id === standsFor);
    if (entry !== undefined) return { rank: 3 + lower, matched: `reference name ${entry.name}` };
    const sign = meant.get(standsFor);
    return sign === undefined
      ? undefined
      : { rank: (sign.isWhole ? 4 : 5) + lower + sign.at / 100, matched: `words for ${dataClass.name}` };
  });
};

/** The audiences of a name: by id, name and what people call those of the catalogue. Pure. */
export const matchAudiences = (words: string, context: MatchContext): readonly NameMatch[] => {
  const asked = askedOf(words);
  return best(words, 'Audience', context, (audience: Audience): Ranked | undefined => {
    const called = (audienceWords[audience.id] ?? []).some((word) => keyOf(word) === asked.key);
    return sameName(asked, audience) ?? (called ? { rank: 3, matched: 'what people call it' } : undefined);
  }).filter(({ matched }) => matched !== searchedOnly);
};

/** The access channels of a name: by id, name, kind, words in the name, the system that serves it, then the search; the best first. Pure. */
export const matchChannels = (words: string, context: MatchContext): readonly NameMatch[] => {
  const kind = channelKindCalled(words, context.catalogues);
  const asked = askedOf(words);
  const kindName = context.catalogues.channels.find(({ id }) => id === kind)?.name ?? '';
  const [system] = matchSystems(words, context);
  return best(words, 'AccessChannel', context, (channel: AccessChannel): Ranked | undefined => {
    const same = sameName(asked, channel);
    if (same !== undefined) return same;
    if (channel.kind === kind) return { rank: 3, matched: `kind ${kindName}` };
    if (hasAll(channel.name, words)) return { rank: 4, matched: 'words of the name' };
    return channel.system === system?.id ? { rank: 5, matched: `served by ${system.name}` } : undefined;
  });
};

/** The kind of channel these words name or are part of the name of; `undefined` where there is none. Pure. */
export const channelKindCalled = (words: string, { channels }: Pick<Catalogues, 'channels'>): Id | undefined => {
  const key = keyOf(words);
  const exact = channels.find(
    ({ id, name }) => keyOf(id) === key || keyOf(id.replace(/^CH-/, '')) === key || keyOf(name) === key,
  );
  return (exact ?? channels.find(({ name }) => hasAll(name, words)))?.id;
};

/** The classes of the catalogue that are called so, or were in an earlier version. Pure. */
export const entriesCalled = (words: string, { uscdi, drsClasses }: Pick<Catalogues, 'uscdi' | 'drsClasses'>) => {
  const key = keyOf(words);
  const is = (...names: readonly string[]): boolean => key !== '' && names.some((name) => keyOf(name) === key);
  return [
    ...uscdi.classes.filter(({ id, slug, name, formerly }) => is(id, slug, name, ...formerly.map((each) => each.name))),
    ...drsClasses.filter(({ id, slug, name }) => is(id, slug, name)),
  ];
};

const idsBySlug = oncePer(
  (entries: Catalogues['drsClasses']): ReadonlyMap<Id, Id> => new Map(entries.map(({ id, slug }) => [slug, id])),
);

const searchedOnly = 'search';

const best = (
  words: string,
  concept: 'System' | 'DataClass' | 'Audience' | 'AccessChannel',
  { graph, asOf, searched }: MatchContext,
  rankOf: (entity: never) => Ranked | undefined,
): readonly NameMatch[] => {
  const found: (NameMatch & { readonly rank: number })[] = [];
  for (const entity of graph[concept].values()) {
    if (!isLiveOn(entity, asOf)) continue;
    const ranked = rankOf(entity as never);
    if (ranked !== undefined) found.push({ ...asMatch(concept, entity), ...ranked });
  }
  found.sort((a, b) => a.rank - b.rank || compareIds(a.name, b.name) || compareIds(a.id, b.id));
  const known = new Set(found.map(({ id }) => id));
  // Words in a description are about a thing; they are no name of it.
  const more = searched(concept, words).filter(({ id, matched }) => {
    const entity = graph[concept].get(id);
    return matched !== 'description' && !known.has(id) && entity !== undefined && isLiveOn(entity, asOf);
  });
  return [
    ...found.map(({ rank: _rank, ...match }) => match),
    ...more.map((match) => ({ ...match, matched: concept === 'Audience' ? searchedOnly : match.matched })),
  ].slice(0, mostMatches);
};

const asMatch = (concept: ConceptName, { id, name, description }: Pick<NameMatch, 'id' | 'name' | 'description'>) => ({
  concept,
  id,
  name,
  ...(description === undefined ? {} : { description }),
});

/** A name as it is compared: worked out once for all that it is compared with. */
interface Asked {
  readonly words: string;
  readonly lower: string;
  readonly key: string;
}

const askedOf = (words: string): Asked => ({ words, lower: words.toLowerCase(), key: keyOf(words) });

const sameName = (asked: Asked, entity: Named): Ranked | undefined => {
  const exact = isCalled(asked, entity);
  if (exact !== undefined || asked.key === '') return exact;
  const { nameKey, idKey } = keysOf(entity);
  return asked.key === nameKey || asked.key === idKey ? { rank: 2, matched: 'words of the name' } : undefined;
};

/** By id or name as they stand, upper and lower case apart: all that the many elements of an inventory are compared by. */
const isCalled = ({ words, lower }: Asked, { id, name }: Named): Ranked | undefined => {
  if (id.toLowerCase() === lower) return { rank: id === words ? 0 : 0.2, matched: 'id' };
  return name.toLowerCase() === lower ? { rank: 1, matched: 'name' } : undefined;
};

interface Named {
  readonly id: Id;
  readonly name: string;
}

/** The words an entity is compared by, worked out once. */
const keysOf = oncePer(({ id, name }: Named) => ({
  nameKey: keyOf(name),
  idKey: keyOf(id),
}));

/** Words that say nothing about which one is meant. */
const fillers = new Set(['system', 'data', 'information', 'record', 'the', 'application', 'app']);

/** Names are the same when their words are, whatever the order and what says nothing. */
const keyOf = (text: string): string => {
  const words = wordsOf(text);
  const telling = words.filter((word) => !fillers.has(word));
  return (telling.length === 0 ? words : telling).toSorted().join(' ');
};

const hasAll = (name: string, words: string): boolean => {
  const present = new Set(wordsOf(name));
  const asked = wordsOf(words);
  return asked.length > 0 && asked.every((word) => present.has(word));
};

const small = new Set(['of', 'and', 'the', 'for', 'to', 'in']);

/** Whether words are the initials of a name of two words or more: LIS, Laboratory Information System. */
const isInitials = (words: string, name: string): boolean => {
  if (!/^[a-z]{2,8}$/i.test(words)) return false;
  const parts = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  if (parts.length < 2) return false;
  const initials = (all: readonly string[]): string => all.map((part) => part.charAt(0)).join('');
  const lower = words.toLowerCase();
  return initials(parts) === lower || initials(parts.filter((part) => !small.has(part))) === lower;
};
