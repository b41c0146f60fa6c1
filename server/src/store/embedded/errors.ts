import { err, type Result } from '../../domain/result.ts';
import type { StoreUnavailable } from '../port.ts';

/** What the database says when its files cannot be read or written: a full disk, a device or a mount that is gone. */
const filesFail = /GRAFEO-(?:T009|S00\d|X003)\b|I\/O error|os error \d+|write-ahead log/i;

/** The log has the commit, and nobody knows whether the disk has the log. */
const isUndecided = /could not be made durable|durable is unknown|known only after the database is reopened/i;

/**
 * What to do with something the database threw: `StoreUnavailable`, with its own words, when they say that its files
 * cannot be had. Anything else is a bug and is thrown again.
 */
export const toStoreUnavailable = (cause: unknown): Result<never, StoreUnavailable> => {
  const detail = cause instanceof Error ? cause.message : String(cause);
  if (!filesFail.test(detail)) throw cause;
  const type = 'StoreUnavailable';
  const advice = 'See that its disk has room and can be written.';
  return isUndecided.test(detail)
    ? err({
        type,
        message: `Whether the inventory's files took the change is not known until it is opened again: restart, and look before trying again. ${advice} (${detail})`,
        mayBeWritten: true,
      })
    : err({ type, message: `The inventory's files cannot be read or written. ${advice} (${detail})` });
};
