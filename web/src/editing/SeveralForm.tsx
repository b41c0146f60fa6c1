import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from '../api/use-query.ts';
import type { ChangeInput } from '../gql/graphql.ts';
import { counted } from '../graph-model/words.ts';
import { Notice } from '../ui/Notice.tsx';
import { FormChoicesDocument } from './documents.ts';
import type { ThingRef } from './edited-concept.ts';
import { FormField } from './FormField.tsx';
import { formSpecs } from './form-specs.ts';
import type { FieldValue, FormValues } from './form-values.ts';
import { SeveralLoaded } from './SeveralLoaded.tsx';
import { todayHere } from './today.ts';
import { useChangeSet, type Trouble } from './use-change-set.ts';
import type { SeenThing } from './use-several.ts';

const fields = ['custodian', 'zone', 'organization', 'lifecycle'] as const;
const specs = formSpecs.SYSTEM.filter(({ name }) => fields.some((field) => field === name));
const noVariables = {};

/** Gives several systems the same custodian, zone, organization or stage of life, in one change. What is left empty stays as it is. */
export const SeveralForm = (props: {
  readonly things: readonly Pick<ThingRef, 'concept' | 'id'>[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode => (
  <SeveralLoaded things={props.things.filter(({ concept }) => concept === 'SYSTEM')} what="the systems">
    {(systems) => <FormOf {...props} systems={systems} left={props.things.length - systems.length} />}
  </SeveralLoaded>
);

const FormOf = (props: {
  readonly systems: readonly SeenThing[];
  /** How many of what is selected are no systems. */
  readonly left: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const { systems } = props;
  const id = useId();
  const choices = useQuery(FormChoicesDocument, noVariables);
  const { write, running } = useChangeSet();
  const [values, setValues] = useState<FormValues>({ organization: null });
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const input = inputOf(values);
  const nothing = Object.keys(input).length === 0;
  if (systems.length === 0)
    return <Notice kind="empty" title="No system is selected. Only systems can be changed several at once." />;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const changes = systems.map((system): ChangeInput => ({
      updateSystem: { id: system.id, expectedRevision: system.revision, input },
    }));
    const written = await write(changes, `${counted(systems.length, 'system')} changed`);
    if (written.ok) props.onDone();
    else setTroubles(written.troubles);
  };
  return (
    <form className="thing-form" aria-label="Change several systems" onSubmit={(event) => void submit(event)}>
      <p>
        What is filled in is said of {counted(systems.length, 'system')}; what is empty stays as it is.
        {props.left === 0 ? '' : ` ${props.left} of what is selected are no systems and stay as they are.`}
      </p>
      {specs.map((spec) => (
        <FormField
          key={spec.name}
          id={`${id}-${spec.name}`}
          spec={spec}
          value={values[spec.name] ?? (spec.kind === 'thing' ? null : '')}
          choices={choices.phase === 'ready' ? choices.data : undefined}
          today={todayHere()}
          trouble={undefined}
          onChange={(value: FieldValue) => setValues({ ...values, [spec.name]: value })}
        />
      ))}
      {troubles.map(({ at, message }) => (
        <p key={at} className="form-trouble" role="alert">
          {systems[at]?.name}: {message} Nothing was changed.
        </p>
      ))}
      <div className="row">
        <button type="submit" className="button primary" disabled={running || nothing}>
          Change {counted(systems.length, 'system')}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
};

const inputOf = (values: FormValues): Record<string, string> =>
  Object.fromEntries(
    specs.flatMap(({ name }) => {
      const value = values[name] ?? '';
      const text = typeof value === 'string' ? value.trim() : ((value as ThingRef | null)?.id ?? '');
      return text === '' ? [] : [[name, text] as const];
    }),
  );
