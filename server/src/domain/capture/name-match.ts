import type { Catalogues } from '../catalogue/index.ts';
import type { ConceptName } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { CalendarDate, Id } from '../model/entity.ts';

/**
 * How a name and a thing were brought together, the surest first. ACRONYM: the initials of the name. SYNONYM: what the catalogue calls it, or
 * words that stand for it and nothing else. GENERAL: a word as general as "results", for the whole class it usually means. KIND: the only thing
 * said is its kind. PART: some of the words point at it. SERVED: a channel of the system called so. NEAR: spelled nearly so. SEARCH: the words
 * stand in its name or id.
 */
export type MatchWay =
  | 'ID'
  | 'NAME'
  | 'WORDS'
  | 'ACRONYM'
  | 'SYNONYM'
  | 'PRODUCT'
  | 'GENERAL'
  | 'KIND'
  | 'PART'
  | 'SERVED'
  | 'NEAR'
  | 'SEARCH';

/** Something that the search of the inventory found for a name. */
export interface FoundName {
  readonly concept: ConceptName;
  readonly id: Id;
  readonly name: string;
  readonly description?: string;
  readonly matched: string;
}

/** Something a name may stand for, and why: `matched` in words that follow "found by". */
export interface NameMatch extends FoundName {
  readonly way: MatchWay;
}

/** What words mean beyond the inventory: this project's signs and the catalogue's kinds. */
export interface Vocabulary {
  /** The kind of system these words are the name or abbreviation of, and nothing else. */
  readonly kindCalled: (words: string) => Id | undefined;
  /** The kind of system that the words have in them somewhere. */
  readonly kindWithin: (words: string) => Id | undefined;
  /** Catalogue ids of the data classes that the words point at, the best first; `phrase`: the words that do, in the singular. */
  readonly classesMeant: (words: string) => readonly MeantClass[];
}

/** A class of the catalogue that words point at; `isWhole`: the words are nothing but the sign. */
export interface MeantClass {
  readonly id: Id;
  readonly isWhole: boolean;
  readonly phrase: string;
}

/** What names are looked for in. `searched` gives what the search of the inventory found for a name. */
export interface MatchContext {
  readonly graph: EhiGraph;
  readonly catalogues: Catalogues;
  readonly asOf: CalendarDate;
  readonly vocabulary: Vocabulary;
  readonly searched: (concept: ConceptName, words: string) => readonly FoundName[];
}
