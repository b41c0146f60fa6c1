import { createHash } from 'node:crypto';
import type { Change } from '../domain/model/change.ts';
import type { Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { canonicalJson } from './canonical-json.ts';

/** What the first entry of a log has as `previousHash`. */
export const emptyHash = '';

/** The SHA-256 (hex) over `previousHash` and the other fields of an entry, as canonical JSON without `hash`. */
export const hashChange = (change: Omit<Change, 'hash'>): string => {
  const { revision, at, actor, action, concept, entity, before, after, reason, previousHash } = change;
  const sealed = { revision, at, actor, action, concept, entity, before, after, reason, previousHash };
  return createHash('sha256').update(canonicalJson(sealed)).digest('hex');
};

/** Where a log stops verifying: `revision` is the first entry that is not what it should be. */
export interface ChangeLogBroken {
  readonly type: 'ChangeLogBroken';
  readonly revision: Revision;
  readonly message: string;
}

/** A point in a log: the entry of `revision` has this hash. Revision 0 is the empty log. */
export interface LogHead {
  readonly revision: Revision;
  readonly hash: string;
}

const startOfLog: LogHead = { revision: 0, hash: emptyHash };

/**
 * The head that `changes` (oldest first) lead to from `from` (default: the start of the log), when every entry
 * follows the one before without a gap and its hash is right. Error: `ChangeLogBroken`. Compare the head with the
 * inventory's own to know that nothing is missing at the end.
 */
export const verifyChangeLog = (
  changes: readonly Change[],
  from: LogHead = startOfLog,
): Result<LogHead, ChangeLogBroken> => {
  let head = from;
  for (const change of changes) {
    const broken = (message: string) => err({ type: 'ChangeLogBroken', revision: change.revision, message } as const);
    if (change.revision !== head.revision + 1) return broken(`revision ${head.revision + 1} is missing`);
    if (change.previousHash !== head.hash) return broken('does not follow the entry before it');
    if (hashChange(change) !== change.hash) return broken('was altered after it was written');
    head = { revision: change.revision, hash: change.hash };
  }
  return ok(head);
};
