import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { noteChange } from '../../api/noted-changes.ts';
import { SaveWalkthroughDocument } from '../../present/walkthrough-documents.ts';
import { inputOf, useWalkthrough, writeWalkthrough, type StopData } from '../../present/walkthrough.ts';
import { announce } from '../../ui/live.ts';
import { placeOf } from './stop-drafts.ts';
import { useWalkthroughs } from './use-walkthroughs.ts';
import './walkthroughs.css';

/** Adds what is on the screen, by its address, to a walkthrough or to a new one. In a workshop those that are prepared for it come first, and a new one is prepared for it. */
export const AddStopDialog = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [place] = useState(() => placeOf(`${location.pathname}${location.search}`, location.origin) ?? '/');
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const [title, setTitle] = useState(() => document.title.replace(/ · EHI Atlas$/, ''));
  const [notes, setNotes] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const { workshop: agenda, prepared, others } = useWalkthroughs();
  const { walkthrough } = useWalkthrough(chosen === '' ? undefined : chosen);
  const [running, setRunning] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  const stop: StopData = {
    id: '',
    title: title.trim(),
    notes: notes.trim() === '' ? null : notes.trim(),
    link: place,
    seconds: null,
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (chosen !== '' && !walkthrough) return;
    setRunning(true);
    const result = await writeWalkthrough(
      SaveWalkthroughDocument,
      !walkthrough
        ? {
            input: {
              name: name.trim(),
              workshop: agenda?.id ?? null,
              stops: [{ title: stop.title, notes: stop.notes ?? null, link: stop.link }],
            },
          }
        : {
            id: walkthrough.id,
            expectedRevision: walkthrough.revision,
            input: inputOf(walkthrough, [...walkthrough.stops, stop]),
          },
      { signal: new AbortController().signal },
    );
    setRunning(false);
    const error = result.ok ? result.value.saveWalkthrough.error?.message : result.error.message;
    if (error !== undefined) {
      setTrouble(error);
      return;
    }
    noteChange();
    announce(`Added to “${walkthrough?.name ?? name.trim()}”.`);
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} className="walkthrough-dialog" aria-labelledby="add-stop-title" onClose={onClose}>
      <form className="walkthrough-form" onSubmit={(event) => void save(event)}>
        <h2 id="add-stop-title">Add this view to a walkthrough</h2>
        <label>
          Walkthrough
          <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{agenda === undefined ? 'A new one' : `A new one, for ${agenda.name}`}</option>
            {agenda === undefined || prepared.length === 0 ? (
              <Options walkthroughs={others} />
            ) : (
              <>
                <optgroup label={`Prepared for ${agenda.name}`}>
                  <Options walkthroughs={prepared} />
                </optgroup>
                {others.length === 0 ? null : (
                  <optgroup label="Others">
                    <Options walkthroughs={others} />
                  </optgroup>
                )}
              </>
            )}
          </select>
        </label>
        {chosen === '' ? (
          <label>
            Name of the new one
            <input
              type="text"
              required
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
        ) : null}
        <label>
          Title of the stop
          <input
            type="text"
            required
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label>
          Notes, for who presents
          <textarea rows={3} value={notes} onChange={(event) => setNotes(event.target.value)} />
        </label>
        <p className="quiet walkthrough-address">{place}</p>
        {trouble === undefined ? null : (
          <p className="form-trouble" role="alert">
            {trouble}
          </p>
        )}
        <div className="row">
          <button type="submit" className="button primary" disabled={running || (chosen !== '' && !walkthrough)}>
            Add
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
};

const Options = (props: {
  readonly walkthroughs: readonly { readonly id: string; readonly name: string }[];
}): ReactNode =>
  props.walkthroughs.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
