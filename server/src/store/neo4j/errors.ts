import { Neo4jError } from 'neo4j-driver';
import { err, type Result } from '../../domain/result.ts';
import type { StoreUnavailable } from '../port.ts';

/** Beginnings of the codes that say "not now" or "not here": nothing was half-written, and no statement is at fault. */
const unavailable = [
  'ServiceUnavailable',
  'SessionExpired',
  // What the driver itself says without asking the server, above all that no connection became free in time.
  'N/A',
  'Neo.TransientError.',
  'Neo.DatabaseError.',
  'Neo.ClientError.Cluster.',
  'Neo.ClientError.Database.',
  'Neo.ClientError.Security.',
  'Neo.ClientError.Transaction.',
] as const;

const isUnavailable = (error: Neo4jError): boolean =>
  error.retryable || unavailable.some((beginning) => error.code?.startsWith(beginning));

/**
 * What to do with something the driver threw: `StoreUnavailable` when its code, or its own word that a retry is safe,
 * says that the database is not to be had. Anything else is a bug and is thrown again. `commitSent`: whether a commit was on
 * its way, so that nobody knows whether it was made.
 */
export const toStoreUnavailable = (
  address: string,
  cause: unknown,
  commitSent = false,
): Result<never, StoreUnavailable> => {
  if (!(cause instanceof Neo4jError) || !isUnavailable(cause)) throw cause;
  const message = `Neo4j at ${address} is not available. (${cause.code}: ${cause.message})`;
  return commitSent
    ? err({
        type: 'StoreUnavailable',
        message: `${message} The change may not have been written: look before trying again.`,
        mayBeWritten: true,
      })
    : err({ type: 'StoreUnavailable', message });
};
