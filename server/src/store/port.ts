import type { ConceptName, Concepts } from '../domain/model/concepts.ts';
import type { Change, ChangeAction } from '../domain/model/change.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import type { Result } from '../domain/result.ts';

/**
 * The database cannot be reached or does not answer in time. Nothing was half-written, and unless `mayBeWritten` nothing
 * was written at all. With it, the connection was lost while the whole of a commit was being made: it is there or it is
 * not, and only reading tells.
 */
export interface StoreUnavailable {
  readonly type: 'StoreUnavailable';
  readonly message: string;
  readonly mayBeWritten?: true;
}

/** Somebody else wrote first: `actual` is the revision the entity has now (0: it does not exist). Nothing was written. */
export interface Conflict {
  readonly type: 'Conflict';
  readonly concept: ConceptName;
  readonly id: Id;
  readonly expected: Revision;
  readonly actual: Revision;
}

/** A document refers to something that is not there. Nothing was written. */
export interface DanglingReference {
  readonly type: 'DanglingReference';
  readonly concept: ConceptName;
  readonly id: Id;
  readonly field: string;
  readonly target: Id;
}

/** The data classes of `ring`, each a part of the next and the last of the first, would be parts of themselves. Nothing was written. */
export interface CycleInPartOf {
  readonly type: 'CycleInPartOf';
  readonly id: Id;
  readonly ring: readonly Id[];
}

/** What a commit can be refused for. */
export type CommitRefused = Conflict | DanglingReference | CycleInPartOf;

/**
 * One entity to write, as a whole document. The store stamps `revision`, `createdAt`, `updatedAt` and every missing
 * `recordedAt` from its own clock; whatever the document says there for a new fact is replaced.
 * `expected`: the revision the writer saw; 0 for "must not exist yet"; absent for "whatever is there" (loads and imports).
 */
export type Write = {
  readonly [C in ConceptName]: {
    readonly concept: C;
    readonly document: Omit<Concepts[C], 'revision' | 'createdAt' | 'updatedAt'>;
    readonly action: ChangeAction;
    readonly expected?: Revision;
    /** The document's `revisions` become those of the log entries that the batch makes before it: only the commit knows them. */
    readonly namesRevisions?: true;
    /** This field becomes the revision of the inventory the entity is written on, whatever was committed since the write was planned. */
    readonly namesRevisionBefore?: keyof Concepts[C];
  };
}[ConceptName];

/** What goes into one transaction: all of it or none. */
export interface WriteBatch {
  readonly actor: string;
  readonly reason?: string;
  readonly writes: readonly Write[];
}

/** What a commit made: one revision for each entity that changed. A document equal to what is stored is no change. */
export interface Committed {
  readonly revision: Revision;
  readonly changes: readonly Change[];
}

export type SortKey = 'NAME' | 'UPDATED';

/** A filter on one concept: `text` is found in name, id or description (case ignored); `equals` compares a document's own plain field. */
export interface ListFilter {
  readonly text?: string;
  readonly equals?: Readonly<Record<string, string | boolean>>;
  readonly liveOn?: string;
}

/** A page by key, never by offset: stable while others write. `after` is the last row's sort value and id. */
export interface ListRequest {
  readonly concept: ConceptName;
  readonly filter: ListFilter;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly first: number;
  readonly after?: { readonly value: string; readonly id: Id };
}
export interface ListPage<C extends ConceptName> {
  readonly items: readonly Concepts[C][];
  readonly total: number;
  readonly hasMore: boolean;
}

export interface SearchHit {
  readonly concept: ConceptName;
  readonly id: Id;
  readonly name: string;
  readonly description?: string;
}

/** What one server process tells the others of the same database: `beat` grows whenever it says something. */
export interface ToldByProcess {
  readonly process: Id;
  readonly beat: number;
  readonly text: string;
}

/**
 * How server processes over one database tell each other what is of this moment only. Nothing of it is in the inventory, its log or its
 * revision.
 */
export interface ProcessExchange {
  /** Whether no other process can be there: then nothing has to be told or asked. */
  readonly alone: boolean;
  /** Tells the others; what this process told before is replaced. */
  tell(told: ToldByProcess): Promise<Result<void, StoreUnavailable>>;
  /** Takes away what a process told: this one when it stops, or one that is gone. */
  withdraw(process: Id): Promise<Result<void, StoreUnavailable>>;
  /** What each process told last, by process id; those of a process that ended without a word are still among them. */
  told(): Promise<Result<readonly ToldByProcess[], StoreUnavailable>>;
}

/** The one port to a graph database. Each method is one consistent read or one transaction. */
export interface GraphStore {
  readonly kind: 'embedded' | 'neo4j';
  /** How processes over this database talk to each other; absent: this one is alone. */
  readonly processes?: ProcessExchange;
  /** Constraints, indexes, the inventory's root node. Idempotent. */
  migrate(): Promise<Result<void, StoreUnavailable>>;
  /**
   * The revision of the last commit anybody made. Cheap: asked before every answer. `atLeast`: one that somebody was told of; where the
   * database has members that follow, and the one asked is behind it, the one that writes is asked, and reads of this store see no less
   * from then on.
   */
  revision(atLeast?: Revision): Promise<Result<Revision, StoreUnavailable>>;
  /** The whole inventory at one revision. */
  snapshot(): Promise<Result<EhiGraph, StoreUnavailable>>;
  /** Log entries after `after`, oldest first, at most `limit`. */
  changes(after: Revision, limit: number): Promise<Result<readonly Change[], StoreUnavailable>>;
  /** Log entries of one entity, newest first. */
  history(
    concept: ConceptName,
    id: Id,
    limit: number,
    before?: Revision,
  ): Promise<Result<readonly Change[], StoreUnavailable>>;
  /** Documents by id, in the order asked; `undefined` where there is none. */
  get<C extends ConceptName>(
    concept: C,
    ids: readonly Id[],
  ): Promise<Result<readonly (Concepts[C] | undefined)[], StoreUnavailable>>;
  list<C extends ConceptName>(
    request: ListRequest & { readonly concept: C },
  ): Promise<Result<ListPage<C>, StoreUnavailable>>;
  /** Entities whose name, id or description holds every word of `text`; name matches first, then by name. */
  search(
    text: string,
    concepts: readonly ConceptName[],
    limit: number,
  ): Promise<Result<readonly SearchHit[], StoreUnavailable>>;
  /** The one write path. Checks expectations and references, writes documents and log entries, in one transaction. */
  commit(batch: WriteBatch): Promise<Result<Committed, StoreUnavailable | CommitRefused>>;
  close(): Promise<void>;
}

/** The clock a store stamps with: given, so that tests can hold it still. */
export interface ClockDep {
  readonly now: () => Instant;
}
