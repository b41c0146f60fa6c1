import { useId, useState, type ReactNode } from 'react';

/** Several people, ticked among those who are there; somebody else can be named too. */
export const PeopleField = (props: {
  readonly label: string;
  readonly people: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode => {
  const { people, chosen, onChange } = props;
  const [other, setOther] = useState('');
  const names = [...new Set([...people, ...chosen])];
  const toggle = (name: string): void =>
    onChange(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name]);
  const addOther = (): void => {
    const name = other.trim();
    setOther('');
    if (name !== '' && !chosen.includes(name)) onChange([...chosen, name]);
  };
  return (
    <fieldset className="people-field">
      <legend>{props.label}</legend>
      <div className="row">
        {names.map((name) => (
          <label key={name} className="tick">
            <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} />
            {name}
          </label>
        ))}
        {people.length > 1 && people.some((name) => !chosen.includes(name)) ? (
          <button type="button" className="text-button" onClick={() => onChange([...new Set([...chosen, ...people])])}>
            Everybody
          </button>
        ) : null}
        <input
          aria-label={`${props.label}: somebody else`}
          placeholder="somebody else"
          value={other}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setOther(event.target.value)}
          onBlur={addOther}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || other.trim() === '') return;
            event.preventDefault();
            addOther();
          }}
        />
      </div>
    </fieldset>
  );
};

/** One person: typed, with those who are there to choose from. */
export const PersonField = (props: {
  readonly label: string;
  readonly people: readonly string[];
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (name: string) => void;
}): ReactNode => {
  const id = useId();
  return (
    <div className="form-field person-field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        list={`${id}-people`}
        value={props.value}
        maxLength={120}
        autoComplete="off"
        placeholder={props.placeholder}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <datalist id={`${id}-people`}>
        {props.people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
};
