import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';
import { verifyChangeLog, type ChangeLogBroken, type LogHead } from '../store/change-hash.ts';

/** How many entries are read at a time. */
const pageLength = 1_000;

/**
 * Returns the head of the change log when every entry is there, follows the one before and has its own hash; `revision` 0 for
 * the empty log. Errors: `ChangeLogBroken` naming the first entry that is not what it should be, `StoreUnavailable`.
 */
export const verifyLog = async (store: GraphStore): Promise<Result<LogHead, StoreUnavailable | ChangeLogBroken>> => {
  const last = await store.revision();
  if (!last.ok) return last;
  let head: LogHead = { revision: 0, hash: '' };
  while (head.revision < last.value) {
    const page = await store.changes(head.revision, pageLength);
    if (!page.ok) return page;
    if (page.value.length === 0) {
      return err({ type: 'ChangeLogBroken', revision: head.revision + 1, message: 'is missing' });
    }
    const verified = verifyChangeLog(page.value, head);
    if (!verified.ok) return verified;
    head = verified.value;
  }
  return ok(head);
};
