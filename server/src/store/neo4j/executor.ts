import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import { ok } from '../../domain/result.ts';
import type { Executor, Run, Work } from '../executor.ts';
import { toStoreUnavailable } from './errors.ts';
import { toDriverParams } from './params.ts';

/** Which database on which server, for sessions and for messages. */
export interface Neo4jTarget {
  readonly address: string;
  readonly database: string | undefined;
}

/** The server ends a transaction that takes longer: something is wrong, and its locks are in the way of others. */
const transactionTimeoutMs = 120_000;

/**
 * A Neo4j database as an executor. Each transaction has its own session; all share their bookmarks, so that a read
 * sees what this process wrote before it, on whichever member of a cluster it runs.
 */
export const createNeo4jExecutor = (driver: Driver, { address, database }: Neo4jTarget): Executor => {
  const bookmarkManager = neo4j.bookmarkManager();
  const openSession = (access: 'READ' | 'WRITE') =>
    driver.session({
      defaultAccessMode: access === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager,
      ...(database === undefined ? {} : { database }),
    });

  const transact = async <T>(access: 'READ' | 'WRITE', name: string, work: Work<T>) => {
    const session = openSession(access);
    const settings = { timeout: transactionTimeoutMs, metadata: { app: 'ehi-atlas', operation: name } };
    let attempt = 0;
    const inTransaction = (transaction: ManagedTransaction) => work(runIn(transaction), (attempt += 1));
    try {
      return ok(
        access === 'READ'
          ? await session.executeRead(inTransaction, settings)
          : await session.executeWrite(inTransaction, settings),
      );
    } catch (cause) {
      return toStoreUnavailable(address, cause);
    } finally {
      await session.close();
    }
  };

  return {
    kind: 'neo4j',
    isolation: 'READ_COMMITTED',
    define: async (statement) => {
      const session = openSession('WRITE');
      try {
        await session.run(statement);
        return ok(undefined);
      } catch (cause) {
        return toStoreUnavailable(address, cause);
      } finally {
        await session.close();
      }
    },
    read: (name, work) => transact('READ', name, work),
    write: (name, work) => transact('WRITE', name, work),
    close: () => driver.close(),
  };
};

const runIn =
  (transaction: ManagedTransaction): Run =>
  async (query, params) => {
    const { records } = await transaction.run(query.text, toDriverParams(params));
    return records.map((record) => record.toObject()) as never;
  };
