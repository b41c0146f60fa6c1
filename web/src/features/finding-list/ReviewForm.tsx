import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { sentenceCase } from '../../graph-model/words.ts';
import { readStored, store } from '../../ui/stored.ts';
import type { FindingData } from './finding-data.ts';
import type { Reviews } from './use-reviews.ts';
import { states, stateWords } from './words.ts';

/** Who looks after a finding, by when, and what became of it. What it takes to accept one is a reason. */
export const ReviewForm = (props: {
  readonly finding: FindingData;
  readonly owners: readonly string[];
  readonly reviews: Reviews;
  readonly onDone: (words: string) => void;
}): ReactNode => {
  const { reviews } = props;
  const id = useId();
  const [trouble, setTrouble] = useState<string>();
  // What was there when the form was opened: a list fetched anew meanwhile must not make a save overwrite what nobody read here.
  const [seen] = useState(props.finding);
  // What is typed outlives a filter, another row that is opened, and a reload.
  const draft = `draft.review.${seen.id}`;
  const [kept] = useState(() => readKept(draft));
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string | null => String(data.get(name) ?? '').trim() || null;
    const state = states.find((each) => each === text('state')) ?? seen.state;
    const outcome = await reviews.change([seen], {
      state,
      owner: text('owner'),
      dueOn: text('dueOn'),
      rationale: text('rationale'),
    });
    if (outcome.ok) {
      store(draft, undefined, 'tab');
      props.onDone(`Review saved: ${stateWords[state]}.`);
    } else setTrouble(outcome.message);
  };
  return (
    <form
      className="stacked review-form"
      aria-label="Review the finding"
      onChange={(event) => store(draft, JSON.stringify(Object.fromEntries(new FormData(event.currentTarget))), 'tab')}
      onSubmit={(event) => void submit(event)}
    >
      <div className="review-fields">
        <label htmlFor={`${id}-state`}>
          State
          <select ref={first} id={`${id}-state`} name="state" defaultValue={kept['state'] ?? seen.state}>
            {states.map((state) => (
              <option key={state} value={state}>
                {sentenceCase(stateWords[state])}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}-owner`}>
          Owner
          <input
            id={`${id}-owner`}
            name="owner"
            list={`${id}-owners`}
            defaultValue={kept['owner'] ?? seen.owner ?? ''}
            maxLength={120}
          />
          <datalist id={`${id}-owners`}>
            {props.owners.map((owner) => (
              <option key={owner} value={owner} />
            ))}
          </datalist>
        </label>
        <label htmlFor={`${id}-due`}>
          Due
          <input id={`${id}-due`} name="dueOn" type="date" defaultValue={kept['dueOn'] ?? seen.dueOn ?? ''} />
        </label>
      </div>
      <label htmlFor={`${id}-rationale`}>Reason</label>
      <textarea
        id={`${id}-rationale`}
        name="rationale"
        rows={2}
        defaultValue={kept['rationale'] ?? seen.review?.rationale ?? ''}
      />
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" className="button primary" disabled={reviews.running}>
        Save the review
      </button>
    </form>
  );
};

/** What was typed into the form of a finding in this tab and not saved. */
const readKept = (name: string): Readonly<Record<string, string>> => {
  try {
    return JSON.parse(readStored(name, 'tab') ?? '{}') as Readonly<Record<string, string>>;
  } catch {
    return {};
  }
};
