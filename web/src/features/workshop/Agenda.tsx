import type { ReactNode } from 'react';
import { counted } from '../../graph-model/words.ts';
import { OthersTopic } from '../../live/OthersTopic.tsx';
import { ClockButtons } from '../../present/ClockButtons.tsx';
import { comeTo, endTopic, useSpoken } from '../../present/spoken.ts';
import { lastedWords, totalWords } from '../../present/timer.ts';
import { clockSigns, useClock } from '../../present/use-clock.ts';
import { Glyph } from '../../ui/Glyph.tsx';
import { Link } from '../../ui/Link.tsx';
import { Prepared } from './Prepared.tsx';
import type { ItemData, TopicData, WorkshopData } from './workshop-data.ts';

/** The topics in order, which of them is spoken of and how its time stands, the walkthroughs that are prepared, and who is there. */
export const Agenda = (props: { readonly workshop: WorkshopData; readonly items: readonly ItemData[] }): ReactNode => {
  const { workshop, items } = props;
  const { id: spoken } = useSpoken();
  const current = workshop.topics.find(({ id }) => id === spoken);
  const next = workshop.topics[workshop.topics.findIndex(({ id }) => id === current?.id) + 1];
  const isOpen = workshop.state === 'OPEN';
  return (
    <aside className="workshop-agenda" aria-label="Agenda">
      <section className="sheet">
        <h2>Agenda</h2>
        {workshop.topics.length === 0 ? (
          <p className="quiet">No topic is on the agenda. What is said is kept all the same.</p>
        ) : (
          <ol className="plain agenda">
            {workshop.topics.map((topic) => (
              <li key={topic.id} aria-current={topic.id === current?.id ? 'step' : undefined}>
                <Topic
                  topic={topic}
                  workshop={workshop.id}
                  said={items.filter((item) => item.topic === topic.id).length}
                  isCurrent={topic.id === current?.id}
                  isOpen={isOpen}
                  isOver={workshop.state === 'CLOSED'}
                />
              </li>
            ))}
          </ol>
        )}
        {workshop.state === 'CLOSED' ? <Lasted workshop={workshop} /> : null}
        {isOpen ? <OthersTopic workshop={workshop.id} topics={workshop.topics} own={current?.id} /> : null}
        {isOpen && workshop.topics.length > 0 ? (
          <div className="row">
            {next === undefined ? null : (
              <button type="button" className="button primary" onClick={() => comeTo(workshop.id, next)}>
                {current === undefined ? `Begin with ${next.title}` : `On to ${next.title}`}
              </button>
            )}
            {current === undefined ? null : <ClockButtons end="No topic" />}
          </div>
        ) : null}
      </section>
      <Prepared workshop={workshop.id} />
      <section className="sheet">
        <h2>
          Who is there <span className="quiet">{workshop.attendees.length}</span>
        </h2>
        {workshop.attendees.length === 0 ? (
          <p className="quiet">Nobody is named yet. Decisions say who agreed by the names given here.</p>
        ) : (
          <ul className="plain people">
            {workshop.attendees.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
      </section>
    </aside>
  );
};

const Topic = (props: {
  readonly topic: TopicData;
  readonly workshop: string;
  readonly said: number;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly isOver: boolean;
}): ReactNode => {
  const { topic } = props;
  return (
    <>
      <div className="agenda-head">
        {props.isOpen ? (
          <button
            type="button"
            className="text-button"
            aria-pressed={props.isCurrent}
            onClick={() => (props.isCurrent ? endTopic() : comeTo(props.workshop, topic))}
          >
            {topic.title}
          </button>
        ) : (
          <span>{topic.title}</span>
        )}
        <span className="quiet">
          {topic.minutes ? `${topic.minutes} min` : 'no limit'} · {props.said} said
        </span>
      </div>
      {!props.isCurrent ? null : props.isOver ? <TopicTotal /> : <TopicTime />}
      {topic.notes ? <p className="quiet">{topic.notes}</p> : null}
      {topic.link ? (
        <Link href={topic.link} className="quiet">
          Go to the topic’s screen<span className="unseen">: {topic.title}</span>
        </Link>
      ) : null}
    </>
  );
};

/** How long a workshop that is over went on, beside what its agenda gave. */
const Lasted = ({ workshop }: { readonly workshop: WorkshopData }): ReactNode => {
  const { openedAt, closedAt, topics } = workshop;
  if (!openedAt || !closedAt) return null;
  const given = topics.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  return (
    <p className="quiet">
      {lastedWords(openedAt, closedAt)} from first opening to last closing
      {given === 0 ? '' : `; the agenda gave ${counted(given, 'minute')}`}.
    </p>
  );
};

/** What the clock of the topic that was spoken of last came to in a workshop that is over. */
const TopicTotal = (): ReactNode => {
  const { timer } = useSpoken();
  return timer === undefined ? null : <span className="topic-time">{totalWords(timer)}</span>;
};

/** How the time of the topic that is spoken of stands. */
export const TopicTime = (): ReactNode => {
  const clock = useClock(useSpoken().timer);
  if (clock === undefined) return null;
  const { glyph, color } = clockSigns[clock.state];
  return (
    <span className="with-glyph topic-time" role="timer" aria-live="off">
      <Glyph name={glyph} color={color} size={16} />
      {clock.words}
    </span>
  );
};
