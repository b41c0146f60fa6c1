import { wordsOf } from '../../domain/words-of.ts';
import type { ClassVocabulary } from '../importer.ts';
import type { Certainty } from '../facts/facts.ts';
import { systemKindWords } from './system-kind-words.ts';

/** What the words of a list say about the kind of a system. Several kinds: any of them could be meant. */
export interface FoundKind {
  /** Catalogue `system-kinds`. */
  readonly kinds: readonly string[];
  readonly certainty: Certainty;
}

/** Finds the kind of a system by words. */
export interface KindFinder {
  /** The kind a cell of a column of kinds names: CERTAIN when it is nothing but the name, the id or an abbreviation. */
  readonly ofCell: (cell: string) => FoundKind | undefined;
  /** The kind the name or product of a system points at, LIKELY. */
  readonly ofName: (name: string) => FoundKind | undefined;
}

/** Returns a finder for the kinds of the catalogue. Pure. */
export const createKindFinder = ({ systemKinds }: Pick<ClassVocabulary, 'systemKinds'>): KindFinder => {
  const known = new Set(systemKinds.map(({ id }) => id));
  const whole = new Map<string, string>();
  const phrases = new Map<string, string>();
  const products = new Map<string, string>();
  const put = (into: Map<string, string>, text: string, kind: string): void => {
    const words = wordsOf(text).join(' ');
    if (words !== '' && known.has(kind) && !into.has(words)) into.set(words, kind);
  };
  for (const { id, name } of systemKinds) {
    put(whole, id, id);
    put(phrases, name, id);
  }
  for (const { kind, words, products: made, alone = [] } of systemKindWords) {
    for (const word of words) put(phrases, word, kind);
    for (const word of made) put(products, word, kind);
    for (const word of alone) put(whole, word, kind);
  }
  return {
    ofCell: (cell) => {
      const words = wordsOf(cell).join(' ');
      const exact =
        whole.get(words) ?? phrases.get(words) ?? phrases.get(words.replace(/ (?:system|application)$/, ''));
      return exact === undefined ? within(words, [phrases]) : { kinds: [exact], certainty: 'CERTAIN' };
    },
    ofName: (name) => within(wordsOf(name).join(' '), [phrases, products]),
  };
};

/** The longest phrases in the text; more than one kind when equally long phrases differ. */
const within = (words: string, tables: readonly ReadonlyMap<string, string>[]): FoundKind | undefined => {
  const padded = ` ${words} `;
  let longest = 0;
  let kinds: string[] = [];
  for (const table of tables)
    for (const [phrase, kind] of table) {
      if (phrase.length < longest || !padded.includes(` ${phrase} `)) continue;
      if (phrase.length > longest) kinds = [];
      longest = phrase.length;
      if (!kinds.includes(kind)) kinds.push(kind);
    }
  return kinds.length === 0 ? undefined : { kinds, certainty: kinds.length === 1 ? 'LIKELY' : 'POSSIBLE' };
};
