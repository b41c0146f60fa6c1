import type { GrafeoDB, Transaction } from '@grafeo-db/js';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Executor, Run } from '../executor.ts';
import type { StoreUnavailable } from '../port.ts';
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

  return {
    kind: 'embedded',
    isolation: 'SNAPSHOT',
    define: (statement) =>
      exclusively(async () => {
        if (closed) return away();
        await database.executeCypher(statement);
        return ok(undefined);
      }),
    read: async (_name, work) => {
      if (closed) return away();
      const transaction = database.beginTransaction();
      try {
        return ok(await work(runIn(transaction), 1));
      } finally {
        transaction.rollback();
      }
    },
    write: (_name, work) =>
      exclusively(async () => {
        if (closed) return away();
        const transaction = database.beginTransaction();
        try {
          const value = await work(runIn(transaction), 1);
          transaction.commit();
          return ok(value);
        } finally {
          if (transaction.isActive) transaction.rollback();
        }
      }),
    close: () =>
      exclusively(async () => {
        if (closed) return;
        closed = true;
        database.close();
      }),
  };
};
