import { useCallback, useMemo, useRef, useState } from 'react';
import { noteChange } from '../api/noted-changes.ts';
import { useMutation } from '../api/use-mutation.ts';
import { TakeBackDocument } from './documents.ts';
import { changeHistory, useEditHistory, withRedone, withUndone, without, type Edit } from './edit-history.ts';
import { tell } from './told.ts';
import { readWritten } from './use-change-set.ts';

/** The last edits of this tab: what undo and redo would do, and the ways to do it. */
export interface Undo {
  readonly undoable: Edit | undefined;
  readonly redoable: Edit | undefined;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly running: boolean;
  /** Why the last one did nothing, in words. */
  readonly trouble: string | undefined;
  readonly forgetTrouble: () => void;
}

/** Undoing is a change of its own: the log keeps both. What somebody else has changed since is left alone, and that is said. */
export const useUndo = (): Undo => {
  const { done, undone } = useEditHistory();
  const { run, running } = useMutation(TakeBackDocument);
  const [trouble, setTrouble] = useState<string>();
  const undoable = done.at(-1);
  const redoable = undone.at(-1);
  const underway = useRef(false);
  const take = useCallback(
    async (edit: Edit, verb: 'Undone' | 'Redone', after: typeof withUndone): Promise<void> => {
      // A second press while the first is under way is about an edit that is being taken back already.
      if (underway.current) return;
      underway.current = true;
      setTrouble(undefined);
      const result = await run({ revisions: [...edit.revisions], reason: `${verb}: ${edit.words}` });
      underway.current = false;
      const written = readWritten(result.ok ? { ok: true, value: result.value.takeBack } : result);
      if (written.ok) {
        const revisions = written.changes.map(({ revision }) => revision);
        changeHistory((history) => (revisions.length === 0 ? without(history, edit) : after(history, edit, revisions)));
        noteChange();
        tell(`${verb}: ${edit.words}`);
        return;
      }
      const [first] = written.troubles;
      // What others built on it stays as it is; asking again would not change that. A server that is away is another matter.
      if (result.ok) changeHistory((history) => without(history, edit));
      setTrouble(`${edit.words}: not ${verb.toLowerCase()}. ${first?.message ?? ''}`);
    },
    [run],
  );
  const undo = useCallback(() => {
    if (undoable === undefined) tell('There is nothing to undo in this tab');
    else void take(undoable, 'Undone', withUndone);
  }, [take, undoable]);
  const redo = useCallback(() => {
    if (redoable === undefined) tell('There is nothing to redo in this tab');
    else void take(redoable, 'Redone', withRedone);
  }, [take, redoable]);
  const forgetTrouble = useCallback(() => setTrouble(undefined), []);
  return useMemo(
    () => ({ undoable, redoable, undo, redo, running, trouble, forgetTrouble }),
    [undoable, redoable, undo, redo, running, trouble, forgetTrouble],
  );
};
