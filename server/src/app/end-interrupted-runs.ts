import { ok, type Result } from '../domain/result.ts';
import { toDocument } from '../importers/planned-write.ts';
import type { ClockDep, CommitRefused, GraphStore, StoreUnavailable } from '../store/port.ts';

/** What a run is told that its process did not end. */
export const interruptedWarning =
  'The import was cut off before it was done. It changed nothing. Import the file again.';

/**
 * Marks every import that is on record as under way as failed, and returns how many there were. Only for who knows that no other process
 * imports into this store: the one that holds the embedded database. Errors: those of the store.
 */
export const endInterruptedRuns = async ({
  store,
  clock,
}: {
  readonly store: GraphStore;
  readonly clock: ClockDep;
}): Promise<Result<number, StoreUnavailable | CommitRefused>> => {
  const running = await store.list({
    concept: 'ImportRun',
    filter: { equals: { status: 'RUNNING' } },
    sort: 'NAME',
    descending: false,
    first: 500,
  });
  if (!running.ok) return running;
  const { items } = running.value;
  if (items.length === 0) return ok(0);
  const committed = await store.commit({
    actor: 'ehi-atlas',
    reason: 'imports that were cut off',
    writes: items.map((run) => ({
      concept: 'ImportRun' as const,
      document: {
        ...toDocument<'ImportRun'>(run),
        status: 'FAILED' as const,
        finishedAt: clock.now(),
        warnings: [...run.warnings, interruptedWarning],
      },
      action: 'UPDATE' as const,
      expected: run.revision,
    })),
  });
  return committed.ok ? ok(items.length) : committed;
};
