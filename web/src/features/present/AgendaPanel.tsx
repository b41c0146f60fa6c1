import type { ReactNode } from 'react';
import type { AgendaData } from '../../present/agenda.ts';
import { ClockButtons } from '../../present/ClockButtons.tsx';
import { comeTo, useSpoken } from '../../present/spoken.ts';
import { Link } from '../../ui/Link.tsx';

/** The topics of the workshop one presents in, with the minutes its agenda gives them, and the one clock of the topic that is spoken of. */
export const AgendaPanel = (props: { readonly agenda: AgendaData; readonly onClose: () => void }): ReactNode => {
  const { id: workshop, name, topics } = props.agenda;
  const spoken = useSpoken();
  const at = topics.findIndex(({ id }) => id === spoken.id);
  const next = topics[at + 1];
  return (
    <section className="present-panel" aria-label="Topics and time">
      <div className="row spread">
        <h2>Agenda: {name}</h2>
        <button type="button" className="button" onClick={props.onClose}>
          Close
        </button>
      </div>
      {topics.length === 0 ? (
        <p>
          No topic is on the agenda. They are put there on{' '}
          <Link href={`/workshop?workshop=${encodeURIComponent(workshop)}`}>the workshop’s screen</Link>, under “Edit
          agenda and people”.
        </p>
      ) : null}
      <ol className="plain present-topics">
        {topics.map((each) => (
          <li key={each.id} aria-current={each.id === spoken.id ? 'step' : undefined}>
            <button type="button" className="text-button" onClick={() => comeTo(workshop, each)}>
              {each.title}
            </button>
            {each.link ? (
              <Link href={each.link}>
                Go to its screen<span className="unseen">: {each.title}</span>
              </Link>
            ) : null}
            <span>{each.minutes ? `${each.minutes} min` : 'no limit'}</span>
          </li>
        ))}
      </ol>
      <div className="row">
        {topics.length === 0 ? null : (
          <button
            type="button"
            className="button primary"
            disabled={next === undefined}
            onClick={() => next !== undefined && comeTo(workshop, next)}
          >
            {next === undefined ? 'No further topic' : at === -1 ? `Begin with ${next.title}` : `On to ${next.title}`}
          </button>
        )}
        <ClockButtons end="No topic" />
      </div>
    </section>
  );
};
