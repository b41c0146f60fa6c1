import { useState, type ReactNode } from 'react';
import { useQuery } from '../api/use-query.ts';
import { usePresenting } from '../present/presenting.ts';
import { Link } from '../ui/Link.tsx';
import { readStored, store } from '../ui/stored.ts';
import { useLocation } from '../ui/use-location.ts';
import { useView } from '../view/use-view.ts';
import { OpenWorkshopsDocument } from './documents.ts';
import { workshopParam } from './room-name.ts';

const nameOfDeclined = 'workshops.declined';
const question = {};

/**
 * Tells who is in no workshop that one is going on, with the way into it. Nothing on the list of workshops, which says the same, in presenter mode, in views where nothing can be
 * written down, and of a workshop that was declined in this tab.
 */
export const GoingOnBar = (): ReactNode => {
  const isQuiet = usePresenting();
  const { isReadOnly } = useView();
  const { pathname } = useLocation();
  const isAsked = !isQuiet && !isReadOnly && pathname !== '/workshop';
  const query = useQuery(OpenWorkshopsDocument, isAsked ? question : undefined, { keep: true });
  const [declined, setDeclined] = useState(() => readStored(nameOfDeclined, 'tab')?.split(' ') ?? []);
  if (!isAsked || query.phase !== 'ready') return null;
  const decline = (id: string): void => {
    const next = [...declined, id];
    store(nameOfDeclined, next.join(' '), 'tab');
    setDeclined(next);
  };
  return query.data.workshops.nodes
    .filter(({ id }) => !declined.includes(id))
    .map(({ id, name }) => (
      <section key={id} className="follow-bar" aria-label={`Workshop: ${name}`}>
        <span>
          A workshop is going on: <strong>{name}</strong>
        </span>
        <Link className="button button-link" href={`/workshop?${workshopParam}=${encodeURIComponent(id)}`}>
          Join<span className="unseen"> {name}</span>
        </Link>
        <button type="button" className="button" aria-label={`Not now: ${name}`} onClick={() => decline(id)}>
          Not now
        </button>
      </section>
    ));
};
