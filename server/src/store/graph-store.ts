import { randomUUID } from 'node:crypto';
import { conceptNames, type ConceptName, type Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { emptyHash, type LogHead } from './change-hash.ts';
import { findEarlierAttempt, runCommit } from './commit/run-commit.ts';
import { consistentRead, settledRead } from './consistent-read.ts';
import { toChange } from './documents/change-rows.ts';
import { asConcept } from './documents/document.ts';
import { fromRow } from './documents/from-row.ts';
import type { Executor, Run } from './executor.ts';
import { readMigrations } from './migrations.ts';
import type { ClockDep, CommitRefused, Committed, GraphStore } from './port.ts';
import { conceptQueries } from './queries/concepts/index.ts';
import { createProcessExchange } from './process-exchange.ts';
import { createInventory } from './queries/create-inventory.ts';
import { readChanges } from './queries/read-changes.ts';
import { readHistory } from './queries/read-history.ts';
import { readByIds } from './read-by-ids.ts';
import { readHeadOf } from './read-head-of.ts';
import { readPage } from './read-page.ts';
import { searchIn } from './search-in.ts';

/** The store on top of one database: every method of the port, written once for all databases. */
export const createGraphStore = (executor: Executor, clock: ClockDep): GraphStore => ({
  kind: executor.kind,
  processes: createProcessExchange(executor),

  migrate: async () => {
    for (const statement of await readMigrations(executor.kind)) {
      const defined = await executor.define(statement);
      if (!defined.ok) return defined;
    }
    return executor.write('migrate', async (run) => {
      await run(createInventory, { headHash: emptyHash });
    });
  },

  revision: async (atLeast = 0) => {
    const head = await executor.read('revision', readHeadOf);
    if (!head.ok) return head;
    if (head.value.revision >= atLeast) return ok(head.value.revision);
    const newest = await executor.write('revision (newest)', readHeadOf);
    return newest.ok ? ok(newest.value.revision) : err({ type: newest.error.type, message: newest.error.message });
  },

  snapshot: () => settledRead(executor, 'snapshot', readGraph),

  changes: (from, limit) => {
    // No entry is before the first: a place before it asks for the same page.
    const after = Math.max(from, 0);
    const read = async (run: Run) => {
      const head = await readHeadOf(run);
      const upTo = Math.min(head.revision, after + Math.max(limit, 0));
      const rows = await run(readChanges, { after, upTo });
      return { changes: rows.map(toChange), missing: Math.max(upTo - after, 0) - rows.length };
    };
    return consistentRead(executor, 'changes', read, ({ missing }) => missing === 0).then((result) =>
      result.ok ? ok(result.value.changes) : result,
    );
  },

  history: (concept, id, limit, before = Number.MAX_SAFE_INTEGER) =>
    consistentRead(executor, 'history', async (run) =>
      (await run(readHistory, { concept, id, limit: Math.max(limit, 0), before })).map(toChange),
    ),

  get: (concept, ids) => consistentRead(executor, 'get', (run) => readByIds(run, concept, ids)),

  list: (request) => consistentRead(executor, 'list', (run) => readPage(run, request)),

  search: (text, concepts, limit) =>
    consistentRead(executor, 'search', (run) => searchIn(run, { text, concepts, limit })),

  commit: async (batch) => {
    const context = { id: randomUUID(), now: clock.now };
    let seen: LogHead | undefined;
    const written = await executor.write('commit', async (run, attempt): Promise<CommitOutcome> => {
      if (attempt > 1 && seen) {
        const earlier = await findEarlierAttempt(run, context, seen);
        if (earlier) return ok(earlier);
      }
      seen ??= await readHeadOf(run);
      return runCommit(run, batch, context);
    });
    if (!written.ok) return written;
    return written.value.ok ? written.value : err(written.value.error);
  },

  close: () => executor.close(),
});

type CommitOutcome = Result<Committed, CommitRefused>;

const readConcept = async <C extends ConceptName>(run: Run, concept: C): Promise<ReadonlyMap<Id, Concepts[C]>> => {
  const documents = (await run(conceptQueries[concept].readAll, {})).map((row) => fromRow(concept, row));
  return new Map(documents.map((document) => [document.id, asConcept(concept, document)]));
};

const readGraph = async (run: Run): Promise<EhiGraph> => {
  const { revision } = await readHeadOf(run);
  const graph: Record<string, unknown> = { revision };
  for (const concept of conceptNames) graph[concept] = await readConcept(run, concept);
  return graph as unknown as EhiGraph;
};
