import type { GlossaryQuery } from '../../gql/graphql.ts';
import type { Tone } from '../../graph-model/tone.ts';
import { termById, termGroups } from './terms.ts';

/** One entry as it is shown. `see` are the terms it leads to, by id and name. */
export interface GlossaryEntry {
  readonly id: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly means: string;
  readonly cite: readonly string[];
  readonly unverified: boolean;
  readonly tone: Tone | undefined;
  readonly see: readonly { readonly id: string; readonly name: string }[];
}

/** Entries under a title. */
export interface GlossarySection {
  readonly title: string;
  readonly entries: readonly GlossaryEntry[];
}

type Catalogue = GlossaryQuery['catalogue'];
type CatalogueEntry = Omit<Catalogue['audiences'][number], '__typename'>;

const catalogueTitles: readonly (readonly [Exclude<keyof Catalogue, '__typename'>, string])[] = [
  ['drsBranches', 'Branches of the designated record set'],
  ['audiences', 'Audiences'],
  ['purposes', 'Purposes'],
  ['channels', 'Kinds of access channel'],
  ['practices', 'Practices that may hold something back'],
  ['exceptions', 'Exceptions of 45 CFR Part 171'],
  ['actors', 'Who the rules reach'],
  ['overlays', 'Special categories'],
];

/** The product's own terms, then the reference data where it is there, narrowed to what has each of the words. Pure. */
export const glossarySections = (catalogue: Catalogue | undefined, text: string): readonly GlossarySection[] => {
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const own = termGroups.map(({ title, terms }) => ({
    title,
    entries: terms.map((term): GlossaryEntry => ({
      id: term.id,
      name: term.term,
      also: term.also ?? [],
      means: term.means,
      cite: term.cite ?? [],
      unverified: false,
      tone: term.tone,
      see: (term.see ?? []).map((id) => ({ id, name: termById.get(id)?.term ?? id })),
    })),
  }));
  const reference =
    catalogue === undefined
      ? []
      : catalogueTitles.map(([key, title]) => ({ title, entries: catalogue[key].map(ofCatalogue) }));
  return [...own, ...reference]
    .map(({ title, entries }) => ({ title, entries: entries.filter((entry) => hasWords(entry, words)) }))
    .filter(({ entries }) => entries.length > 0);
};

const ofCatalogue = (entry: CatalogueEntry): GlossaryEntry => ({
  id: entry.id,
  name: entry.name,
  also: [],
  means: entry.description ?? '',
  cite: entry.cite,
  unverified: entry.unverified,
  tone: undefined,
  see: [],
});

const hasWords = ({ id, name, also, means, cite }: GlossaryEntry, words: readonly string[]): boolean => {
  const text = [id, name, ...also, means, ...cite].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
};
