import { useId, type ReactNode } from 'react';

/** A choice among what is offered, which words narrow or widen. */
export const PanelChoice = (props: {
  readonly legend: ReactNode;
  /** What the words look for: `Find a data class by name`. */
  readonly find: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Said while nothing is offered. */
  readonly empty: string;
  /** What is offered, a label each. */
  readonly offered: readonly ReactNode[];
}): ReactNode => {
  const id = useId();
  return (
    <>
      <legend>{props.legend}</legend>
      <label htmlFor={id} className="unseen">
        {props.find}
      </label>
      <input
        id={id}
        value={props.text}
        placeholder={props.find}
        autoComplete="off"
        onChange={(event) => props.onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <div className="offered">
        {props.offered}
        {props.offered.length > 0 ? null : (
          <p className="quiet" role="status">
            {props.empty}
          </p>
        )}
      </div>
    </>
  );
};
