import { compareIds, isLiveOn, type Id } from '../model/entity.ts';
import { isSpecial } from './name-certainty.ts';
import { nameIndex, type NameIndex, type Named } from './name-index.ts';
import type { FoundName, MatchContext, MatchWay, NameMatch } from './name-match.ts';
import { keyOf } from './name-words.ts';
import { nearNames } from './near-names.ts';

/** As many matches as a name is given. */
const mostMatches = 8;

/** The matches of a name so far. Adding one that is there already keeps the better rank; what is over on the day is left out. */
export interface CollectedMatches<T extends Named> {
  readonly add: (
    things: readonly T[],
    rank: number,
    way: MatchWay,
    matched: string,
    lower?: (thing: T) => number,
  ) => void;
  /** Adds what has the words for its id or name, or the same words in another form; `lower` puts a thing lower down. */
  readonly addCalled: (lower?: (way: MatchWay, thing: T) => number) => void;
  /** What was added, the best first. */
  readonly exact: () => readonly NameMatch[];
  /**
   * What was added, else what is spelled nearly so; then what the search found; where there is none of these, what is `suggested`. After a general
   * word nothing that has a special category comes first only because the word stands in its name.
   */
  readonly best: (options?: {
    readonly isGeneral?: boolean;
    readonly suggested?: readonly T[];
    readonly suggestion?: string;
  }) => readonly NameMatch[];
}

/** Returns an empty collection for a name among the things of a concept. Its functions add to it. */
export const collectMatches = <T extends Named>(
  words: string,
  concept: 'System' | 'DataClass' | 'Audience' | 'AccessChannel',
  { graph, asOf, searched }: MatchContext,
): CollectedMatches<T> => {
  const things = graph[concept] as unknown as ReadonlyMap<Id, T>;
  const index: NameIndex<T> = nameIndex(things);
  const found = new Map<Id, NameMatch & { readonly rank: number }>();

  const add: CollectedMatches<T>['add'] = (added, rank, way, matched, lower = () => 0) => {
    for (const thing of added) {
      if (!isLiveOn(thing, asOf)) continue;
      const ranked = rank + lower(thing);
      if ((found.get(thing.id)?.rank ?? Infinity) <= ranked) continue;
      const { id, name, description } = thing;
      const said = description === undefined ? {} : { description };
      found.set(id, { concept, id, name, ...said, matched, way, rank: ranked });
    }
  };

  const exact = (): readonly NameMatch[] =>
    [...found.values()]
      .toSorted((a, b) => a.rank - b.rank || compareIds(a.name, b.name) || compareIds(a.id, b.id))
      .slice(0, mostMatches)
      .map(({ rank: _rank, ...match }) => match);

  /** Words in a description are about a thing; they are no name of it. */
  const searchedFor = (): readonly NameMatch[] =>
    searched(concept, words).flatMap((hit): readonly NameMatch[] => {
      const entity = things.get(hit.id);
      const isName = hit.matched !== 'description' && entity !== undefined && isLiveOn(entity, asOf);
      return isName && !found.has(hit.id) ? [{ ...hit, matched: inWords(hit), way: 'SEARCH' }] : [];
    });

  return {
    add,
    exact,
    addCalled: (lower = () => 0) => {
      const key = keyOf(words);
      const asked = words.toLowerCase();
      for (const thing of index.called(asked)) {
        const way = thing.id.toLowerCase() === asked ? 'ID' : 'NAME';
        const rank = way === 'NAME' ? 1 : thing.id === words ? 0 : 0.2;
        add([thing], rank + lower(way, thing), way, way === 'ID' ? 'its id' : 'its name');
      }
      if (key !== '') add(index.ofKey(key), 2, 'WORDS', 'the words of its name', (thing) => lower('WORDS', thing));
    },
    best: ({ isGeneral = false, suggested = [], suggestion = '' } = {}) => {
      if (![...found.values()].some(({ way }) => way !== 'PART' && way !== 'SEARCH' && way !== 'SERVED'))
        nearNames(words, index.wholes).forEach((near, at) => add([near], 4.5 + at / 1_000, 'NEAR', 'nearly the name'));
      const hits = searchedFor();
      if (found.size + hits.length === 0) add(suggested, 6, 'PART', suggestion);
      const all = [...exact(), ...hits];
      if (!isGeneral) return all.slice(0, mostMatches);
      const isNarrow = ({ id, way }: NameMatch): boolean =>
        (way === 'SEARCH' || way === 'NEAR') && isSpecial(graph.DataClass.get(id));
      const wide = all.filter((match) => !isNarrow(match));
      return wide.length === 0 ? [] : [...wide, ...all.filter(isNarrow)].slice(0, mostMatches);
    },
  };
};

/** What the search matched, in words that follow "found by". */
const inWords = ({ matched }: FoundName): string => {
  if (matched === 'name') return 'words in its name';
  if (matched === 'id') return 'words in its id';
  const resource = /^FHIR resource (.+)$/.exec(matched)?.[1];
  return resource === undefined ? 'words of its name in the catalogue' : `the FHIR resource ${resource}`;
};
