import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '../../api/use-mutation.ts';
import type { UndoImportMutation } from '../../gql/graphql.ts';
import { counted } from '../../graph-model/words.ts';
import { UndoImportDocument } from './documents.ts';
import type { RunData } from './run-data.ts';

/** What taking an import back did, in words and with what was kept. */
export interface TakenBack {
  readonly words: string;
  readonly kept: UndoImportMutation['undoImport']['kept'];
}

/** Why an import is taken back, and doing it. */
export const TakeBackForm = (props: {
  readonly run: RunData;
  readonly label: string;
  readonly onCancel: () => void;
  readonly onDone: (taken: TakenBack) => void;
}): ReactNode => {
  const { run: of } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { run, running } = useMutation(UndoImportDocument);
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (running) return;
    const reason = (field.current?.value ?? '').trim();
    if (reason === '') {
      setTrouble('Say why: whoever reads it later has to see the reason.');
      field.current?.focus();
      return;
    }
    const result = await run({ run: of.id, reason });
    if (!result.ok) {
      setTrouble(result.error.message);
      return;
    }
    const { error, run: after, restored, ended, kept } = result.value.undoImport;
    if (error) {
      setTrouble(error.message);
      return;
    }
    const words =
      after?.status === 'FAILED'
        ? `${of.file} is closed. It had written nothing.`
        : `${of.file} is taken back: ${counted(ended ?? 0, 'thing')} it had made ended, ${restored ?? 0} are as before, ${kept.length} kept.`;
    props.onDone({ words, kept });
  };
  return (
    <form
      className="stacked take-back"
      aria-label={`${props.label}: ${of.file}`}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <p>
        {of.status === 'RUNNING'
          ? 'It never finished and has written nothing. Closing it keeps it in the list as failed.'
          : 'What it made ends, and what it changed is as before. What somebody changed or decided since is kept. The log keeps both.'}
      </p>
      <label htmlFor={`${id}-reason`}>Reason</label>
      <input
        ref={field}
        id={`${id}-reason`}
        required
        maxLength={500}
        autoComplete="off"
        aria-invalid={trouble !== undefined}
        aria-describedby={`${id}-trouble`}
      />
      <p className="form-trouble" role="alert" id={`${id}-trouble`}>
        {trouble}
      </p>
      <div className="row">
        <button type="submit" className="button primary" aria-disabled={running}>
          {props.label}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
};
