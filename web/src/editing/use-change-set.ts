import { useCallback, useMemo } from 'react';
import type { ApiResult } from '../api/failure.ts';
import { noteChange } from '../api/noted-changes.ts';
import { useMutation } from '../api/use-mutation.ts';
import type { ChangeInput, ChangeSetOutcomeFragment, ChangeSetTroubleFragment } from '../gql/graphql.ts';
import { useChangeSink } from './change-sink.ts';
import { ApplyChangesDocument } from './documents.ts';
import { tell } from './told.ts';
import { changeHistory, withDone } from './edit-history.ts';

/** Why a change of a set was not written. `lastChange` is who wrote the thing meanwhile. */
export interface Trouble {
  readonly at: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly message: string;
  readonly lastChange: ChangeSetTroubleFragment['lastChange'];
}

/** What came of a write: the things it was about, by the log, or why nothing was written. */
export type Written =
  | { readonly ok: true; readonly changes: ChangeSetOutcomeFragment['changes'] }
  | { readonly ok: false; readonly troubles: readonly Trouble[] };

/** The troubles of a change set's answer, or of the request itself. Pure. */
export const readWritten = (result: ApiResult<ChangeSetOutcomeFragment>): Written => {
  if (!result.ok) {
    const { code, message, field } = result.error;
    return { ok: false, troubles: [{ at: 0, code, message, field, lastChange: null }] };
  }
  const { ok, errors, changes } = result.value;
  if (ok) return { ok: true, changes };
  return {
    ok: false,
    troubles: errors.map(({ at, error, lastChange }) => ({
      at,
      code: error.code,
      message: error.message,
      field: error.field ?? undefined,
      lastChange: lastChange ?? null,
    })),
  };
};

/**
 * Writes changes, all or none, and has the page show them; what was written can be undone. `words` say what was done, e.g. "PACS added". Within a
 * `ChangeSink` nothing is written: the sink has them.
 */
export const useChangeSet = (): {
  readonly write: (changes: readonly ChangeInput[], words: string, reason?: string) => Promise<Written>;
  readonly running: boolean;
} => {
  const { run, running } = useMutation(ApplyChangesDocument);
  const sink = useChangeSink();
  const write = useCallback(
    async (changes: readonly ChangeInput[], words: string, reason?: string): Promise<Written> => {
      if (sink !== undefined) {
        sink.take(changes);
        return { ok: true, changes: [] };
      }
      const result = await run({ changes: [...changes], reason: reason ?? null });
      const written = readWritten(result.ok ? { ok: true, value: result.value.applyChanges } : result);
      if (written.ok) {
        const revisions = written.changes.map(({ revision }) => revision);
        if (revisions.length > 0) changeHistory((history) => withDone(history, { words, revisions }));
        noteChange();
        tell(words);
      }
      return written;
    },
    [run, sink],
  );
  return useMemo(() => ({ write, running }), [write, running]);
};
