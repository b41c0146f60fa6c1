import type { CannotTellFact, ClassSign, FilterFact, FlowFact, HoldingFact, SystemFact } from '../facts/facts.ts';
import type { ClassVocabulary } from '../importer.ts';
import { redactAddress } from '../redact.ts';
import { createWordMatcher, signsOfLabel } from '../signs/class-signs.ts';
import { normaliseName } from './cells.ts';
import { createKindFinder, type FoundKind, type KindFinder } from './kind-of-system.ts';
import { createRowWarnings, type RowWarnings } from './row-warnings.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A fact that is still being put together. */
export type Draft<T> = Writable<T>;

/** As many facts of one kind as a file gives, and as many doubts. */
export const maxFacts = 150_000;
const maxDoubts = 200;

/** The facts of a file while its rows are read. Everything here is mutated by the readers of rows. */
export interface ListFacts {
  readonly systems: Map<string, Draft<SystemFact>>;
  readonly flows: Map<string, Draft<FlowFact>>;
  readonly holdings: Map<string, Draft<HoldingFact>>;
  readonly filters: Map<string, FilterFact>;
  readonly cannotTell: CannotTellFact[];
  readonly warnings: RowWarnings;
  readonly kinds: KindFinder;
  /** Where each system has a row of its own. */
  readonly listedAt: Map<string, string>;
  /** Where each flow has its first row. */
  readonly flowAt: Map<string, string>;
  /** Cells other than names that were longer than what is kept. */
  cut: number;
  /** Rows that only say something more about a flow that was there. */
  joined: number;
  readonly signs: (label: string, pointer: string) => readonly ClassSign[];
  /** Signs of known words only. */
  readonly knownSigns: (text: string, pointer: string) => readonly ClassSign[];
}

/** What reading the tables came to. */
export interface ReadCounts {
  /** Rows below the titles that are not blank. */
  rows: number;
  /** Not every row was looked at: a limit was reached. */
  isCut: boolean;
  /** The file seems to end within its last row. */
  isCutOff: boolean;
}

/** Returns an empty collection. */
export const createListFacts = (vocabulary: ClassVocabulary): ListFacts => {
  const matcher = createWordMatcher(vocabulary);
  const cache = new Map<string, readonly ClassSign[]>();
  const signs = (label: string, pointer: string): readonly ClassSign[] => {
    let found = cache.get(label);
    if (found === undefined) {
      found = signsOfLabel(matcher, label, '');
      // Lists say the same few things in every row.
      if (cache.size < 5_000) cache.set(label, found);
    }
    return found.map((sign) => ({ ...sign, pointer }));
  };
  return {
    systems: new Map(),
    flows: new Map(),
    holdings: new Map(),
    filters: new Map(),
    cannotTell: [],
    warnings: createRowWarnings(),
    kinds: createKindFinder(vocabulary),
    listedAt: new Map(),
    flowAt: new Map(),
    cut: 0,
    joined: 0,
    signs,
    knownSigns: (text, pointer) => signs(text, pointer).filter(({ classes }) => classes.length > 0),
  };
};

/** Returns the key of the system a list calls by a name. */
export const systemKey = (name: string): string => `system:${normaliseName(name)}`;

/** Returns the system of a name, made when it is new. A name that is an address is a system that is not known yet. */
export const systemNamed = (
  facts: ListFacts,
  text: string,
  { scope, pointer }: { readonly scope: string; readonly pointer: string },
): Draft<SystemFact> => {
  const isUnresolved = isAddress(text);
  const name = isUnresolved ? redactAddress(text) : text;
  const key = systemKey(name);
  const known = facts.systems.get(key);
  if (known !== undefined) return known;
  const made: Draft<SystemFact> = {
    key,
    scope,
    name,
    pointer,
    isSelf: false,
    isUnresolved,
    identifiers: isUnresolved ? [name] : [],
    certainty: 'CERTAIN',
  };
  facts.systems.set(key, made);
  if (!isUnresolved) setKind(facts, made, facts.kinds.ofName(name));
  return made;
};

/** Sets the kind of a system. A kind that is only likely makes the whole fact so: nothing of it is taken in without asking. */
export const setKind = (facts: ListFacts, system: Draft<SystemFact>, found: FoundKind | undefined): void => {
  const [kind, ...others] = found?.kinds ?? [];
  if (found === undefined || kind === undefined) return;
  if (others.length > 0) {
    if (facts.cannotTell.length < maxDoubts)
      facts.cannotTell.push({
        subject: system.name,
        reason: `its name or type (${system.pointer}) fits more than one kind of system`,
        candidates: found.kinds,
      });
    return;
  }
  system.kind = kind;
  system.certainty = found.certainty;
};

const isAddress = (text: string): boolean =>
  /^[a-z][a-z0-9+.-]{1,15}:\/\/\S+$/i.test(text) ||
  /^\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?$/.test(text) ||
  /^[a-z0-9][a-z0-9.-]{0,252}:\d{1,5}$/i.test(text) ||
  /^\\\\[^\s\\]{1,80}(?:\\|$)/.test(text) ||
  /^\$\{[^}]{1,80}\}$/.test(text);
