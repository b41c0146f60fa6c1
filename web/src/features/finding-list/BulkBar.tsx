import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { counted, sentenceCase } from '../../graph-model/words.ts';
import type { Selection } from './use-selection.ts';
import type { NotReviewed, ReviewChange, Reviews } from './use-reviews.ts';
import { states, stateWords } from './words.ts';

/** What is said of all selected findings at once. What is left as it is stays as each has it. All of them are written, or none and why not. */
export const BulkBar = (props: {
  readonly selection: Selection;
  readonly owners: readonly string[];
  readonly reviews: Reviews;
  readonly onDone: (words: string) => void;
}): ReactNode => {
  const { selection, reviews } = props;
  const id = useId();
  const [owner, setOwner] = useState<Mode>('keep');
  const [due, setDue] = useState<Mode>('keep');
  const [trouble, setTrouble] = useState<{ readonly message: string; readonly refused: readonly NotReviewed[] }>();
  const count = selection.choices.length;
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const change = changeOf(new FormData(event.currentTarget), owner, due);
    if (Object.keys(change).length === 0) {
      setTrouble({
        message: 'Nothing is to be changed: choose a state, an owner, a due date or a reason.',
        refused: [],
      });
      return;
    }
    const outcome = await reviews.change(selection.choices, change);
    if (!outcome.ok) {
      setTrouble(outcome);
      return;
    }
    setTrouble(undefined);
    selection.replace([]);
    props.onDone(outcome.words);
  };
  const leaveOut = (refused: readonly NotReviewed[]): void => {
    const out = new Set(refused.map((each) => each.id));
    selection.replace(selection.choices.filter((choice) => !out.has(choice.id)));
    setTrouble(undefined);
  };
  return (
    <form
      className="bulk"
      aria-label={`Review ${counted(count, 'selected finding')}`}
      onSubmit={(event) => void submit(event)}
    >
      <strong>{counted(count, 'finding')} selected</strong>
      <label>
        State
        <select name="state" defaultValue="">
          <option value="">As it is</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {sentenceCase(stateWords[state])}
            </option>
          ))}
        </select>
      </label>
      <label>
        Owner
        <ModeSelect mode={owner} none="Nobody" onMode={setOwner} />
      </label>
      {owner === 'set' ? (
        <input name="owner" aria-label="Name of the owner" list={`${id}-owners`} required maxLength={120} />
      ) : null}
      <datalist id={`${id}-owners`}>
        {props.owners.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <label>
        Due
        <ModeSelect mode={due} none="No due date" onMode={setDue} />
      </label>
      {due === 'set' ? <input name="dueOn" aria-label="Due date" type="date" required /> : null}
      <label>
        Reason
        <input name="rationale" placeholder="as it is" />
      </label>
      <button type="submit" className="button primary" disabled={reviews.running}>
        Change all {count}
      </button>
      <button type="button" className="button" onClick={() => selection.replace([])}>
        Select none
      </button>
      {trouble === undefined ? null : (
        <div className="bulk-trouble" role="alert">
          <p className="form-trouble">
            {trouble.refused.length === 0
              ? trouble.message
              : `Nothing was written: ${counted(trouble.refused.length, 'finding')} could not be.`}
          </p>
          <ul>
            {trouble.refused.slice(0, shownRefused).map((each) => (
              <li key={each.id}>{each.words}</li>
            ))}
          </ul>
          {trouble.refused.length > shownRefused ? <p>And {trouble.refused.length - shownRefused} more.</p> : null}
          {trouble.refused.length === 0 || trouble.refused.length === count ? null : (
            <button type="button" className="button" onClick={() => leaveOut(trouble.refused)}>
              Leave {trouble.refused.length === 1 ? 'it' : 'them'} out
            </button>
          )}
        </div>
      )}
    </form>
  );
};

/** How many reasons are told one by one. */
const shownRefused = 5;

type Mode = 'keep' | 'set' | 'none';

const ModeSelect = (props: {
  readonly mode: Mode;
  readonly none: string;
  readonly onMode: (mode: Mode) => void;
}): ReactNode => (
  <select
    value={props.mode}
    onChange={({ target }) => props.onMode(target.value === 'set' ? 'set' : target.value === 'none' ? 'none' : 'keep')}
  >
    <option value="keep">As it is</option>
    <option value="set">Set …</option>
    <option value="none">{props.none}</option>
  </select>
);

const changeOf = (data: FormData, owner: Mode, due: Mode): ReviewChange => {
  const text = (name: string): string => String(data.get(name) ?? '').trim();
  const state = states.find((each) => each === text('state'));
  const rationale = text('rationale');
  return {
    ...(state === undefined ? {} : { state }),
    ...(owner === 'keep' ? {} : { owner: owner === 'set' ? text('owner') : null }),
    ...(due === 'keep' ? {} : { dueOn: due === 'set' ? text('dueOn') : null }),
    ...(rationale === '' ? {} : { rationale }),
  };
};
