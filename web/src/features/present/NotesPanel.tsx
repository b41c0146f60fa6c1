import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useNote } from '../../present/notes.ts';

/** Notes that come with what is presented, and what they belong to, e.g. `This stop`. */
export interface GivenNotes {
  readonly of: string;
  readonly text: string;
}

/** The presenter's notes for the topic, or for the screen and what it shows. They stay in this browser. `given` are those of a walkthrough's stop and of the agenda. */
export const NotesPanel = (props: {
  readonly about: string;
  readonly noteKey: string;
  readonly given: readonly GivenNotes[];
  readonly onClose: () => void;
}): ReactNode => {
  const [text, change] = useNote(props.noteKey);
  const hasGiven = props.given.length > 0;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!hasGiven) field.current?.focus();
  }, [props.noteKey, hasGiven]);
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
      {props.given.map((notes) => (
        <p key={notes.of} className="present-given">
          <strong>{notes.of}:</strong> {notes.text}
        </p>
      ))}
      <label className="present-note">
        <span>Kept in this browser. Whoever sees this window sees them; who follows does not.</span>
        <textarea ref={field} rows={4} value={text} onChange={(event) => change(event.target.value)} />
      </label>
    </section>
  );
};
