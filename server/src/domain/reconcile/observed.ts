import type { HoldRole, Observation } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';

export const certainties = ['CERTAIN', 'LIKELY', 'POSSIBLE'] as const;
/** How surely a file shows something: it says so; it is the usual meaning; it could be meant. Only the first is ever taken in without asking. */
export type Certainty = (typeof certainties)[number];

/**
 * A sign that a data class is meant. `classes` are ids of the catalogues (`UC-LAB`, `DR-BILL`); several: any one of them could be
 * meant. With none, `name` is what the file calls it, to be looked for in the inventory. `reason` completes "because …".
 */
export interface ClassSign {
  readonly classes: readonly string[];
  readonly name?: string;
  readonly certainty: Certainty;
  readonly reason: string;
  readonly pointer: string;
}

/** A column of a table or a field of a record. `classes` only where it points elsewhere than its table. */
export interface PartFact {
  readonly name: string;
  readonly type?: string;
  readonly key?: 'PRIMARY' | 'FOREIGN';
  /** `table.column` a foreign key points to. */
  readonly references?: string;
  readonly comment?: string;
  readonly classes: readonly ClassSign[];
}

/**
 * What kind of holding back was seen: a rule on what passes, a script that drops, something switched off, a projection that copies only
 * some parts, a class that is missing where it could be expected, a scope that is not offered.
 */
export type FilterNature = 'RULE' | 'SCRIPT' | 'DISABLED' | 'PROJECTION' | 'MISSING' | 'SCOPE';

/** Where a filter or a note sits: the observation of a system, flow or channel. */
export interface ObservedPlace {
  readonly kind: 'SYSTEM' | 'FLOW' | 'CHANNEL';
  readonly observation: Id;
}

/** A system a file shows. `isSelf`: the file is about it. `isUnresolved`: an address is known and no system. */
export interface ObservedSystem {
  readonly kind: 'SYSTEM';
  readonly isSelf: boolean;
  readonly isUnresolved: boolean;
  readonly systemKind?: string;
  readonly vendor?: string;
  readonly product?: string;
  readonly version?: string;
  readonly organization?: string;
  readonly custodian?: string;
  readonly lifecycle?: string;
  readonly description?: string;
  readonly identifiers: readonly string[];
  readonly certainty: Certainty;
}

/** A flow a file shows; `from` and `to` are observations of systems. */
export interface ObservedFlow {
  readonly kind: 'FLOW';
  readonly from: Id;
  readonly to: Id;
  readonly protocol?: string;
  readonly trigger?: string;
  readonly schedule?: string;
  readonly engineRef?: string;
  readonly description?: string;
  readonly isActive?: boolean;
  readonly carries: readonly ClassSign[];
  readonly isComplete: boolean;
  readonly certainty: Certainty;
}

/** A way out a file shows; `system` is the observation of a system, `channelKind` of catalogue `channels`. */
export interface ObservedChannel {
  readonly kind: 'CHANNEL';
  readonly system: Id;
  readonly channelKind: string;
  readonly standards: readonly string[];
  readonly identifiers: readonly string[];
  readonly audiences: readonly Id[];
  readonly description?: string;
  readonly releases: readonly ClassSign[];
  readonly isComplete: boolean;
  readonly certainty: Certainty;
}

/** A table, collection or document type a file shows a system to hold. */
export interface ObservedHolding {
  readonly kind: 'HOLDING';
  readonly system: Id;
  readonly role?: HoldRole;
  readonly format?: string;
  readonly description?: string;
  readonly parts: readonly PartFact[];
  readonly classes: readonly ClassSign[];
}

/** Something a file shows to hold EHI back. */
export interface ObservedFilter {
  readonly kind: 'FILTER';
  readonly at: ObservedPlace;
  readonly nature: FilterNature;
  readonly effect: 'WITHHOLDS' | 'FILTERS';
  readonly classes: readonly ClassSign[];
  readonly expression?: string;
  readonly certainty: Certainty;
}

/** Anything else worth reading. */
export interface ObservedNote {
  readonly kind: 'NOTE';
  readonly code: string;
  readonly about?: ObservedPlace;
}

/** One fact of a file as data, as an observation keeps it. */
export type ObservedStatement =
  ObservedSystem | ObservedFlow | ObservedChannel | ObservedHolding | ObservedFilter | ObservedNote;

const statements = new WeakMap<Observation, ObservedStatement | null>();

/** Returns the fact of an observation, `undefined` for one that was noted before facts were kept as data. Parsed once for each. */
export const statementOf = (observation: Observation): ObservedStatement | undefined => {
  const known = statements.get(observation);
  if (known !== undefined) return known ?? undefined;
  const parsed = parse(observation.statement);
  statements.set(observation, parsed ?? null);
  return parsed;
};

/** The store keeps what an importer wrote; a file somebody edited by hand may hold anything. */
const parse = (text: string | undefined): ObservedStatement | undefined => {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Partial<ObservedStatement>;
    return isStatement(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const listsOf: Readonly<Record<string, readonly string[]>> = {
  SYSTEM: ['identifiers'],
  FLOW: ['carries'],
  CHANNEL: ['standards', 'identifiers', 'audiences', 'releases'],
  HOLDING: ['parts', 'classes'],
  FILTER: ['classes'],
  NOTE: [],
};

const isStatement = (value: unknown): value is ObservedStatement => {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const kind = fields.get('kind');
  if (typeof kind !== 'string' || !Object.hasOwn(listsOf, kind)) return false;
  const hasLists = (listsOf[kind] ?? []).every((name) => Array.isArray(fields.get(name)));
  const ends = kind === 'FLOW' ? ['from', 'to'] : kind === 'CHANNEL' || kind === 'HOLDING' ? ['system'] : [];
  const hasEnds = ends.every((name) => typeof fields.get(name) === 'string');
  return hasLists && hasEnds && (kind !== 'FILTER' || typeof fields.get('at') === 'object');
};
