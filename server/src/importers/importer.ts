import type { Catalogues } from '../domain/catalogue/index.ts';
import type { Result } from '../domain/result.ts';
import type { ArtefactRefused } from './artefact-refused.ts';
import type { Artefact } from './artefact/artefact.ts';
import type { ArtefactFacts } from './facts/facts.ts';

/** The reference data that says which class a word, a message segment or a document section points at. */
export type ClassVocabulary = Pick<
  Catalogues,
  'wordSigns' | 'segmentSigns' | 'sectionSigns' | 'uscdi' | 'drsClasses' | 'channels' | 'systemKinds'
>;

/** What the person who imports says and the file does not. */
export interface ReadOptions {
  /** The stable name of what the file describes, when its own is not wanted. */
  readonly origin?: string;
  /** The name of the system the file describes, for files that do not say: a database schema, a dictionary. */
  readonly systemName?: string;
  /** For spreadsheets: which column is what, by column title: `{ "App Name": "system.name" }`. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** What an importer reads with. */
export interface Reading {
  readonly vocabulary: ClassVocabulary;
  readonly options: ReadOptions;
}

/** A module that turns one kind of artefact into facts. It reads what it is given and nothing else: no file, no network, no clock. */
export interface Importer {
  /** The `kind` of its import runs: `mirth`, `database-schema`. */
  readonly kind: string;
  /** What it reads, for people: `Mirth Connect, NextGen Connect or Open Integration Engine export`. */
  readonly title: string;
  /** Whether the content (never the name) is of its kind. Does not fail: a broken file of its kind is recognised, and refused by `read`. */
  readonly recognise: (artefact: Artefact) => Promise<boolean>;
  /** Whether a file that no importer recognises could be read by this one, once a person says what its parts are. */
  readonly mayRead?: (artefact: Artefact) => Promise<boolean>;
  /**
   * For files whose parts a person names: what has to be said before this one can be read. It is refused before any run is on record: what
   * nobody knows may be anybody's values, and is shown to who has the file only.
   */
  readonly lacks?: (artefact: Artefact, options: ReadOptions) => Promise<ArtefactRefused | undefined>;
  /** For files whose parts a person names: by what the names given to the last such file are found again. */
  readonly fingerprint?: (artefact: Artefact) => Promise<string | undefined>;
  /** The facts of a file. Error: `ArtefactRefused` with the place and the mend. */
  readonly read: (artefact: Artefact, reading: Reading) => Promise<Result<ArtefactFacts, ArtefactRefused>>;
}
