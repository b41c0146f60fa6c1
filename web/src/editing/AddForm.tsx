import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { additionOf } from './change-input.ts';
import { conceptNouns, type EditedConcept, type ThingRef } from './edited-concept.ts';
import { ExistingFlows } from './ExistingFlows.tsx';
import { FormFields } from './FormFields.tsx';
import { missingFields, newValues, type FormValues, type Missing } from './form-values.ts';
import { useChangeSet, type Trouble } from './use-change-set.ts';
import { useFormDraft } from './use-form-draft.ts';

/** A thing that was added; `ends` are the systems a flow runs between. */
export interface Added {
  readonly concept: EditedConcept;
  readonly id: string;
  readonly ends: readonly string[];
}

/** Adds one thing. `preset` is what is known beforehand: the ends of a flow, a template. */
export const AddForm = (props: {
  readonly concept: EditedConcept;
  readonly preset: FormValues;
  /** What tells this form from others of its concept, for the draft. */
  readonly form: string;
  readonly onDone: (added?: Added) => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const { concept, preset } = props;
  const begin = useMemo(() => ({ revision: 0, values: newValues(concept, preset) }), [concept, preset]);
  const draft = useFormDraft(props.form, begin);
  const { write, running } = useChangeSet();
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const missing = missingFields(concept, draft.values);
    if (missing.length > 0) {
      setTroubles(missingTroubles(missing));
      return;
    }
    const change = additionOf(concept, draft.values);
    const name = (Object.values(change)[0] as { readonly name?: string } | undefined)?.name ?? '';
    const written = await write([change], `${name} added`);
    if (!written.ok) {
      setTroubles(written.troubles);
      return;
    }
    draft.forget();
    const [added] = written.changes;
    const end = (field: string): readonly string[] => {
      const thing = (concept === 'FLOW' ? draft.values[field] : null) as ThingRef | null | undefined;
      return thing ? [thing.id] : [];
    };
    props.onDone(added === undefined ? undefined : { concept, id: added.entity, ends: [...end('from'), ...end('to')] });
  };
  const cancel = (): void => {
    draft.forget();
    props.onCancel();
  };
  return (
    <form
      className="thing-form"
      data-touched={draft.touched ? 'yes' : 'no'}
      aria-label={`Add ${articled(conceptNouns[concept])}`}
      onSubmit={(event) => void submit(event)}
    >
      {concept === 'FLOW' ? <ExistingFlows values={draft.values} /> : null}
      <FormFields concept={concept} draft={draft} troubles={troubles} />
      <div className="row">
        <button type="submit" className="button primary" disabled={running}>
          Add the {conceptNouns[concept]}
        </button>
        <button type="button" className="button" onClick={cancel}>
          Cancel
        </button>
      </div>
    </form>
  );
};

/** `a system`, `an access channel`. */
export const articled = (noun: string): string => `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;

/** What is said when something is missing: at each field, and of all together. */
export const missingTroubles = (missing: readonly Missing[]): readonly Trouble[] => {
  const trouble = (field: string | undefined, message: string): Trouble => ({
    at: 0,
    code: 'BAD_USER_INPUT',
    field,
    message,
    lastChange: null,
  });
  return [
    ...missing.map(({ spec, words }) => trouble(spec.name, words)),
    trouble(undefined, `Still needed: ${missing.map(({ spec }) => spec.label).join(', ')}.`),
  ];
};
