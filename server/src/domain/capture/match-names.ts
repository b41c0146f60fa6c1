import type { Catalogues } from '../catalogue/index.ts';
import type { AccessChannel, Audience, DataClass, System } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import { oncePer } from '../once.ts';
import { audienceWords } from './audience-words.ts';
import { collectMatches } from './collect-matches.ts';
import { classesOfGeneralWord } from './general-words.ts';
import { nameIndex } from './name-index.ts';
import type { MatchContext, NameMatch } from './name-match.ts';
import { hasAll, keyOf } from './name-words.ts';

/** The systems of a name: by id, name, words of the name, acronym, product, kind, nearly the name, then the search; the best first. Pure. */
export const matchSystems = (words: string, context: MatchContext): readonly NameMatch[] => {
  const { catalogues, graph, vocabulary } = context;
  const matches = collectMatches<System>(words, 'System', context);
  const index = nameIndex(graph.System);
  matches.addCalled();
  matches.add(index.ofInitials(words.toLowerCase()), 3, 'ACRONYM', 'its acronym');
  matches.add(index.ofProduct(keyOf(words)), 4, 'PRODUCT', 'its product');
  const kind = vocabulary.kindCalled(words);
  const kindName = catalogues.systemKinds.find(({ id }) => id === kind)?.name ?? '';
  if (kind !== undefined) matches.add(index.ofKind(kind), 5, 'KIND', `its kind, ${kindName}`);
  const within = kind === undefined ? vocabulary.kindWithin(words) : undefined;
  const kindSuggested = within === undefined ? [] : index.ofKind(within);
  return matches.best({ suggested: kindSuggested, suggestion: 'its kind, which the words suggest' });
};

/**
 * The data classes of a name: by id, name, words of the name, what the catalogue calls them, signs, nearly the name, then the search; the best
 * first. A word that is as general as "results" or "notes" means the whole class before any narrower one of that name. Pure.
 */
export const matchClasses = (words: string, context: MatchContext): readonly NameMatch[] => {
  const { catalogues, graph, vocabulary } = context;
  const index = nameIndex(graph.DataClass);
  const called = entriesCalled(words, catalogues).map(({ id }) => id);
  const meant = vocabulary.classesMeant(words);
  const whole = meant.filter(({ isWhole }) => isWhole).map(({ id }) => id);
  const general = classesOfGeneralWord(words);
  const isGeneral = called.length + whole.length + general.length > 0;
  const matches = collectMatches<DataClass>(words, 'DataClass', context);
  matches.addCalled((way, { level }) => (level !== 'ELEMENT' ? 0 : way === 'NAME' && isGeneral ? 1.5 : 0.5));
  const slugs = slugsById(catalogues.drsClasses);
  const addEntries = (
    entries: readonly Id[],
    rank: number,
    way: 'SYNONYM' | 'GENERAL' | 'PART',
    matched: string,
  ): void =>
    entries.forEach((entry, at) => {
      const bySlug = graph.DataClass.get(slugs.get(entry) ?? '');
      const things = [
        ...index.ofEntry(entry),
        ...(bySlug !== undefined && bySlug.catalogue === undefined ? [bySlug] : []),
      ];
      matches.add(things, rank + at / 1_000, way, matched, ({ level }) => (level === 'ELEMENT' ? 0.5 : 0));
    });
  addEntries(called, 2.1, 'SYNONYM', 'another name in the catalogue');
  addEntries(whole, 2.2, 'SYNONYM', 'another name in the catalogue');
  addEntries(general, 2.3, 'GENERAL', 'a general word for it');
  const parts = meant.filter(({ isWhole }) => !isWhole).map(({ id }) => id);
  addEntries(parts, 5, 'PART', 'some of the words');
  return matches.best({ isGeneral });
};

/** The audiences of a name: by id, name and what people call those of the catalogue. Pure. */
export const matchAudiences = (words: string, context: MatchContext): readonly NameMatch[] => {
  const key = keyOf(words);
  const matches = collectMatches<Audience>(words, 'Audience', context);
  matches.addCalled();
  const called = [...context.graph.Audience.values()].filter(({ id }) =>
    (audienceWords[id] ?? []).some((word) => keyOf(word) === key),
  );
  matches.add(called, 3, 'SYNONYM', 'what people call it');
  return matches.exact();
};

/** The access channels of a name: by id, name, kind, words in the name, the system that serves it, then the search; the best first. Pure. */
export const matchChannels = (words: string, context: MatchContext): readonly NameMatch[] => {
  const { catalogues, graph } = context;
  const index = nameIndex(graph.AccessChannel);
  const matches = collectMatches<AccessChannel>(words, 'AccessChannel', context);
  matches.addCalled();
  const kind = channelKindCalled(words, catalogues);
  const kindName = catalogues.channels.find(({ id }) => id === kind)?.name ?? '';
  if (kind !== undefined) matches.add(index.ofKind(kind), 3, 'KIND', `its kind, ${kindName}`);
  const withAll = index.wholes.filter(({ name }) => hasAll(name, words));
  matches.add(withAll, 4, 'SEARCH', 'words of its name');
  const [system] = matchSystems(words, context);
  if (system !== undefined) {
    const served = index.wholes.filter((channel) => channel.system === system.id);
    matches.add(served, 5, 'SERVED', `the system behind it, ${system.name}`);
  }
  return matches.best();
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

const slugsById = oncePer(
  (entries: Catalogues['drsClasses']): ReadonlyMap<Id, Id> => new Map(entries.map(({ id, slug }) => [id, slug])),
);
