import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useNote } from '../../present/notes.ts';

/** The presenter's notes for the topic, or for the screen and what it shows. They stay in this browser. `given` are those that come with a walkthrough. */
export const NotesPanel = (props: {
  readonly about: string;
  readonly noteKey: string;
  readonly given: string | undefined;
  readonly onClose: () => void;
}): ReactNode => {
  const [text, change] = useNote(props.noteKey);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (props.given === undefined) field.current?.focus();
  }, [props.noteKey, props.given]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    props.onClose();
  };
  return (
    <section className="present-panel present-notes" aria-label="Notes" onKeyDown={onKeyDown}>
      <div className="row spread">
        <h2>Notes: {props.about}</h2>
        <button type="button" className="button" onClick={props.onClose}>
          Close
        </button>
      </div>
      {props.given === undefined ? null : <p className="present-given">{props.given}</p>}
      <label className="present-note">
        <span>Kept in this browser. Whoever sees this window sees them; who follows does not.</span>
        <textarea ref={field} rows={4} value={text} onChange={(event) => change(event.target.value)} />
      </label>
    </section>
  );
};
