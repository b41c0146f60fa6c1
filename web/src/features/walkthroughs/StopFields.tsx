import type { ReactNode } from 'react';
import type { StopData } from '../../present/walkthrough.ts';
import { Link } from '../../ui/Link.tsx';

/** One stop in the form: title, notes, place, seconds, and where it stands among the others. */
export const StopFields = (props: {
  readonly stop: StopData;
  readonly number: number;
  readonly count: number;
  readonly onChange: (change: Partial<StopData>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}): ReactNode => {
  const { stop, number, onChange } = props;
  return (
    <li className="sheet walkthrough-stop">
      <fieldset>
        <legend>Stop {number}</legend>
        <label>
          Title
          <input
            type="text"
            maxLength={200}
            value={stop.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        </label>
        <label>
          Notes, for who presents
          <textarea
            rows={2}
            value={stop.notes ?? ''}
            onChange={(event) => onChange({ notes: event.target.value === '' ? null : event.target.value })}
          />
        </label>
        <div className="row">
          <label className="walkthrough-place">
            Place in the page
            <input type="text" value={stop.link} onChange={(event) => onChange({ link: event.target.value })} />
          </label>
          <label>
            Seconds
            <input
              type="number"
              min="1"
              max="86400"
              value={stop.seconds ?? ''}
              onChange={(event) => onChange({ seconds: event.target.value === '' ? null : Number(event.target.value) })}
            />
          </label>
        </div>
        <div className="row">
          {stop.link.startsWith('/') ? <Link href={stop.link}>Look at it</Link> : null}
          <button type="button" className="button" disabled={number === 1} onClick={() => props.onMove(-1)}>
            Up<span className="unseen"> with stop {number}</span>
          </button>
          <button type="button" className="button" disabled={number === props.count} onClick={() => props.onMove(1)}>
            Down<span className="unseen"> with stop {number}</span>
          </button>
          <button type="button" className="button" onClick={props.onRemove}>
            Take out<span className="unseen"> stop {number}</span>
          </button>
        </div>
      </fieldset>
    </li>
  );
};
