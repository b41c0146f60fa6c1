import { client } from '../api/client.ts';
import type { ApiResult } from '../api/failure.ts';
import { RevisionDocument } from './documents.ts';

/** What was read, and the revision of the inventory before and after. */
export interface ReadBetween<T> {
  readonly value: T;
  readonly revisions: readonly [number, number];
}

/** Reads what takes several questions, and says between which revisions it was read. */
export const readBetween = async <T>(
  read: () => Promise<ApiResult<T>>,
  signal: AbortSignal = new AbortController().signal,
): Promise<ApiResult<ReadBetween<T>>> => {
  const before = await client(RevisionDocument, {}, { signal });
  if (!before.ok) return before;
  const result = await read();
  if (!result.ok) return result;
  const after = await client(RevisionDocument, {}, { signal });
  if (!after.ok) return after;
  const revisions = [before.value.inventory.revision, after.value.inventory.revision] as const;
  return { ok: true, value: { value: result.value, revisions } };
};
