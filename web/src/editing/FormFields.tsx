import { useId, type ReactNode } from 'react';
import { useQuery } from '../api/use-query.ts';
import { timeWords } from '../ui/time-words.ts';
import { useChangeSink } from './change-sink.ts';
import { FormChoicesDocument } from './documents.ts';
import type { EditedConcept } from './edited-concept.ts';
import { FormField } from './FormField.tsx';
import { formSpecs } from './form-specs.ts';
import { todayHere } from './today.ts';
import type { Trouble } from './use-change-set.ts';
import type { FormDraft } from './use-form-draft.ts';

const noVariables = {};
/** How many fields are shown before the rest, which is opened by a click. */
const first = 6;

/** The fields of a form: those that matter first, the others folded away as long as none of them is wrong. */
export const FormFields = (props: {
  readonly concept: EditedConcept;
  readonly draft: FormDraft;
  readonly troubles: readonly Trouble[];
}): ReactNode => {
  const { concept, draft, troubles } = props;
  const id = useId();
  const sink = useChangeSink();
  const choices = useQuery(FormChoicesDocument, noVariables);
  const specs = formSpecs[concept];
  const field = (name: string): string | undefined =>
    troubles.find((trouble) => trouble.field !== undefined && fieldName(trouble.field) === name)?.message;
  const shown = specs.slice(0, first);
  const folded = specs.slice(first);
  const render = (spec: (typeof specs)[number]): ReactNode => (
    <FormField
      key={spec.name}
      id={`${id}-${spec.name}`}
      spec={spec}
      value={draft.values[spec.name] ?? ''}
      choices={choices.phase === 'ready' ? choices.data : undefined}
      today={todayHere()}
      trouble={field(spec.name)}
      onChange={(value) => draft.put(spec.name, value)}
    />
  );
  return (
    <>
      {draft.restoredFrom === undefined ? null : (
        <p className="draft-note">
          {sink === undefined
            ? `This is what you had typed by ${timeWords(draft.restoredFrom)} and not saved.`
            : 'This is what is supposed.'}{' '}
          <button type="button" className="text-button" onClick={draft.startAnew}>
            Start anew
          </button>
        </p>
      )}
      {shown.map(render)}
      {folded.length === 0 ? null : (
        <details open={folded.some(({ name }) => field(name) !== undefined) || undefined}>
          <summary>More: {folded.map(({ label }) => label.toLowerCase()).join(', ')}</summary>
          {folded.map(render)}
        </details>
      )}
      {troubles
        .filter(({ field: at }) => at === undefined || !specs.some(({ name }) => name === fieldName(at)))
        .map(({ message }) => (
          <p key={message} className="form-trouble" role="alert">
            {message}
          </p>
        ))}
    </>
  );
};

/** `holds[2].dataClass` is about the field `holds`; `input.holds` too. */
const fieldName = (field: string): string => field.replace(/^input\./u, '').split(/[.[]/u)[0] ?? field;
