import neo4j, { Neo4jError, type Driver, type ManagedTransaction } from 'neo4j-driver';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Executor, Run, Work } from '../executor.ts';
import type { StoreUnavailable } from '../port.ts';
import { toStoreUnavailable } from './errors.ts';
import { awaitFirstAnswer, type FirstAnswer } from './first-answer.ts';
import { toDriverParams } from './params.ts';

/** Which database on which server, for sessions and for messages. */
export interface Neo4jTarget {
  readonly address: string;
  readonly database: string | undefined;
}

/** The server ends a transaction that takes longer: something is wrong, and its locks are in the way of others. */
const transactionTimeoutMs = 120_000;

/** A server that has not said a word after this long is taken for gone, even though its connections are still open. */
const firstAnswerMs = 8_000;

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

  const transact = async <T>(
    access: 'READ' | 'WRITE',
    name: string,
    work: Work<T>,
  ): Promise<Result<T, StoreUnavailable>> => {
    const session = openSession(access);
    const settings = { timeout: transactionTimeoutMs, metadata: { app: 'ehi-atlas', operation: name } };
    const answer = awaitFirstAnswer(firstAnswerMs);
    let attempt = 0;
    // Once the work of a writing attempt is done its commit is sent, and an error after that does not tell what became of it.
    let commitSent = false;
    const inTransaction = async (transaction: ManagedTransaction) => {
      const value = await work(runIn(transaction, answer), (attempt += 1));
      commitSent = access === 'WRITE';
      return { value };
    };
    const execute = access === 'READ' ? session.executeRead.bind(session) : session.executeWrite.bind(session);
    const outcome = execute(inTransaction, settings).then(
      ({ value }) => ok(value),
      (cause: unknown) => toStoreUnavailable(address, cause, commitSent),
    );
    try {
      const first = await Promise.race([outcome, answer.overdue]);
      return first === 'overdue' ? silent(address) : first;
    } finally {
      answer.came();
      // Closing waits for the server. With one that does not answer nobody should.
      const closed = session.close().catch(() => undefined);
      if (!answer.isOver()) await closed;
    }
  };

  return {
    kind: 'neo4j',
    isolation: 'READ_COMMITTED',
    define: async (statement) => {
      const session = openSession('WRITE');
      try {
        await session.executeWrite((transaction) => transaction.run(statement));
        return ok(undefined);
      } catch (cause) {
        // Another server that starts at the same moment made it between the look and the making.
        return isThereAlready(cause) ? ok(undefined) : toStoreUnavailable(address, cause);
      } finally {
        await session.close();
      }
    },
    read: (name, work) => transact('READ', name, work),
    write: (name, work) => transact('WRITE', name, work),
    close: () => driver.close(),
  };
};

/** What `IF NOT EXISTS` did not see, since it was made meanwhile, is told by these. */
const thereAlready: ReadonlySet<string> = new Set([
  'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists',
  'Neo.ClientError.Schema.ConstraintAlreadyExists',
  'Neo.ClientError.Schema.IndexAlreadyExists',
]);

const isThereAlready = (cause: unknown): boolean => cause instanceof Neo4jError && thereAlready.has(cause.code);

const silent = (address: string): Result<never, StoreUnavailable> =>
  err({ type: 'StoreUnavailable', message: `Neo4j at ${address} is not available. (It does not answer.)` });

/**
 * Statements of one transaction. Every transaction begins by reading or by waiting for the write lock; the wait for a
 * first answer is for reads, since a lock may rightly take long. Once it is over the caller was told so, and nothing
 * more may happen in its name.
 */
const runIn =
  (transaction: ManagedTransaction, answer: FirstAnswer): Run =>
  async (query, params) => {
    if (query.access === 'WRITE') answer.came();
    if (answer.isOver()) throw new Error('the transaction was given up');
    const { records } = await transaction.run(query.text, toDriverParams(params));
    answer.came();
    return records.map((record) => record.toObject()) as never;
  };
