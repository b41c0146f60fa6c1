import { useEffect, useRef, useState, type ReactNode } from 'react';
import { timeWords } from '../ui/time-words.ts';
import type { FieldSpec } from './form-specs.ts';
import type { FieldValue, FormValues } from './form-values.ts';
import type { Merged } from './merge-values.ts';
import type { Trouble } from './use-change-set.ts';
import { valueWords } from './value-words.ts';

/**
 * What somebody else wrote while this form was open: what only they changed is taken over, and where both changed the same field one chooses.
 * Nothing that was typed is lost.
 */
export const ConflictChoice = (props: {
  readonly lastChange: Trouble['lastChange'];
  readonly mine: FormValues;
  readonly theirs: FormValues;
  readonly merged: Merged;
  readonly running: boolean;
  readonly onResolve: (values: FormValues) => void;
  readonly onCancel: () => void;
  /** What a field holds, in words, where its kind does not tell. */
  readonly words?: (spec: FieldSpec, value: FieldValue | undefined) => string;
}): ReactNode => {
  const { merged, mine, theirs, words = valueWords } = props;
  const [chosen, setChosen] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  const open = merged.clashes.filter(({ name }) => chosen[name] === undefined);
  const resolve = (): void =>
    props.onResolve({
      ...merged.values,
      ...Object.fromEntries(
        merged.clashes.map(({ name }) => [name, (chosen[name] === 'theirs' ? theirs : mine)[name] ?? '']),
      ),
    });
  return (
    <section
      ref={section}
      tabIndex={-1}
      className="conflict"
      role="alertdialog"
      aria-label="Somebody else changed it too"
    >
      <p>
        {props.lastChange
          ? `${nameOf(props.lastChange.actor)} changed it at ${timeWords(props.lastChange.at)} while this form was open.`
          : 'Somebody changed it while this form was open.'}{' '}
        What you typed is still here.
      </p>
      {merged.theirs.length === 0 ? null : (
        <>
          <h3>Taken over from there</h3>
          <ul className="plain">
            {merged.theirs.map((spec) => (
              <li key={spec.name}>
                {spec.label}: {words(spec, theirs[spec.name])}
              </li>
            ))}
          </ul>
        </>
      )}
      {merged.clashes.map((spec) => (
        <Clash
          key={spec.name}
          spec={spec}
          mine={words(spec, mine[spec.name])}
          theirs={words(spec, theirs[spec.name])}
          chosen={chosen[spec.name]}
          onChoose={(side) => setChosen({ ...chosen, [spec.name]: side })}
        />
      ))}
      {open.length === 0 ? null : <p className="quiet">Choose one for each field above to save.</p>}
      <div className="row">
        <button type="button" className="button primary" disabled={open.length > 0 || props.running} onClick={resolve}>
          Save this
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          Back to the form
        </button>
      </div>
    </section>
  );
};

/** Who wrote it: those who gave no name are all called alike by the log. */
export const nameOf = (actor: string): string => (actor === 'local user' ? 'Somebody who gave no name' : actor);

const Clash = (props: {
  readonly spec: FieldSpec;
  readonly mine: string;
  readonly theirs: string;
  readonly chosen: 'mine' | 'theirs' | undefined;
  readonly onChoose: (side: 'mine' | 'theirs') => void;
}): ReactNode => (
  <fieldset className="clash">
    <legend>{props.spec.label}</legend>
    {(['mine', 'theirs'] as const).map((side) => (
      <label key={side}>
        <input
          type="radio"
          name={`clash-${props.spec.name}`}
          checked={props.chosen === side}
          onChange={() => props.onChoose(side)}
        />
        <span>
          {side === 'mine' ? 'Yours' : 'Theirs'}: {props[side]}
        </span>
      </label>
    ))}
  </fieldset>
);
