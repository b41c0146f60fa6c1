import type { HoldRole } from '../../domain/model/concepts.ts';
import type { Grade, Id } from '../../domain/model/entity.ts';
import type { Certainty, ClassSign, FilterNature, PartFact } from '../../domain/reconcile/observed.ts';

export type { Certainty, ClassSign, FilterNature, PartFact } from '../../domain/reconcile/observed.ts';

/**
 * What every fact has. `key` is the same in every later file about the same thing, and unique among the facts of its kind in a file;
 * `scope` names the part of the world the fact belongs to (one channel, one database), see `ArtefactFacts.covers`; `pointer` is the
 * place in the file for people: `line 12`, `$.rest[0]`, `sheet Interfaces, row 7`.
 */
export interface Fact {
  readonly key: string;
  readonly scope: string;
  readonly name: string;
  readonly pointer: string;
  readonly description?: string;
}

/**
 * A system. `isSelf`: the file is about it (the engine, the database); at most one. `isUnresolved`: an address is known and no
 * system, `${LAB_HOST}` or `10.1.2.3:6661`: the name is that address.
 */
export interface SystemFact extends Fact {
  readonly isSelf: boolean;
  readonly isUnresolved: boolean;
  /** Catalogue `system-kinds`, when the file shows it. */
  readonly kind?: string;
  readonly vendor?: string;
  readonly product?: string;
  readonly version?: string;
  readonly organization?: string;
  readonly custodian?: string;
  readonly lifecycle?: string;
  readonly identifiers: readonly string[];
  readonly certainty: Certainty;
}

/** A flow. `from` and `to` are keys of systems in this file. `isActive` is absent when the file does not tell. `isComplete`: it carries nothing but what `carries` shows. */
export interface FlowFact extends Fact {
  readonly from: string;
  readonly to: string;
  readonly protocol?: string;
  readonly trigger?: string;
  readonly schedule?: string;
  /** The name of the interface in its engine. */
  readonly engineRef?: string;
  readonly isActive?: boolean;
  readonly carries: readonly ClassSign[];
  readonly isComplete: boolean;
  readonly certainty: Certainty;
}

/** A way out that a file describes, on the system with key `system`. `kind`: catalogue `channels`. `isComplete`: what `releases` lacks is not released. */
export interface ChannelFact extends Fact {
  readonly system: string;
  readonly kind: string;
  readonly standards: readonly string[];
  readonly identifiers: readonly string[];
  /** Catalogue `audiences`; empty when the file does not tell. */
  readonly audiences: readonly Id[];
  readonly releases: readonly ClassSign[];
  readonly isComplete: boolean;
  readonly certainty: Certainty;
}

/** Something a system holds: a table, a collection, a document type. `name` is its own name there. */
export interface HoldingFact extends Fact {
  readonly system: string;
  readonly role?: HoldRole;
  readonly format?: string;
  readonly parts: readonly PartFact[];
  readonly classes: readonly ClassSign[];
}

/** Where a filter sits, by the key of a fact in this file. */
export interface FilterPlace {
  readonly kind: 'SYSTEM' | 'FLOW' | 'CHANNEL';
  readonly key: string;
}

/** Something seen to hold EHI back. `classes` empty: every class there. `expression` says in words or cleaned code what it does; never a value of a message, never a secret. */
export interface FilterFact extends Fact {
  readonly at: FilterPlace;
  readonly nature: FilterNature;
  readonly effect: 'WITHHOLDS' | 'FILTERS';
  readonly classes: readonly ClassSign[];
  readonly expression?: string;
  readonly certainty: Certainty;
}

/** Anything else worth reading: "found in script, line n", how it is protected, what is expected. `code` is a short word for lists: `script-store`, `route`, `expects`. */
export interface NoteFact extends Fact {
  readonly code: string;
  readonly about?: FilterPlace;
}

/** Something a file has that does not show what is meant, with what it could be (catalogue or inventory ids). */
export interface CannotTellFact {
  readonly subject: string;
  readonly reason: string;
  readonly candidates: readonly string[];
}

/**
 * What one file says, as graded facts. `origin` is the stable name of what it describes, so that a newer file of the same origin is
 * compared with the last. `covers` lists the scopes the file describes completely: what was seen there before and is not in this file
 * has vanished; for a scope that is not listed, absence says nothing. No message body, sample value, credential or patient is in it.
 */
export interface ArtefactFacts {
  readonly kind: string;
  /** What the file is, in words: `Mirth Connect 3.5.2 channel group, 3 channels`. */
  readonly title: string;
  readonly grade: Grade;
  readonly origin: string;
  /** The file's own date or instant, ISO 8601. */
  readonly date?: string;
  /** What it says of itself, for people. */
  readonly describes: Readonly<Record<string, string | number | boolean>>;
  readonly covers: readonly string[];
  readonly systems: readonly SystemFact[];
  readonly flows: readonly FlowFact[];
  readonly channels: readonly ChannelFact[];
  readonly holdings: readonly HoldingFact[];
  readonly filters: readonly FilterFact[];
  readonly notes: readonly NoteFact[];
  readonly cannotTell: readonly CannotTellFact[];
  readonly warnings: readonly string[];
}

/** Among what a file covers: all that was ever seen under its origin, whatever scope it had. */
export const everything = '*';

/** Returns the lists of a file that shows nothing yet, to be spread into `ArtefactFacts`. */
export const noFacts = {
  covers: [],
  systems: [],
  flows: [],
  channels: [],
  holdings: [],
  filters: [],
  notes: [],
  cannotTell: [],
  warnings: [],
} as const satisfies Partial<ArtefactFacts>;
