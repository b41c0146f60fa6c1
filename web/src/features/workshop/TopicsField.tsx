import { useId, useRef, type ReactNode } from 'react';
import { emptyTopic, placeIn, type TopicTyped } from './agenda-values.ts';

/** A place in the page, and what it is called. */
export interface TopicPlace {
  readonly link: string;
  readonly words: string;
}

/** The agenda as a list of topics in their order: each with its minutes, its notes and a place in the page to begin at. */
export const TopicsField = (props: {
  readonly topics: readonly TopicTyped[];
  /** Places that can be chosen to begin at, beside any that is typed. */
  readonly places: readonly TopicPlace[];
  readonly trouble: string | undefined;
  readonly onChange: (topics: readonly TopicTyped[]) => void;
}): ReactNode => {
  const { topics, onChange } = props;
  const field = useRef<HTMLFieldSetElement>(null);
  const places = useId();
  const put = (at: number, change: Partial<TopicTyped>): void =>
    onChange(topics.map((topic, index) => (index === at ? { ...topic, ...change } : topic)));
  const move = (at: number, step: 1 | -1): void => {
    const next = [...topics];
    const [topic] = next.splice(at, 1);
    if (topic !== undefined) next.splice(at + step, 0, topic);
    onChange(next);
  };
  const focusTitle = (at: number): void =>
    void requestAnimationFrame(() => field.current?.querySelectorAll<HTMLElement>('[data-title]')[at]?.focus());
  return (
    <fieldset ref={field} className="topics-field">
      <legend>Agenda</legend>
      <datalist id={places}>
        {props.places.map(({ link, words }) => (
          <option key={link} value={link}>
            {words}
          </option>
        ))}
      </datalist>
      {topics.length === 0 ? <p className="quiet">No topic yet. Add what is to be talked about, in order.</p> : null}
      <ol className="plain">
        {topics.map((topic, at) => (
          // Topics have no identity of their own before they are written: their place is it.
          // eslint-disable-next-line react/no-array-index-key
          <li key={topic.id ?? `new ${at}`}>
            <TopicRow
              topic={topic}
              places={places}
              number={at + 1}
              last={at === topics.length - 1}
              onChange={(change) => put(at, change)}
              onMove={(step) => move(at, step)}
              onRemove={() => {
                onChange(topics.filter((_, index) => index !== at));
                focusTitle(Math.max(0, at - 1));
              }}
            />
          </li>
        ))}
      </ol>
      {props.trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {props.trouble}
        </p>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          onChange([...topics, emptyTopic]);
          focusTitle(topics.length);
        }}
      >
        Add a topic
      </button>
    </fieldset>
  );
};

const TopicRow = (props: {
  readonly topic: TopicTyped;
  readonly places: string;
  readonly number: number;
  readonly last: boolean;
  readonly onChange: (change: Partial<TopicTyped>) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
}): ReactNode => {
  const { topic, number, onChange } = props;
  const id = useId();
  const name = topic.title === '' ? `topic ${number}` : topic.title;
  return (
    <div className="topic-row">
      <label htmlFor={`${id}-title`}>Topic {number}</label>
      <input
        id={`${id}-title`}
        data-title=""
        value={topic.title}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <label htmlFor={`${id}-minutes`}>Minutes</label>
      <input
        id={`${id}-minutes`}
        type="number"
        min={1}
        max={480}
        value={topic.minutes}
        onChange={(event) => onChange({ minutes: event.target.value })}
      />
      <label htmlFor={`${id}-link`}>Begin at</label>
      <input
        id={`${id}-link`}
        value={topic.link}
        list={props.places}
        placeholder="/trace?class=… or a pasted link of this page"
        autoComplete="off"
        onChange={(event) => onChange({ link: event.target.value })}
        onBlur={() => onChange({ link: placeIn(topic.link) })}
      />
      <label htmlFor={`${id}-notes`}>Notes</label>
      <input
        id={`${id}-notes`}
        value={topic.notes}
        autoComplete="off"
        onChange={(event) => onChange({ notes: event.target.value })}
      />
      <span className="topic-buttons">
        <button
          type="button"
          className="button"
          disabled={number === 1}
          aria-label={`Earlier: ${name}`}
          onClick={() => props.onMove(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="button"
          disabled={props.last}
          aria-label={`Later: ${name}`}
          onClick={() => props.onMove(1)}
        >
          ↓
        </button>
        <button type="button" className="button" aria-label={`Take out ${name}`} onClick={props.onRemove}>
          ×
        </button>
      </span>
    </div>
  );
};
