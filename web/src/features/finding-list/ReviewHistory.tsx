import { useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { ReviewHistoryDocument } from './documents.ts';
import { states, stateWords } from './words.ts';

/** What people decided about a finding, newest first, fetched when it is opened. */
export const ReviewHistory = (props: { readonly id: string; readonly revision: number }): ReactNode => {
  const [open, setOpen] = useState(false);
  return (
    <details className="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="quiet">History</summary>
      {open ? <Entries key={props.revision} id={props.id} /> : null}
    </details>
  );
};

const Entries = ({ id }: { readonly id: string }): ReactNode => {
  const query = useQuery(ReviewHistoryDocument, { id });
  if (query.phase === 'failed') return <p className="form-trouble">{query.error.message}</p>;
  if (query.phase !== 'ready') return <p className="quiet">Fetching.</p>;
  return (
    <ol className="plain">
      {query.data.findingReview?.history.map((entry) => (
        <li key={entry.revision}>
          {entry.at.slice(0, 16).replace('T', ' ')} UTC · {entry.actor} · {told(entry.after)}
          {entry.reason ? `: ${entry.reason}` : ''}
        </li>
      ))}
    </ol>
  );
};

/** State and owner of a review as the log keeps it. */
const told = (after: unknown): string => {
  const review = (typeof after === 'object' && after !== null ? after : {}) as Readonly<Record<string, unknown>>;
  const state = states.find((each) => each === review['state']);
  const owner = review['owner'];
  return [state === undefined ? '' : stateWords[state], typeof owner === 'string' ? `owner ${owner}` : 'no owner']
    .filter((words) => words !== '')
    .join(', ');
};
