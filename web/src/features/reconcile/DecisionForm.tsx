import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import { counted } from '../../graph-model/words.ts';
import { ClassChooser, type ChosenClass } from './ClassChooser.tsx';
import { wantsClasses, type Choice, type ItemData } from './reconciled-item.ts';
import { SameAs } from './SameAs.tsx';
import type { Deciding } from './use-decide.ts';

/** What is decided about everything that is selected: the reason, the classes that are meant, what it is the same as, and the actions. */
export const DecisionForm = (props: {
  readonly choices: readonly Choice[];
  /** The row, when one is selected and it is shown. */
  readonly item: ItemData | undefined;
  readonly running: boolean;
  readonly reasonField: RefObject<HTMLInputElement | null>;
  readonly onDecide: (deciding: Deciding) => void;
  readonly onClear: () => void;
  /** The form is about one thing, and as high as it is now: its row has to be seen beside it. */
  readonly onShown: (observation: string) => void;
}): ReactNode => {
  const { choices, item, running } = props;
  const id = useId();
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const [classes, setClasses] = useState<readonly ChosenClass[]>([]);
  const [open, setOpen] = useState<'same' | 'classes'>();
  const wanted = item !== undefined && wantsClasses(item);
  const only = choices.length === 1 ? choices[0] : undefined;
  const key = only?.observation.id ?? several;
  const before = useRef(key);
  useEffect(() => {
    // What was chosen for one thing is not meant for another.
    if (before.current !== key) {
      setClasses([]);
      if (key !== several) setReason('');
    }
    before.current = key;
    setOpen(wanted ? 'classes' : undefined);
    setTrouble(undefined);
  }, [key, wanted]);

  const { onShown } = props;
  useEffect(() => {
    if (key !== several) onShown(key);
  }, [key, open, onShown]);

  const takesClasses = choices.every(({ fact }) => fact === 'HOLDING' || fact === 'FILTER');
  const send = (deciding: Deciding): void => props.onDecide({ ...deciding, reason: reason.trim() });
  const accept = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted && item.fact === 'HOLDING' && classes.length === 0) {
      setTrouble('The file does not tell which data it holds. Choose a data class first.');
      setOpen('classes');
      return;
    }
    setTrouble(undefined);
    send({ action: 'ACCEPT', ...(takesClasses ? { dataClasses: classes.map(({ id }) => id) } : {}) });
  };
  const reject = (): void => {
    if (reason.trim() === '') {
      setTrouble('Say why it is rejected: whoever reads it later has to see the reason.');
      props.reasonField.current?.focus();
      return;
    }
    setTrouble(undefined);
    send({ action: 'REJECT' });
  };
  const toggle = (panel: 'same' | 'classes'): void => setOpen(open === panel ? undefined : panel);
  const hint = hintOf(only, item);
  return (
    <form className="decision" aria-label="Decide" onSubmit={accept}>
      <p className="row spread">
        <span>
          <strong>{only === undefined ? `${counted(choices.length, 'thing')} selected` : only.observation.name}</strong>
          {hint === '' ? null : <span className="quiet"> {hint}</span>}
        </span>
        <button type="button" className="link-button" onClick={props.onClear}>
          Clear the selection
        </button>
      </p>
      {open === 'classes' && takesClasses ? (
        <ClassChooser
          item={item}
          chosen={classes}
          many={choices.length > 1}
          onChoose={(next) => {
            setClasses(next);
            setTrouble(undefined);
          }}
        />
      ) : null}
      {open === 'same' && only !== undefined ? (
        <SameAs
          key={only.observation.id}
          fact={only.fact}
          item={item}
          running={running}
          onChoose={(target) => send({ action: 'MERGE', target })}
        />
      ) : null}
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert" id={`${id}-trouble`}>
          {trouble}
        </p>
      )}
      <div className="row decision-actions">
        <label htmlFor={`${id}-reason`}>Reason</label>
        <input
          id={`${id}-reason`}
          ref={props.reasonField}
          value={reason}
          maxLength={2000}
          placeholder="must be there to reject"
          aria-invalid={trouble !== undefined && reason.trim() === ''}
          aria-describedby={trouble === undefined ? undefined : `${id}-trouble`}
          onChange={(event) => setReason(event.target.value)}
          // Enter in the reason must decide nothing: which action is meant, only a button says.
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
        {takesClasses ? (
          <button type="button" className="button" aria-expanded={open === 'classes'} onClick={() => toggle('classes')}>
            Data classes… {classes.length === 0 ? '' : `(${classes.length})`}
          </button>
        ) : null}
        <button type="submit" className="button primary" aria-disabled={running}>
          Accept
        </button>
        <button
          type="button"
          className="button"
          disabled={only === undefined}
          aria-expanded={open === 'same'}
          title={only === undefined ? 'Select one thing only to say what it is the same as' : undefined}
          onClick={() => toggle('same')}
        >
          Same as…
        </button>
        <button type="button" className="button" aria-disabled={running} onClick={reject}>
          Reject
        </button>
        <button type="button" className="button" aria-disabled={running} onClick={() => send({ action: 'DEFER' })}>
          Decide later
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={running}
          disabled={choices.every(({ observation }) => !observation.decision)}
          title="Takes an earlier decision back; what it put into the inventory stays"
          onClick={() => send({ action: 'REOPEN' })}
        >
          Reopen
        </button>
        <span className="quiet" role="status">
          {running ? 'Saving.' : ''}
        </span>
      </div>
    </form>
  );
};

const several = '';

/** What accepting means here, or what stands in its way. */
const hintOf = (only: Choice | undefined, item: ItemData | undefined): string => {
  if (only === undefined) return 'Those that cannot be decided are told and stop none of the others.';
  if (only.status === 'CONFLICTING') return 'Accepting writes what the file says over what is declared.';
  if (only.status === 'AMBIGUOUS' && only.fact !== 'HOLDING')
    return 'Several things could be meant: choose with “Same as…”.';
  if (item !== undefined && wantsClasses(item)) return 'The file does not tell which data classes are meant.';
  if (only.fact === 'FLOW' || only.fact === 'CHANNEL') return 'Accepting takes in what it needs with it.';
  return '';
};
