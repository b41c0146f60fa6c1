import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '../../api/use-mutation.ts';
import { sentenceCase } from '../../graph-model/words.ts';
import { ReviewFindingDocument } from './documents.ts';
import type { FindingData } from './FindingRow.tsx';
import { states, stateWords } from './words.ts';

/** Who looks after a finding and what became of it. What it takes to accept one is a reason. */
export const ReviewForm = (props: {
  readonly finding: FindingData;
  readonly onDone: (words: string) => void;
  /** Somebody else wrote it since: what is shown has to be fetched anew. */
  readonly onChangedMeanwhile: () => void;
}): ReactNode => {
  const { finding } = props;
  const id = useId();
  const { run, running } = useMutation(ReviewFindingDocument);
  const [trouble, setTrouble] = useState<string>();
  // What was there when the form was opened: a list fetched anew meanwhile must not make a save overwrite what nobody read here.
  const [seen] = useState(finding.review?.revision ?? 0);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const state = states.find((each) => each === text('state')) ?? finding.state;
    const result = await run({
      input: {
        finding: finding.id,
        state,
        owner: text('owner'),
        rationale: text('rationale'),
        expectedRevision: seen,
      },
    });
    const error = result.ok ? result.value.reviewFinding.error : result.error;
    if (!error) {
      props.onDone(`Review saved: ${stateWords[state]}.`);
      return;
    }
    setTrouble(error.message);
    if (error.code === 'CONFLICT') props.onChangedMeanwhile();
  };
  return (
    <form className="stacked" aria-label="Review the finding" onSubmit={(event) => void submit(event)}>
      <label htmlFor={`${id}-state`}>State</label>
      <select id={`${id}-state`} name="state" defaultValue={finding.state}>
        {states.map((state) => (
          <option key={state} value={state}>
            {sentenceCase(stateWords[state])}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-owner`}>Owner</label>
      <input id={`${id}-owner`} name="owner" defaultValue={finding.owner ?? ''} maxLength={120} />
      <label htmlFor={`${id}-rationale`}>Reason</label>
      <textarea id={`${id}-rationale`} name="rationale" rows={2} defaultValue={finding.review?.rationale ?? ''} />
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" className="button primary" disabled={running}>
        Save the review
      </button>
    </form>
  );
};
