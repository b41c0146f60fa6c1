import type { Result } from '../domain/result.ts';
import type { StoreUnavailable } from './port.ts';
import type { CypherParams, CypherQuery } from './queries/cypher-query.ts';

/** Runs one statement inside the transaction it was handed out for; resolves to its rows in the statement's order. */
export type Run = <P extends CypherParams, R>(query: CypherQuery<P, R>, params: P) => Promise<readonly R[]>;

/** What a transaction does. `attempt` counts from 1: a store may run the work again when the database asks for it. */
export type Work<T> = (run: Run, attempt: number) => Promise<T>;

/**
 * One database, seen as transactions: all a store adapter has to bring. Expected failures come back as
 * `StoreUnavailable`; a throw is a bug and undoes the transaction.
 */
export interface Executor {
  readonly kind: 'embedded' | 'neo4j';
  /**
   * What statements of one read transaction see. `SNAPSHOT`: all of them one state. `READ_COMMITTED`: each of them
   * what is committed when it runs.
   */
  readonly isolation: 'SNAPSHOT' | 'READ_COMMITTED';
  /** Runs one statement that defines a constraint or an index, outside any transaction. */
  define(statement: string): Promise<Result<void, StoreUnavailable>>;
  read<T>(name: string, work: Work<T>): Promise<Result<T, StoreUnavailable>>;
  /** Commits when `work` resolves. What it resolves to is acknowledged: durable. */
  write<T>(name: string, work: Work<T>): Promise<Result<T, StoreUnavailable>>;
  close(): Promise<void>;
}
