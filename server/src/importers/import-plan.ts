import type { Catalogues } from '../domain/catalogue/index.ts';
import type { ConceptName, Observation } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Grade, Id, Instant } from '../domain/model/entity.ts';
import type { Write } from '../store/port.ts';
import type { ChangeSummary } from './change-summary.ts';

/** What the person who imports says and the file does not. Everything is optional; ids must exist in the inventory. */
export interface ImportOptions {
  /** The system the file describes. */
  readonly system?: Id;
  /** The access channel the file describes. */
  readonly channel?: Id;
  /** The base address the file was fetched from, when the file does not say. */
  readonly url?: string;
  /** The audiences of the channel (catalogue audiences). */
  readonly audiences?: readonly Id[];
  /** The kind of the channel (catalogue channels), when a new one is made. */
  readonly channelKind?: string;
  /** The kind of the system (catalogue system kinds), when a new one is made. */
  readonly systemKind?: string;
  /** Import a file again although it has been imported before. */
  readonly again?: boolean;
}

/** What an import runs against. `run` is the import run that will be written, `bytes` the length of its file; `graph` the inventory as it is. */
export interface ImportContext {
  readonly graph: EhiGraph;
  readonly catalogues: Pick<Catalogues, 'uscdi' | 'drsClasses' | 'audiences' | 'channels' | 'systemKinds'>;
  readonly run: {
    readonly id: Id;
    readonly file: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly startedAt: Instant;
    readonly finishedAt: Instant;
  };
  readonly options: ImportOptions;
}

/** How the system a file describes was found in the inventory, in words. `similar` are systems that were not taken, for a person to choose. */
export interface SystemMatch {
  readonly by: 'OPTION' | 'ADDRESS' | 'NAME_AND_VENDOR' | 'NONE';
  readonly system?: Id;
  readonly explanation: string;
  readonly similar: readonly Id[];
}

/** A class the file shows a system to expose, and why. */
export interface ExposedClass {
  readonly dataClass: Id;
  readonly name: string;
  readonly reasons: readonly string[];
  readonly evidence: 'TYPE' | 'PROFILE' | 'SEARCH';
}

/** Something the file has that does not show which class is meant. */
export interface CannotTell {
  readonly subject: string;
  readonly reason: string;
  readonly candidates: readonly Id[];
}

/** Something a specification wants of a server or a client: expected, never observed. */
export interface Expected {
  readonly subject: string;
  readonly side: 'server' | 'client';
  readonly strength: string;
  readonly dataClasses: readonly Id[];
}

/** What one import would do. Pure data: nothing has been written. */
export interface ImportPlan {
  readonly kind: string;
  /** What the file is, in words. */
  readonly title: string;
  readonly artefact: Readonly<Record<string, string | number | boolean>>;
  readonly match: SystemMatch;
  /** The grade of what the file shows; absent when nothing of it is taken in. */
  readonly grade?: Grade;
  readonly system?: Id;
  readonly channel?: Id;
  readonly channelExplanation?: string;
  readonly exposed: readonly ExposedClass[];
  readonly cannotTell: readonly CannotTell[];
  readonly expected: readonly Expected[];
  readonly warnings: readonly string[];
  readonly countByOutcome: Readonly<Record<Observation['outcome'], number>>;
  /** What changes, entity by entity. */
  readonly changes: readonly ChangeSummary[];
  readonly counts: { readonly created: number; readonly updated: number; readonly observations: number };
  readonly writes: readonly Write[];
}

/** Several systems could be meant: nothing was written, a person has to say which. */
export interface AmbiguousSystem {
  readonly type: 'AmbiguousSystem';
  readonly candidates: readonly Id[];
  readonly message: string;
  readonly mend: string;
}

/** An option names something that is not there. */
export interface OptionUnknown {
  readonly type: 'OptionUnknown';
  readonly option: keyof ImportOptions;
  readonly value: string;
  readonly concept: ConceptName | 'catalogue entry' | 'address';
  readonly message: string;
  readonly mend: string;
}
