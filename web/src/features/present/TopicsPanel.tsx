import { useState, type FormEvent, type ReactNode } from 'react';
import { ClockButtons } from '../../present/ClockButtons.tsx';
import { useSpoken } from '../../present/spoken.ts';
import { startTopic, topicAfter, useTopics } from '../../present/topics.ts';

/** One's own list of topics with their minutes, and the clock of the one that is spoken of. */
export const TopicsPanel = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const { topic } = useSpoken();
  const [topics, change] = useTopics();
  const [title, setTitle] = useState('');
  const [minutes, setMinutes] = useState('10');
  const next = topicAfter(topics, topic);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const trimmed = title.trim();
    if (trimmed === '' || topics.some((each) => each.title === trimmed)) return;
    change([...topics, { title: trimmed, minutes: Number(minutes) > 0 ? Number(minutes) : undefined }]);
    setTitle('');
  };
  return (
    <section className="present-panel" aria-label="Topics and time">
      <div className="row spread">
        <h2>Topics and time</h2>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </div>
      {topics.length === 0 ? (
        <p>No topic is listed yet. Add what is to be spoken of, with the minutes for it.</p>
      ) : null}
      <ol className="plain present-topics">
        {topics.map((each) => (
          <li key={each.title} aria-current={each.title === topic ? 'step' : undefined}>
            <button type="button" className="text-button" onClick={() => startTopic(each)}>
              {each.title}
            </button>
            <span>{each.minutes === undefined ? 'no limit' : `${each.minutes} min`}</span>
            <button
              type="button"
              className="button"
              aria-label={`Take out ${each.title}`}
              onClick={() => change(topics.filter((other) => other !== each))}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <form className="row" onSubmit={add}>
        <label>
          Topic <input type="text" value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <label>
          Minutes{' '}
          <input type="number" min="0" max="480" value={minutes} onChange={(event) => setMinutes(event.target.value)} />
        </label>
        <button type="submit" className="button" disabled={title.trim() === ''}>
          Add
        </button>
      </form>
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={next === undefined}
          onClick={() => next !== undefined && startTopic(next)}
        >
          {next === undefined
            ? 'No further topic'
            : topic === undefined
              ? `Begin with ${next.title}`
              : `On to ${next.title}`}
        </button>
        <ClockButtons end="Stop the clock" />
      </div>
    </section>
  );
};
