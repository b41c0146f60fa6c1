import { useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { ReviewHistoryDocument } from './documents.ts';
import { standingOf, states, timeWords } from './words.ts';

/** How many entries of the log are fetched. */
const most = 50;

/** What people decided about a finding, newest first, fetched when it is opened. */
export const ReviewHistory = (props: { readonly id: string; readonly revision: number }): ReactNode => {
  const [open, setOpen] = useState(false);
  return (
    <details className="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>History</summary>
      {open ? <Entries key={props.revision} id={props.id} /> : null}
    </details>
  );
};

const Entries = ({ id }: { readonly id: string }): ReactNode => {
  const query = useQuery(ReviewHistoryDocument, { id, first: most });
  if (query.phase === 'failed') {
    return (
      <p className="form-trouble" role="alert">
        {query.error.message}{' '}
        <button type="button" className="link-button" onClick={query.retry}>
          Try again
        </button>
      </p>
    );
  }
  if (query.phase !== 'ready') return <p className="quiet">Fetching the history.</p>;
  const entries = query.data.findingReview?.history ?? [];
  if (entries.length === 0) return <p className="quiet">No review is on record.</p>;
  return (
    <>
      <ol className="plain">
        {entries.map((entry) => (
          <li key={entry.revision}>
            {timeWords(entry.at)} · {entry.actor} · {told(entry.after)}{' '}
            <span className="quiet">revision {entry.revision}</span>
          </li>
        ))}
      </ol>
      {entries.length < most ? null : <p className="quiet">These are the newest {most}; there may be more.</p>}
    </>
  );
};

/** State, owner and reason of a review as the log keeps it. */
const told = (after: unknown): string => {
  const review = (typeof after === 'object' && after !== null ? after : {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | undefined =>
    typeof review[name] === 'string' ? (review[name] as string) : undefined;
  const state = states.find((each) => each === text('state')) ?? 'OPEN';
  return standingOf({ state, owner: text('owner'), rationale: text('rationale') });
};
