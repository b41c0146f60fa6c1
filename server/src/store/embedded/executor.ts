import type { GrafeoDB, Transaction } from '@grafeo-db/js';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Executor, Run, Work } from '../executor.ts';
import type { StoreUnavailable } from '../port.ts';
import { toStoreUnavailable } from './errors.ts';
import { createMutex } from './mutex.ts';

/**
 * The embedded database as an executor. Writers take turns in this process, and the database's file lock keeps other
 * processes out; a commit is in the write-ahead log before it is acknowledged. Reads see a snapshot and never wait.
 */
export const createEmbeddedExecutor = (database: GrafeoDB): Executor => {
  const exclusively = createMutex();
  let closed = false;
  const away = (): Result<never, StoreUnavailable> =>
    err({ type: 'StoreUnavailable', message: 'The inventory has been closed: start the server again.' });
  const runIn =
    (transaction: Transaction): Run =>
    async (query, params) =>
      (await transaction.executeCypher(query.text, params)).toArray() as never;

  const inTransaction = async <T>(
    work: Work<T>,
    end: (transaction: Transaction) => void,
  ): Promise<Result<T, StoreUnavailable>> => {
    let transaction: Transaction | undefined;
    try {
      transaction = database.beginTransaction();
      const value = await work(runIn(transaction), 1);
      end(transaction);
      return ok(value);
    } catch (cause) {
      return toStoreUnavailable(cause);
    } finally {
      rollback(transaction);
    }
  };

  return {
    kind: 'embedded',
    isolation: 'SNAPSHOT',
    define: (statement) =>
      exclusively(async () => {
        if (closed) return away();
        try {
          await database.executeCypher(statement);
          return ok(undefined);
        } catch (cause) {
          return toStoreUnavailable(cause);
        }
      }),
    read: async (_name, work) => {
      if (closed) return away();
      return inTransaction(work, () => undefined);
    },
    write: (_name, work) =>
      exclusively(async () => (closed ? away() : inTransaction(work, (transaction) => transaction.commit()))),
    close: () =>
      exclusively(async () => {
        if (closed) return;
        closed = true;
        try {
          database.close();
        } catch (cause) {
          // What was acknowledged is in the log. Only the log could not be folded into the file, and is when it is opened next.
          toStoreUnavailable(cause);
        }
      }),
  };
};

/** A commit that failed has undone itself already, and the transaction still calls itself active: then this has no say. */
const rollback = (transaction: Transaction | undefined): void => {
  try {
    if (transaction?.isActive === true) transaction.rollback();
  } catch {
    // Nothing of it is left to undo.
  }
};
