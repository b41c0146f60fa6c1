import { useState, type ReactNode } from 'react';
import { useMutation } from '../../api/use-mutation.ts';
import { UndoImportDocument } from './documents.ts';

/** Takes an import back, with the reason. */
export const UndoForm = ({
  run,
  onDone,
  onCancel,
}: {
  readonly run: string;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState('');
  const undo = useMutation(UndoImportDocument);
  const send = async (): Promise<void> => {
    const result = await undo.run({ run, reason });
    if (!result.ok) return setTrouble(result.error.message);
    const { ok, error, ended, restored, kept } = result.value.undoImport;
    if (!ok) return setTrouble(error?.message ?? 'It could not be taken back.');
    const left =
      kept.length === 0 ? '' : ` Kept, because somebody changed it since: ${kept.map(({ name }) => name).join(', ')}.`;
    return onDone(
      `The import is taken back: ${ended ?? 0} things it had made ended, ${restored ?? 0} are as before.${left}`,
    );
  };
  return (
    <form
      className="claim-form"
      aria-label="Take the import back"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        Why
        <input autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <p className="quiet">What it made ends on the day it began; what it changed is as before. The log keeps both.</p>
      {trouble === '' ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button primary" disabled={undo.running}>
          Take it back
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
};
