import { useEffect, useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { client } from '../api/client.ts';
import { useQuery } from '../api/use-query.ts';
import { useToldEditing } from '../live/use-told-state.ts';
import { Notice } from '../ui/Notice.tsx';
import { FailedNotice } from '../ui/standard-notices.tsx';
import { missingTroubles } from './AddForm.tsx';
import { changeOf } from './change-input.ts';
import { useChangeSink } from './change-sink.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { ConflictChoice } from './ConflictChoice.tsx';
import { EditedThingDocument } from './documents.ts';
import type { FormBase } from './drafts.ts';
import { conceptNouns, type EditedConcept } from './edited-concept.ts';
import { FormFields } from './FormFields.tsx';
import { missingFields, valuesOf, type EditedThing, type FormValues } from './form-values.ts';
import { mergeValues } from './merge-values.ts';
import { OthersEditing } from './OthersEditing.tsx';
import { useChangeSet, type Trouble } from './use-change-set.ts';
import { useFormDraft } from './use-form-draft.ts';

interface EditProps {
  readonly concept: EditedConcept;
  readonly id: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Changes one thing. It is fetched anew for it, with everything that must not be lost. */
export const EditForm = (props: EditProps): ReactNode => {
  const query = useQuery(EditedThingDocument, { concept: props.concept, id: props.id });
  if (query.phase === 'failed')
    return <FailedNotice title="It could not be fetched." message={query.error.message} onRetry={query.retry} />;
  if (query.phase !== 'ready') return <Notice kind="loading" title="Fetching it." />;
  const { node } = query.data;
  return node ? (
    <FormOf {...props} thing={node} />
  ) : (
    <Notice kind="empty" title={`The inventory has no such ${conceptNouns[props.concept]}.`} />
  );
};

/** A thing that somebody else has changed meanwhile, as it is now. */
interface Clash {
  readonly theirs: FormBase;
  readonly lastChange: Trouble['lastChange'];
}

const FormOf = (props: EditProps & { readonly thing: EditedThing }): ReactNode => {
  const { concept, id, thing } = props;
  const now = useMemo(() => baseOf(concept, thing), [concept, thing]);
  const [opened] = useState(thing.revision);
  const draft = useFormDraft(`${concept}.${id}`, now);
  const { write, running } = useChangeSet();
  const sink = useChangeSink();
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const [clash, setClash] = useState<Clash>();
  useToldEditing(concept, sink === undefined ? id : undefined);
  // Somebody else has written it since this form began. While it is being saved from here, that may be the own change.
  const isNewer = now.revision > draft.base.revision && !running;
  const isAsBegun = JSON.stringify(draft.values) === JSON.stringify(draft.base.values);
  const { renew } = draft;
  useEffect(() => {
    if (isNewer && isAsBegun) renew(now);
  }, [isNewer, isAsBegun, renew, now]);
  const [lastChange] = thing.history;

  const send = async (base: FormBase, values: FormValues): Promise<void> => {
    const missing = missingFields(concept, values, base.values);
    if (missing.length > 0) {
      setTroubles(missingTroubles(missing));
      return;
    }
    const change = changeOf(concept, { id, revision: base.revision }, base.values, values);
    const written = change === undefined ? undefined : await write([change], `${String(values['name'])} changed`);
    if (written === undefined || written.ok) {
      draft.forget();
      props.onDone();
      return;
    }
    const conflict = written.troubles.find(({ code }) => code === 'CONFLICT');
    const theirs = conflict === undefined ? undefined : await fetchBase(concept, id);
    if (conflict === undefined || theirs === undefined) setTroubles(written.troubles);
    else setClash({ theirs, lastChange: conflict.lastChange });
  };
  if (clash !== undefined) {
    const { theirs } = clash;
    return (
      <ConflictChoice
        lastChange={clash.lastChange}
        mine={draft.values}
        theirs={theirs.values}
        merged={mergeValues(concept, draft.base.values, draft.values, theirs.values)}
        running={running}
        onCancel={() => setClash(undefined)}
        onResolve={(values) => {
          setClash(undefined);
          draft.rebase(theirs, values);
          void send(theirs, values);
        }}
      />
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(draft.base, draft.values);
  };
  return (
    <form
      className="thing-form"
      data-touched={draft.touched ? 'yes' : 'no'}
      aria-label={`Edit ${thing.name}`}
      onSubmit={submit}
    >
      <OthersEditing concept={concept} id={id} />
      <ChangedMeanwhile
        openedAt={opened}
        revision={now.revision}
        lastChange={lastChange}
        typed={isNewer && !isAsBegun}
        onLook={() => setClash({ theirs: now, lastChange: lastChange ?? null })}
      />
      <FormFields concept={concept} draft={draft} troubles={troubles} />
      <div className="row">
        <button type="submit" className="button primary" disabled={running}>
          {sink === undefined ? 'Save' : 'Suppose this'}
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

/** What the form of a thing begins with. Pure. */
export const baseOf = (concept: EditedConcept, thing: EditedThing): FormBase => ({
  revision: thing.revision,
  values: valuesOf(concept, thing),
});

const fetchBase = async (concept: EditedConcept, id: string): Promise<FormBase | undefined> => {
  const result = await client(EditedThingDocument, { concept, id }, { signal: new AbortController().signal });
  return result.ok && result.value.node ? baseOf(concept, result.value.node) : undefined;
};
