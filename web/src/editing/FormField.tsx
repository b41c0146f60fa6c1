import type { ReactNode } from 'react';
import type { FormChoicesQuery } from '../gql/graphql.ts';
import { ClassesField } from './ClassesField.tsx';
import type { ThingRef } from './edited-concept.ts';
import type { FieldSpec } from './form-specs.ts';
import type { ClassLink, FieldValue } from './form-values.ts';
import { ThingsField } from './ThingsField.tsx';

/** What a field of a form needs. `trouble` is what the API says is wrong with it. */
export interface FormFieldProps {
  readonly id: string;
  readonly spec: FieldSpec;
  readonly value: FieldValue;
  readonly choices: FormChoicesQuery | undefined;
  readonly today: string;
  readonly trouble: string | undefined;
  readonly onChange: (value: FieldValue) => void;
}

/** One field with its label, its hint and what is wrong with it. */
export const FormField = (props: FormFieldProps): ReactNode => {
  const { id, spec, trouble } = props;
  const hint = `${id}-hint`;
  const hasHint = spec.hint !== undefined || trouble !== undefined;
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {spec.label}
        {spec.required === true ? <span className="quiet"> needed</span> : null}
      </label>
      <Control {...props} describedBy={hasHint ? hint : undefined} />
      {hasHint ? (
        <p id={hint} className={trouble === undefined ? 'quiet' : 'form-trouble'}>
          {trouble ?? spec.hint}
        </p>
      ) : null}
    </div>
  );
};

const Control = (props: FormFieldProps & { readonly describedBy: string | undefined }): ReactNode => {
  const { id, spec, value, choices, onChange } = props;
  const common = {
    id,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.trouble === undefined ? undefined : true,
  } as const;
  const select = (options: readonly (readonly [string, string])[], none: string): ReactNode => (
    <select {...common} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      {withCurrent(options, String(value ?? '')).map(([code, words]) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </select>
  );
  switch (spec.kind) {
    case 'long':
      return <textarea {...common} rows={2} value={String(value)} onChange={(event) => onChange(event.target.value)} />;
    case 'text':
    case 'list':
    case 'date':
      return (
        <input
          {...common}
          type={spec.kind === 'date' ? 'date' : 'text'}
          autoComplete="off"
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'yesno':
      return select(yesNo, 'not known');
    case 'select':
      return select(spec.options, spec.required === true ? 'Choose one' : 'not said');
    case 'code':
      return select(codesOf(choices, spec.codes), spec.required === true ? 'Choose one' : 'not said');
    case 'codes':
      return (
        <ThingsField
          id={id}
          concepts={[]}
          many
          given={codesOf(choices, spec.codes).map(([code, name]) => ({ concept: '', id: code, name }))}
          chosen={(value as readonly string[]).map((code) => ({
            concept: '',
            id: code,
            name: codesOf(choices, spec.codes).find(([known]) => known === code)?.[1] ?? code,
          }))}
          describedBy={props.describedBy}
          onChange={(chosen) => onChange(chosen.map((each) => each.id))}
        />
      );
    case 'thing':
    case 'target':
      return (
        <ThingsField
          id={id}
          concepts={spec.concepts}
          many={false}
          given={givenFor(spec.concepts, choices)}
          chosen={value === null || value === '' ? [] : [value as ThingRef]}
          describedBy={props.describedBy}
          onChange={([thing]) => onChange(thing ?? null)}
        />
      );
    case 'things':
      return (
        <ThingsField
          id={id}
          concepts={spec.concepts}
          many
          given={givenFor(spec.concepts, choices)}
          chosen={value as readonly ThingRef[]}
          describedBy={props.describedBy}
          onChange={onChange}
        />
      );
    case 'classes':
      return (
        <ClassesField
          id={id}
          label={spec.label}
          roles={spec.roles}
          links={value as readonly ClassLink[]}
          today={props.today}
          describedBy={props.describedBy}
          onChange={onChange}
        />
      );
  }
};

const yesNo = [
  ['yes', 'yes'],
  ['no', 'no'],
] as const;

type Catalogue = FormChoicesQuery['catalogue'];

const codesOf = (
  choices: FormChoicesQuery | undefined,
  list: Exclude<keyof Catalogue, '__typename' | 'exceptions'>,
): readonly (readonly [string, string])[] =>
  (choices?.catalogue[list] ?? [])
    .map(({ id, name }) => [id, name] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b));

/** The few there are of some concepts, to be chosen without looking for them. */
const givenFor = (
  concepts: readonly string[],
  choices: FormChoicesQuery | undefined,
): readonly ThingRef[] | undefined => {
  const [concept] = concepts;
  if (concept === 'AUDIENCE') return choices?.audiences.nodes.map((each) => ({ ...each, concept }));
  return concept === 'ORGANIZATION' ? choices?.organizations.nodes.map((each) => ({ ...each, concept })) : undefined;
};

/** The options, with the one that is chosen among them even where the catalogue has it no more. */
const withCurrent = (
  options: readonly (readonly [string, string])[],
  current: string,
): readonly (readonly [string, string])[] =>
  current === '' || options.some(([code]) => code === current) ? options : [...options, [current, current]];
