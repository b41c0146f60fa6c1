import { useId, useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { counted } from '../graph-model/words.ts';
import { Notice } from '../ui/Notice.tsx';
import type { ThingRef } from './edited-concept.ts';
import { SeveralLoaded } from './SeveralLoaded.tsx';
import { todayHere } from './today.ts';
import { useChangeSet, type Trouble } from './use-change-set.ts';
import { useFormDraft } from './use-form-draft.ts';
import type { SeenThing } from './use-several.ts';

/** Ends one thing or several on a day, with a reason. Nothing is deleted: they stay in the record of the days before. */
export const EndForm = (props: {
  readonly things: readonly Pick<ThingRef, 'concept' | 'id'>[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode => (
  <SeveralLoaded things={props.things} what="what is to end">
    {(seen) => <FormOf {...props} seen={seen} />}
  </SeveralLoaded>
);

/** How many changes the API takes at once. */
const mostAtOnce = 500;

/** How many of what hangs on a thing are named. */
const most = 8;

/** What hangs on things and goes on, each once, those that end anyway left out. */
const hangingOn = (live: readonly SeenThing[]): SeenThing['hanging'] => {
  const ending = new Set(live.map(({ concept, id }) => `${concept} ${id}`));
  const found = new Map<string, SeenThing['hanging'][number]>();
  for (const thing of live.flatMap(({ hanging }) => hanging)) {
    const key = `${thing.concept} ${thing.id}`;
    if (!ending.has(key)) found.set(key, thing);
  }
  return [...found.values()];
};

/** The name of the draft of the form that ends things. Pure. */
export const endFormName = (things: readonly Pick<ThingRef, 'concept' | 'id'>[]): string =>
  `end.${things.map(({ concept, id }) => `${concept}.${id}`).join(',')}`;

const FormOf = (props: {
  readonly things: readonly Pick<ThingRef, 'concept' | 'id'>[];
  readonly seen: readonly SeenThing[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const { seen } = props;
  const id = useId();
  const { write, running } = useChangeSet();
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const begin = useMemo(() => ({ revision: 0, values: { reason: '', endedOn: todayHere(), withHanging: 'yes' } }), []);
  const draft = useFormDraft(endFormName(props.things), begin);
  const reason = String(draft.values['reason']);
  const endedOn = String(draft.values['endedOn']);
  const withHanging = draft.values['withHanging'] === 'yes';
  const live = seen.filter((thing) => !thing.ended);
  const hanging = hangingOn(live);
  const more = live.reduce((sum, thing) => sum + thing.hangingMore, 0);
  const many = live.length + (withHanging ? hanging.length : 0);
  const [first] = live;
  if (first === undefined) return <Notice kind="empty" title="What was chosen has ended already, or is not there." />;
  const what = live.length === 1 ? first.name : counted(live.length, 'thing');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const written = await write(
      // What hangs on a thing goes before it.
      [...(withHanging ? hanging : []), ...live].map((thing) => ({
        end: { concept: thing.concept, id: thing.id, expectedRevision: thing.revision, endedOn, reason: reason.trim() },
      })),
      `${what} ended`,
      reason.trim(),
    );
    if (written.ok) {
      draft.forget();
      props.onDone();
    } else setTroubles(written.troubles);
  };
  return (
    <form
      className="thing-form"
      data-touched={draft.touched ? 'yes' : 'no'}
      aria-label={`End ${what}`}
      onSubmit={(event) => void submit(event)}
    >
      <p>
        {live.length === 1 ? `${first.name} ends` : `These ${live.length} end`} on the day below, and{' '}
        {live.length === 1 ? 'stays' : 'stay'} in the record of the days before.
      </p>
      {live.length === 1 ? null : (
        <ul className="plain chips">
          {live.map((thing) => (
            <li key={`${thing.concept} ${thing.id}`} className="chip">
              {thing.name}
            </li>
          ))}
        </ul>
      )}
      {hanging.length === 0 ? null : (
        <>
          <label className="with-hanging">
            <input type="checkbox" checked={withHanging} onChange={(event) => draft.put('withHanging', event.target.checked ? 'yes' : 'no')} />
            <span>
              End also {hanging.length === 1 ? 'what hangs' : `the ${hanging.length} flows and channels that hang`} on{' '}
              {live.length === 1 ? 'it' : 'them'}
            </span>
          </label>
          <ul className="plain hanging">
            {hanging.slice(0, most).map((thing) => (
              <li key={`${thing.concept} ${thing.id}`} className="quiet">
                {thing.name}
              </li>
            ))}
            {hanging.length > most ? <li className="quiet">and {hanging.length - most} more</li> : null}
          </ul>
        </>
      )}
      <div className="form-field">
        <label htmlFor={`${id}-reason`}>
          Why <span className="quiet">needed</span>
        </label>
        <input id={`${id}-reason`} required value={reason} onChange={(event) => draft.put('reason', event.target.value)} />
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-day`}>First day it no longer holds</label>
        <input
          id={`${id}-day`}
          type="date"
          required
          value={endedOn}
          onChange={(event) => draft.put('endedOn', event.target.value)}
        />
      </div>
      {more === 0 ? null : <p className="form-trouble">{more} more hang there and are not ended by this.</p>}
      {many <= mostAtOnce ? null : (
        <p className="form-trouble">
          {many} at once are too many: at most {mostAtOnce} things end in one change. Select fewer.
        </p>
      )}
      {troubles.map(({ message }) => (
        <p key={message} className="form-trouble" role="alert">
          {message}
        </p>
      ))}
      <div className="row">
        <button
          type="submit"
          className="button primary"
          disabled={running || reason.trim() === '' || many > mostAtOnce}
        >
          End {live.length === 1 ? 'it' : `all ${live.length}`}
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
