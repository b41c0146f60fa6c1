import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { client } from '../../api/client.ts';
import type { ApiResult } from '../../api/failure.ts';
import { noteChange } from '../../api/noted-changes.ts';
import { useMutation } from '../../api/use-mutation.ts';
import { ConflictChoice } from '../../editing/ConflictChoice.tsx';
import { readDraft, type FormBase } from '../../editing/drafts.ts';
import { FormField } from '../../editing/FormField.tsx';
import type { FormValues } from '../../editing/form-values.ts';
import { mergeFields } from '../../editing/merge-values.ts';
import { tell } from '../../editing/told.ts';
import { todayHere } from '../../editing/today.ts';
import type { Trouble } from '../../editing/use-change-set.ts';
import { useFormDraft } from '../../editing/use-form-draft.ts';
import { timeWords } from '../../ui/time-words.ts';
import {
  baseOfWorkshop,
  newWorkshop,
  readTopics,
  workshopInput,
  workshopSpecs,
  workshopWords,
  writeTopics,
} from './agenda-values.ts';
import { CreateWorkshopDocument, UpdateWorkshopDocument, WorkshopEditedDocument } from './documents.ts';
import { TopicsField } from './TopicsField.tsx';
import { useStopPlaces } from './use-prepared.ts';
import type { WorkshopData } from './workshop-data.ts';

/** Under what the form of a new workshop keeps what is typed. */
export const newForm = 'new.WORKSHOP';

/** Under what the form of a workshop keeps what is typed. Pure. */
export const formOf = (workshop: string): string => `WORKSHOP.${workshop}`;

/** Whether something was typed into a form and not sent. */
export const hasDraftOf = (form: string): boolean => readDraft(form) !== undefined;

interface Failure {
  readonly code: string;
  readonly field?: string | null;
  readonly message: string;
}

/** Plans a workshop, or changes one. `onDone` tells the id of a new one. What is typed outlives a reload; what somebody else wrote meanwhile is put together with it. */
export const WorkshopForm = (props: {
  readonly workshop?: WorkshopData;
  readonly onDone: (id?: string) => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const { workshop } = props;
  const id = useId();
  const [now] = useState(() => (workshop === undefined ? newWorkshop() : baseOfWorkshop(workshop)));
  const places = useStopPlaces(workshop?.id);
  const draft = useFormDraft(workshop === undefined ? newForm : formOf(workshop.id), now);
  const [failure, setFailure] = useState<Failure>();
  const [clash, setClash] = useState<{ readonly theirs: FormBase; readonly lastChange: Trouble['lastChange'] }>();
  const create = useMutation(CreateWorkshopDocument);
  const update = useMutation(UpdateWorkshopDocument);
  const running = create.running || update.running;

  const send = async (base: FormBase, values: FormValues): Promise<void> => {
    setFailure(undefined);
    const input = workshopInput(values);
    if (workshop === undefined) {
      const { facilitator, ...rest } = input;
      const result = await create.run({ input: { ...rest, ...(facilitator === '' ? {} : { facilitator }) } });
      const made = result.ok ? result.value.createWorkshop : undefined;
      const wrong = failureOf(result, made?.error);
      if (wrong !== undefined) return setFailure(wrong);
      draft.forget();
      noteChange();
      tell(`${input.name} planned`);
      return props.onDone(made?.workshop?.id);
    }
    const result = await update.run({ id: workshop.id, expectedRevision: base.revision, input });
    const wrong = failureOf(result, result.ok ? result.value.updateWorkshop.error : undefined);
    if (wrong === undefined) {
      draft.forget();
      noteChange();
      tell(`${input.name} changed`);
      return props.onDone();
    }
    const theirs = wrong.code === 'CONFLICT' ? await fetchNow(workshop.id) : undefined;
    if (theirs === undefined) setFailure(wrong);
    else setClash(theirs);
  };
  if (clash !== undefined) {
    const { theirs } = clash;
    return (
      <ConflictChoice
        lastChange={clash.lastChange}
        mine={draft.values}
        theirs={theirs.values}
        merged={mergeFields(workshopSpecs, draft.base.values, draft.values, theirs.values)}
        running={running}
        words={workshopWords}
        onCancel={() => setClash(undefined)}
        onResolve={(values) => {
          setClash(undefined);
          draft.rebase(theirs, values);
          void send(theirs, values);
        }}
      />
    );
  }
  const field = fieldOf(failure);
  return (
    <form
      className="thing-form workshop-form"
      data-touched={draft.touched ? 'yes' : 'no'}
      aria-label={workshop === undefined ? 'Plan a workshop' : `Edit ${workshop.name}`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send(draft.base, draft.values);
      }}
    >
      {draft.restoredFrom === undefined ? null : (
        <p className="draft-note">
          This is what you had typed by {timeWords(draft.restoredFrom)} and not saved.{' '}
          <button type="button" className="text-button" onClick={draft.startAnew}>
            Start anew
          </button>
        </p>
      )}
      <div className="workshop-fields">
        {workshopSpecs
          .filter(({ name }) => name !== 'topics')
          .map((spec) => (
            <FormField
              key={spec.name}
              id={`${id}-${spec.name}`}
              spec={spec}
              value={draft.values[spec.name] ?? ''}
              choices={undefined}
              today={todayHere()}
              trouble={field === spec.name ? failure?.message : undefined}
              onChange={(value) => draft.put(spec.name, value)}
            />
          ))}
      </div>
      <TopicsField
        topics={readTopics(draft.values['topics'])}
        places={places}
        trouble={field === 'topics' ? failure?.message : undefined}
        onChange={(topics) => draft.put('topics', writeTopics(topics))}
      />
      {failure === undefined || (field !== undefined && workshopSpecs.some(({ name }) => name === field)) ? null : (
        <p className="form-trouble" role="alert">
          {failure.message}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button primary" disabled={running}>
          {workshop === undefined ? 'Plan it' : 'Save'}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            draft.forget();
            props.onCancel();
          }}
        >
          Cancel
        </button>
      </div>
    </form>
  );
};

/** Why it was not written; undefined when it was. */
const failureOf = <T,>(result: ApiResult<T>, error: Failure | null | undefined): Failure | undefined =>
  result.ok ? (error ?? undefined) : result.error;

/** `topics[2].minutes` is about the field `topics`. */
const fieldOf = (failure: Failure | undefined): string | undefined =>
  failure?.field?.replace(/^input\./u, '').split(/[.[]/u)[0];

const fetchNow = async (
  id: string,
): Promise<{ readonly theirs: FormBase; readonly lastChange: Trouble['lastChange'] } | undefined> => {
  const result = await client(WorkshopEditedDocument, { id }, { signal: new AbortController().signal });
  const workshop = result.ok ? result.value.workshop : undefined;
  return workshop ? { theirs: baseOfWorkshop(workshop), lastChange: workshop.history[0] ?? null } : undefined;
};
