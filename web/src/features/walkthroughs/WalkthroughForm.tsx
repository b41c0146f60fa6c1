import { useState, type FormEvent, type ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { noteChange } from '../../api/noted-changes.ts';
import { todayHere } from '../../editing/today.ts';
import { EndWalkthroughDocument, SaveWalkthroughDocument } from '../../present/walkthrough-documents.ts';
import {
  inputOf,
  linkToStop,
  writeWalkthrough,
  type StopData,
  type WalkthroughData,
} from '../../present/walkthrough.ts';
import { Link } from '../../ui/Link.tsx';
import { announce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { navigate } from '../../ui/use-location.ts';
import { RevisionDocument } from '../../view/documents.ts';
import { changed, moved, placeOf, stopTrouble } from './stop-drafts.ts';
import { StopFields } from './StopFields.tsx';

/** All of a walkthrough in one form: name, description, whether it is frozen, and its stops in their order. */
export const WalkthroughForm = (props: {
  readonly walkthrough: WalkthroughData;
  /** Whether somebody else saved it since. */
  readonly isStale: boolean;
  readonly onAnew: () => void;
  readonly onSaved: (revision: number, saved: WalkthroughData) => void;
}): ReactNode => {
  const { walkthrough } = props;
  const isNew = walkthrough.id === '';
  const [name, setName] = useState(walkthrough.name);
  const [description, setDescription] = useState(walkthrough.description ?? '');
  const [atRevision, setAtRevision] = useState(walkthrough.atRevision ?? undefined);
  const [stops, setStops] = useState<readonly StopData[]>(walkthrough.stops);
  const [trouble, setTrouble] = useState<string>();
  const [isEnding, setEnding] = useState(false);
  const [running, setRunning] = useState(false);
  const write: typeof writeWalkthrough = async (...question) => {
    setRunning(true);
    const result = await writeWalkthrough(...question);
    setRunning(false);
    return result;
  };

  const freeze = async (): Promise<void> => {
    const asked = await client(RevisionDocument, {}, { signal: new AbortController().signal });
    if (asked.ok) setAtRevision(asked.value.inventory.revision);
    else setTrouble(`The revision could not be asked for. ${asked.error.message}`);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wrong = name.trim() === '' ? 'The walkthrough has no name.' : stopTrouble(stops, location.origin);
    setTrouble(wrong);
    if (wrong !== undefined) return;
    const next: WalkthroughData = {
      ...walkthrough,
      name: name.trim(),
      description: description.trim() === '' ? null : description.trim(),
      atRevision: atRevision ?? null,
      stops: stops.map((stop) => ({ ...stop, link: placeOf(stop.link, location.origin) ?? stop.link })),
    };
    const result = await write(
      SaveWalkthroughDocument,
      {
        id: isNew ? null : walkthrough.id,
        expectedRevision: isNew ? null : walkthrough.revision,
        input: inputOf(next, next.stops),
      },
      once(),
    );
    const saved = result.ok ? result.value.saveWalkthrough : undefined;
    if (saved?.ok !== true || !saved.walkthrough) {
      setTrouble(result.ok ? (saved?.error?.message ?? 'It was not saved.') : result.error.message);
      return;
    }
    noteChange();
    announce('Walkthrough saved.');
    if (isNew) navigate(`/walkthroughs?id=${encodeURIComponent(saved.walkthrough.id)}`, { replace: true });
    else props.onSaved(saved.walkthrough.revision, next);
  };
  const end = async (): Promise<void> => {
    const result = await write(
      EndWalkthroughDocument,
      {
        end: {
          concept: 'WALKTHROUGH',
          id: walkthrough.id,
          expectedRevision: walkthrough.revision,
          endedOn: todayHere(),
          reason: 'no longer shown',
        },
      },
      once(),
    );
    const error = result.ok ? result.value.applyChanges.error?.message : result.error.message;
    if (error !== undefined) setTrouble(error);
    else {
      noteChange();
      announce('The walkthrough has ended. It stays in the log.');
      navigate('/walkthroughs');
    }
  };
  return (
    <main className="home walkthroughs" id="main" aria-busy={running}>
      <div className="row spread">
        <h1>{isNew ? 'New walkthrough' : walkthrough.name}</h1>
        <span className="row">
          {isNew || stops.length === 0 ? null : (
            <Link className="button button-link" href={linkToStop(walkthrough.id)}>
              Show
            </Link>
          )}
          <Link className="button button-link" href="/walkthroughs">
            All walkthroughs
          </Link>
        </span>
      </div>
      {walkthrough.workshop ? <p className="quiet">Prepared for {walkthrough.workshop.name}</p> : null}
      {props.isStale ? (
        <Notice
          kind="partial"
          title="Somebody saved this walkthrough since you opened it."
          action={{ label: 'Take theirs', onClick: props.onAnew }}
        >
          What you changed here cannot be saved over it.
        </Notice>
      ) : null}
      <form className="walkthrough-form" aria-label="Walkthrough" onSubmit={(event) => void save(event)}>
        <label>
          Name
          <input type="text" required maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          What it shows
          <textarea rows={2} value={description} onChange={(event) => setDescription(event.target.value)} />
        </label>
        <div className="row">
          <label className="row">
            <input
              type="checkbox"
              checked={atRevision !== undefined}
              onChange={(event) => (event.target.checked ? void freeze() : setAtRevision(undefined))}
            />
            {atRevision === undefined
              ? 'Freeze: show the inventory as it stands at the newest revision'
              : `Frozen: shows the inventory as it stood at revision ${atRevision}`}
          </label>
        </div>
        <h2>Stops</h2>
        {stops.length === 0 ? (
          <Notice kind="empty" title="It has no stop yet.">
            Go to what you want to show and choose “Add this view to a walkthrough” in the palette (Ctrl-K), or put in
            an address here.
          </Notice>
        ) : null}
        <ol className="plain walkthrough-stops">
          {stops.map((stop, at) => (
            <StopFields
              // A stop keeps its fields while it moves; new ones have no id before they are saved.
              key={stop.id || `new ${at}`}
              stop={stop}
              number={at + 1}
              count={stops.length}
              onChange={(change) => setStops(changed(stops, at, change))}
              onMove={(by) => setStops(moved(stops, at, by))}
              onRemove={() => setStops(stops.toSpliced(at, 1))}
            />
          ))}
        </ol>
        {trouble === undefined ? null : (
          <p className="form-trouble" role="alert">
            {trouble}
          </p>
        )}
        <div className="row">
          <button
            type="button"
            className="button"
            onClick={() => setStops([...stops, { id: '', title: '', notes: null, link: '/', seconds: null }])}
          >
            Add a stop
          </button>
          <button type="submit" className="button primary" disabled={running || props.isStale}>
            Save
          </button>
          {isNew ? null : isEnding ? (
            <>
              <span>It is listed no more, and stays in the log.</span>
              <button type="button" className="button" disabled={running} onClick={() => void end()}>
                End this walkthrough
              </button>
              <button type="button" className="button" onClick={() => setEnding(false)}>
                Keep it
              </button>
            </>
          ) : (
            <button type="button" className="button" onClick={() => setEnding(true)}>
              End…
            </button>
          )}
        </div>
      </form>
    </main>
  );
};

/** A request that nothing gives up. */
const once = () => ({ signal: new AbortController().signal });
