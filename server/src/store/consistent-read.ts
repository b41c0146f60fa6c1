import { err, ok, type Result } from '../domain/result.ts';
import type { LogHead } from './change-hash.ts';
import type { Executor, Work } from './executor.ts';
import type { StoreUnavailable } from './port.ts';
import { lockInventory } from './queries/lock-inventory.ts';
import { readHeadOf } from './read-head-of.ts';

/** How often a read that a writer got in the way of is repeated before it keeps writers out. */
const attempts = 4;

type Outcome<T> = Promise<Result<T, StoreUnavailable>>;

/**
 * What `work` reads at one revision. Where a transaction is a snapshot, that is one transaction. Where it is not, the
 * revision is read before and after; when it moved, or `isWhole` says something is missing, the read is repeated, and
 * in the end done while writers are kept out.
 */
export const consistentRead = async <T>(
  executor: Executor,
  name: string,
  work: Work<T>,
  isWhole: (value: T) => boolean = () => true,
): Outcome<T> => {
  if (executor.isolation === 'SNAPSHOT') return executor.read(name, work);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const read = await executor.read(name, async (run) => {
      const before = await readHeadOf(run);
      const value = await work(run, attempt);
      const after = await readHeadOf(run);
      return { value, still: before.revision === after.revision };
    });
    if (!read.ok) return read;
    if (read.value.still && isWhole(read.value.value)) return ok(read.value.value);
  }
  return exclusiveRead(executor, name, work);
};

/**
 * What `work` reads at one revision, proof against a commit whose parts are just becoming visible: nobody was writing
 * when it began, and nobody has written by its end. For reads that must be whole and take long.
 */
export const settledRead = async <T>(executor: Executor, name: string, work: Work<T>): Outcome<T> => {
  if (executor.isolation === 'SNAPSHOT') return executor.read(name, work);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await settledHead(executor, name);
    if (!before.ok) return before;
    const read = await executor.read(name, work);
    if (!read.ok) return read;
    const after = await settledHead(executor, name);
    if (!after.ok) return after;
    if (before.value.revision === after.value.revision) return read;
  }
  return exclusiveRead(executor, name, work);
};

/** The head of the log at a moment when nobody is writing. */
const settledHead = (executor: Executor, name: string): Outcome<LogHead> =>
  exclusiveRead(executor, `${name} (settle)`, readHeadOf);

const exclusiveRead = async <T>(executor: Executor, name: string, work: Work<T>): Outcome<T> => {
  const read = await executor.write(name, async (run, attempt) => {
    await run(lockInventory, { by: name });
    return work(run, attempt);
  });
  // It only took the lock: there is nothing that may have been written.
  return read.ok ? read : err({ type: read.error.type, message: read.error.message });
};
