import { invariant } from '../domain/invariant.ts';
import type { LogHead } from './change-hash.ts';
import type { Run } from './executor.ts';
import { readHead } from './queries/read-head.ts';

/** Where the log ends, as the transaction sees it. A database without a root node was never migrated: a bug. */
export const readHeadOf = async (run: Run): Promise<LogHead> => {
  const [row] = await run(readHead, {});
  invariant(row !== undefined, 'the store is used before migrate()');
  return { revision: row.revision, hash: row.headHash };
};
