import type { Id, Instant } from '../../domain/model/entity.ts';
import { conceptNames, type ConceptName } from '../../domain/model/concepts.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { LogHead } from '../change-hash.ts';
import { toChange, toChangeRow } from '../documents/change-rows.ts';
import type { Document } from '../documents/document.ts';
import { fromRow } from '../documents/from-row.ts';
import type { Run } from '../executor.ts';
import type { ClockDep, CommitRefused, Committed, WriteBatch } from '../port.ts';
import { appendChanges } from '../queries/append-changes.ts';
import { conceptQueries } from '../queries/concepts/index.ts';
import { lockInventory } from '../queries/lock-inventory.ts';
import { moveHead } from '../queries/move-head.ts';
import { readChanges } from '../queries/read-changes.ts';
import { readTimeOf } from '../queries/read-time-of.ts';
import { readHeadOf } from '../read-head-of.ts';
import { chunks } from './chunks.ts';
import { findCycle } from './find-cycle.ts';
import { findDangling } from './find-dangling.ts';
import { planCommit, type StoredDocuments } from './plan-commit.ts';
import { writeEntities } from './write-entities.ts';

/** One call of commit: `id` is new for each call, and the same when its transaction is run again. */
export interface CommitContext extends ClockDep {
  readonly id: string;
}

/**
 * Validates and applies a batch inside one transaction, its log entries with it. Nothing is written before every
 * check has passed. The clock is read once the lock is held, and what it says counts unless the last entry has a later time: then that does.
 * So times never fall along the log, whatever clocks the servers that write it have. Errors:
 * `Conflict`, `DanglingReference`, `CycleInPartOf`.
 */
export const runCommit = async (
  run: Run,
  batch: WriteBatch,
  commit: CommitContext,
): Promise<Result<Committed, CommitRefused>> => {
  await run(lockInventory, { by: commit.id });
  const head = await readHeadOf(run);
  const plan = planCommit(batch, await readStored(run, batch), { head, at: await timeOf(run, head, commit.now()) });
  if (!plan.ok) return plan;
  const { changes, entities } = plan.value;
  if (changes.length === 0) return ok({ revision: head.revision, changes });

  const dangling = await findDangling(run, entities);
  if (dangling) return err(dangling);
  const cycle = await findCycle(run, entities);
  if (cycle) return err(cycle);

  await writeEntities(run, entities);
  for (const some of chunks(changes)) {
    await run(appendChanges, { rows: some.map((change) => toChangeRow(change, commit.id)) });
  }
  await run(moveHead, { revision: plan.value.head.revision, headHash: plan.value.head.hash });
  return ok({ revision: plan.value.head.revision, changes });
};

const timeOf = async (run: Run, { revision }: LogHead, now: Instant): Promise<Instant> => {
  const [last] = await run(readTimeOf, { revision });
  return last !== undefined && last.at > now ? last.at : now;
};

/**
 * What an earlier attempt of this commit wrote, when it succeeded and only its answer was lost; `undefined` when it
 * wrote nothing. `seen` is where the log ended before the first attempt.
 */
export const findEarlierAttempt = async (
  run: Run,
  commit: CommitContext,
  seen: LogHead,
): Promise<Committed | undefined> => {
  await run(lockInventory, { by: commit.id });
  const head = await readHeadOf(run);
  const since = await run(readChanges, { after: seen.revision, upTo: head.revision });
  const changes = since.filter((row) => row.change['commitId'] === commit.id).map(toChange);
  const last = changes.at(-1);
  return last && { revision: last.revision, changes };
};

const readStored = async (run: Run, batch: WriteBatch): Promise<StoredDocuments> => {
  const stored = new Map<ConceptName, Map<Id, Document>>();
  for (const concept of conceptNames) {
    const written = new Set(batch.writes.filter((one) => one.concept === concept).map((one) => one.document.id));
    const documents = new Map<Id, Document>();
    for (const ids of chunks([...written])) {
      for (const row of await run(conceptQueries[concept].read, { ids })) {
        const document = fromRow(concept, row);
        documents.set(document.id, document);
      }
    }
    stored.set(concept, documents);
  }
  return stored;
};
