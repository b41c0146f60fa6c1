import type { Change } from '../../domain/model/change.ts';
import type { ConceptName } from '../../domain/model/concepts.ts';
import type { Id, Instant, Revision } from '../../domain/model/entity.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { hashChange, type LogHead } from '../change-hash.ts';
import { normalizeDocument, type Document } from '../documents/document.ts';
import { stampDocument, substanceOf } from '../documents/stamp.ts';
import type { Conflict, Write, WriteBatch } from '../port.ts';

/** What is stored now, for every entity that a batch writes; no entry where there is nothing. */
export type StoredDocuments = ReadonlyMap<ConceptName, ReadonlyMap<Id, Document>>;

/** One entity as the batch leaves it. `before` is what is stored now. */
export interface ChangedEntity {
  readonly concept: ConceptName;
  readonly before: Document | undefined;
  readonly after: Document;
}

/** What a batch comes to: the log entries, and each changed entity once, in the order first written. */
export interface CommitPlan {
  readonly changes: readonly Change[];
  readonly entities: readonly ChangedEntity[];
  readonly head: LogHead;
}

/** Where a plan starts from: the end of the log, and the time its entries get. */
export interface PlanStart {
  readonly head: LogHead;
  readonly at: Instant;
}

/**
 * The log entries and entities that a batch comes to, writes applied in the order given. A document that says what is
 * there already makes no entry. A first write is a CREATE whatever the writer calls it, a later one never is. Error:
 * `Conflict` for the first expectation that does not hold. Pure.
 */
export const planCommit = (
  batch: WriteBatch,
  stored: StoredDocuments,
  start: PlanStart,
): Result<CommitPlan, Conflict> => {
  const changes: Change[] = [];
  const entities = new Map<string, ChangedEntity>();
  let head = start.head;
  for (const write of batch.writes) {
    const { concept } = write;
    const key = `${concept}/${write.document.id}`;
    const before = stored.get(concept)?.get(write.document.id);
    const current = entities.get(key)?.after ?? before;
    const conflict = conflictOf(write, current);
    if (conflict) return err(conflict);

    const document = normalizeDocument(concept, namingRevisions(write, changes, head.revision));
    if (current && substanceOf(concept, current) === substanceOf(concept, document)) continue;

    const after = stampDocument(concept, document, current, { revision: head.revision + 1, at: start.at });
    const change = logEntry(batch, { write, before: current, after }, { head, at: start.at });
    changes.push(change);
    entities.set(key, { concept, before, after });
    head = { revision: change.revision, hash: change.hash };
  }
  return ok({ changes, entities: [...entities.values()], head });
};

/** The document with what only the commit knows: the log entries before it in the batch, and the revision it is written on. */
const namingRevisions = (
  { document, namesRevisions, namesRevisionBefore }: Write,
  changes: readonly Change[],
  before: Revision,
): Write['document'] => ({
  ...document,
  ...(namesRevisions === true ? { revisions: changes.map(({ revision }) => revision) } : {}),
  ...(namesRevisionBefore === undefined ? {} : { [namesRevisionBefore]: before }),
});

const revisionOf = (document: Document | undefined): Revision => Number(document?.['revision'] ?? 0);

const conflictOf = (write: Write, current: Document | undefined): Conflict | undefined => {
  const { concept, document, expected } = write;
  const actual = revisionOf(current);
  if (expected === undefined || expected === actual) return undefined;
  return { type: 'Conflict', concept, id: document.id, expected, actual };
};

interface Step {
  readonly write: Write;
  readonly before: Document | undefined;
  readonly after: Document;
}

/** The sealed entry for one write, following `head`. */
const logEntry = (batch: WriteBatch, { write, before, after }: Step, { head, at }: PlanStart): Change => {
  const entry: Omit<Change, 'hash'> = {
    revision: head.revision + 1,
    at,
    actor: batch.actor,
    action: before === undefined ? 'CREATE' : write.action === 'CREATE' ? 'UPDATE' : write.action,
    concept: write.concept,
    entity: write.document.id,
    before: before ?? null,
    after,
    ...(batch.reason === undefined ? {} : { reason: batch.reason }),
    previousHash: head.hash,
  };
  return { ...entry, hash: hashChange(entry) };
};
