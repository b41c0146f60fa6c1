import type { Change } from '../domain/model/change.ts';
import type { ConceptName, ImportRun } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { toDocument } from '../importers/planned-write.ts';
import type { CommitRefused, GraphStore, StoreUnavailable, Write } from '../store/port.ts';
import { reasonOf } from './import-facts.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';

/** There is no import run of this id. */
export interface RunNotFound {
  readonly type: 'RunNotFound';
  readonly id: Id;
}

/** What undoing an import did. `kept` is what somebody changed or decided after it: that is left as it is. */
export interface UndoneImport {
  readonly run: ImportRun;
  readonly restored: number;
  readonly ended: number;
  readonly kept: readonly { readonly concept: ConceptName; readonly id: Id; readonly name: string }[];
  readonly revision: Revision;
}

export interface UndoImportDeps {
  readonly store: GraphStore;
  readonly now: () => Instant;
}

export interface UndoImportInput {
  readonly run: Id;
  readonly reason: string;
  readonly actor: string;
}

export type UndoImport = (
  input: UndoImportInput,
) => Promise<Result<UndoneImport, RunNotFound | InputInvalid | StoreUnavailable | CommitRefused>>;

/** How often it plans again because somebody changed what it was about to put back. */
const attempts = 3;

/** As many log entries as are read at once. */
const pageLength = 2_000;

/**
 * Returns the use case that takes an import back. What it made ends, on the day it began, so that it never was; what it changed is as
 * before. What somebody changed, decided or stood on since is kept, and told. A run that never finished is closed as failed: it changed
 * nothing. Nothing is erased: the log has both. Errors: `RunNotFound`, `InputInvalid` (no reason; it is undone already; it came with a
 * loaded inventory), the store's.
 */
export const createUndoImport =
  ({ store, now }: UndoImportDeps): UndoImport =>
  async ({ run: id, reason, actor }) => {
    const why = reason.trim();
    if (why === '') return err(inputInvalid('reason', 'Say why: whoever reads it later has to see the reason.'));
    for (let attempt = 1; ; attempt += 1) {
      const snapshot = await store.snapshot();
      if (!snapshot.ok) return snapshot;
      const graph = snapshot.value;
      const run = graph.ImportRun.get(id);
      if (run === undefined) return err({ type: 'RunNotFound', id });
      if (run.status === 'UNDONE' || run.status === 'FAILED')
        return err(inputInvalid('run', `This import is ${run.status.toLowerCase()}: there is nothing to take back.`));
      const isOwn = run.status === 'RUNNING' ? ok(true) : await canTakeBack(store, run);
      if (!isOwn.ok) return isOwn;
      if (!isOwn.value) return err(inputInvalid('run', notOwn));
      const changes = run.status === 'RUNNING' ? ok([]) : await changesOf(store, run);
      if (!changes.ok) return changes;
      const plan = planUndo(graph, run, changes.value, now().slice(0, 10));
      const undone = {
        ...toDocument<'ImportRun'>(run),
        ...(run.status === 'RUNNING'
          ? { status: 'FAILED' as const, finishedAt: now(), warnings: [...run.warnings, `Closed by ${actor}: ${why}`] }
          : { status: 'UNDONE' as const }),
        undoneBy: actor,
        undoneAt: now(),
        undoReason: why,
      };
      const committed = await store.commit({
        actor,
        reason: `undo of import ${id}: ${why}`,
        writes: [...plan.writes, { concept: 'ImportRun', document: undone, action: 'UPDATE', expected: run.revision }],
      });
      if (committed.ok) {
        const after = { ...run, ...undone, revision: committed.value.revision };
        const { restored, ended, kept } = plan;
        return ok({ run: after, restored, ended, kept, revision: committed.value.revision });
      }
      if (committed.error.type !== 'Conflict' || attempt === attempts) return committed;
    }
  };

const notOwn =
  'This import came with an inventory that was loaded, and is a part of it: the log does not say what it wrote. Nothing of it can be taken back; change or end what is wrong.';

/**
 * Returns whether a run can be taken back: it is done, and was imported into this inventory. One that came with a loaded folder, and the
 * run of that folder itself, wrote nothing here. Error: `StoreUnavailable`.
 */
export const canTakeBack = async (
  store: Pick<GraphStore, 'history'>,
  run: ImportRun,
): Promise<Result<boolean, StoreUnavailable>> => {
  if (run.status !== 'DONE' || run.baseRevision === undefined) return ok(false);
  const entries = await store.history('ImportRun', run.id, ownEntries);
  return entries.ok ? ok(entries.value.some(({ reason }) => reason === reasonOf(run))) : entries;
};

/** A run has two entries of its own; loads of the inventory may have come after them. */
const ownEntries = 100;

/** What a run wrote, oldest first: between the revision before it and its own, under its own reason. */
const changesOf = async (store: GraphStore, run: ImportRun): Promise<Result<readonly Change[], StoreUnavailable>> => {
  const reason = reasonOf(run);
  const found: Change[] = [];
  let after = run.baseRevision ?? 0;
  for (;;) {
    const page = await store.changes(after, pageLength);
    if (!page.ok) return page;
    found.push(...page.value.filter((change) => change.reason === reason));
    const last = page.value.at(-1);
    const own = page.value.filter((change) => change.reason === reason).length;
    // Beyond the run's own entry there is nothing of it, unless the commit goes on past the page.
    if (last === undefined || page.value.length < pageLength || (last.revision > run.revision && own === 0))
      return ok(found);
    after = last.revision;
  }
};

interface UndoPlan extends Pick<UndoneImport, 'restored' | 'ended' | 'kept'> {
  readonly writes: readonly Write[];
}

const planUndo = (graph: EhiGraph, run: ImportRun, changes: readonly Change[], today: string): UndoPlan => {
  const writes: Write[] = [];
  const kept: { concept: ConceptName; id: Id; name: string }[] = [];
  let [restored, ended] = [0, 0];
  const first = new Map<string, Change>();
  const last = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.concept} ${change.entity}`;
    if (!first.has(key)) first.set(key, change);
    last.set(key, change);
  }
  for (const [key, change] of first) {
    const { concept, entity: id, before } = change;
    if (concept === 'ImportRun' && id === run.id) continue;
    const now = graph[concept].get(id);
    if (now === undefined) continue;
    if (now.revision !== last.get(key)?.revision) {
      kept.push({ concept, id, name: now.name });
      continue;
    }
    if (before === null) {
      ended += 1;
      const document = {
        ...toDocument(now),
        startedOn: today,
        endedOn: today,
        endReason: `The import that made it, ${run.id}, was taken back.`,
      };
      writes.push({ concept, document, action: 'END', expected: now.revision } as Write);
    } else {
      restored += 1;
      const document = toDocument(before as typeof now);
      writes.push({ concept, document, action: 'UPDATE', expected: now.revision } as Write);
    }
  }
  return { writes, kept, restored, ended };
};
