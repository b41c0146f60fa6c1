import { useEffect, useState, type ReactNode } from 'react';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import { mapId } from '../../graph-model/map/map-picture.ts';
import { standingTone } from '../../graph-model/map/map-words.ts';
import { countWords } from '../../graph-model/path-counts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { idsOfWay } from './chosen-way.ts';
import type { WayData } from './map-data.ts';
import { ThingPicker } from './ThingPicker.tsx';
import { WaysClasses } from './WaysClasses.tsx';
import type { WayList } from './use-ways.ts';
import type { WaysQuestion } from './use-map-params.ts';

/** The ways from one thing to another: the question, and each way as a sentence. Choosing one lights it up in the map; choosing it again lets it go. */
export const WaysPanel = (props: {
  readonly question: WaysQuestion;
  readonly list: WayList;
  readonly chosen: readonly string[];
  /** The class that every flow must carry, by name; undefined for any. */
  readonly className: string | undefined;
  readonly nameOf: (id: string) => string | undefined;
  readonly onAsk: (question: WaysQuestion) => void;
  readonly onChoose: (way: readonly string[]) => void;
  readonly onClass: (dataClass: string) => void;
  /** Whether it was opened just now by who looks at it, so that the focus comes along. */
  readonly focus: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const { question, list, onAsk } = props;
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const nameOf = (id: string): string => names.get(id) ?? props.nameOf(id) ?? nameInWays(list, id) ?? id;
  const choose =
    (place: 'from' | 'to' | 'through') =>
    (id: string, name: string): void => {
      setNames((before) => new Map([...before, [id, name]]));
      if (place === 'through') onAsk({ ...question, through: [...new Set([...question.through, id])] });
      else ask({ ...question, [place]: id }, place);
    };
  // The field that is asked for next gets the focus once it is there.
  const [next, setNext] = useState<string | undefined>(props.focus ? emptyField(question) : undefined);
  useEffect(() => {
    if (next === undefined) return;
    document.getElementById(next)?.focus();
    setNext(undefined);
  }, [next]);
  const ask = (asked: WaysQuestion, from: 'from' | 'to'): void => {
    onAsk(asked);
    setNext(asked.from === '' || asked.to === '' ? emptyField(asked) : fields[from]);
  };
  const chosen = props.chosen.join(' ');
  return (
    <section
      className="paths ways"
      aria-labelledby="ways-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <div className="paths-bar">
        <h2 id="ways-title">Ways</h2>
        <ThingPicker
          label="From"
          id={fields.from}
          channels={false}
          chosen={question.from === '' ? undefined : nameOf(question.from)}
          onChoose={choose('from')}
          onLetGo={() => ask({ ...question, from: '' }, 'from')}
        />
        <ThingPicker
          label="Through"
          id={fields.through}
          channels={false}
          chosen={undefined}
          onChoose={choose('through')}
        />
        {question.through.map((id) => (
          <button
            key={id}
            type="button"
            className="button"
            aria-label={`Not through ${nameOf(id)}`}
            onClick={() => onAsk({ ...question, through: question.through.filter((each) => each !== id) })}
          >
            {nameOf(id)} ×
          </button>
        ))}
        <ThingPicker
          label="To"
          id={fields.to}
          channels
          chosen={question.to === '' ? undefined : nameOf(question.to)}
          onChoose={choose('to')}
          onLetGo={() => ask({ ...question, to: '' }, 'to')}
        />
        <span className="quiet" role="status">
          {stateWords(list)}
          {props.className === undefined ? '' : ` · only what carries ${props.className}`}
        </span>
        <div className="paths-actions">
          <button type="button" className="link-button" onClick={props.onClose}>
            Close
          </button>
        </div>
      </div>
      <div className="paths-body">
        {props.className === undefined ? <WaysClasses from={question.from} onClass={props.onClass} /> : null}
        <ul className="path-list">
          {list.ways.map((way) => {
            const steps = idsOfWay(way);
            const pressed = steps.join(' ') === chosen;
            const tone = standingTone({ status: way.status ?? null, restrictions: way.restrictions, marked: 0 });
            return (
              <li key={steps.join(' ')}>
                <button
                  type="button"
                  className="path"
                  aria-pressed={pressed}
                  onClick={() => props.onChoose(pressed ? [] : steps)}
                >
                  <ToneGlyph tone={tone} />
                  <span>{way.sentence}</span>
                </button>
              </li>
            );
          })}
        </ul>
        {list.error === undefined ? null : (
          <FailedNotice title="The ways could not be fetched." message={list.error.message} onRetry={list.more} />
        )}
        {list.loading ? <Notice kind="loading" title="Looking for ways." /> : null}
        {list.asked ? null : (
          <Notice
            kind="empty"
            title="Choose where from and where to. Through is for systems that every way must pass; leave it empty for all ways."
          />
        )}
        {list.asked && !list.loading && list.error === undefined && list.ways.length === 0 && !list.hasMore ? (
          <Notice kind="empty" title="No recorded way leads there.">
            A flow may be missing from the inventory, or the systems it must pass are not on one way.
          </Notice>
        ) : null}
        {!list.loading && list.error === undefined && list.hasMore ? (
          <button type="button" className="button" onClick={list.more}>
            Show more ways
          </button>
        ) : null}
      </div>
    </section>
  );
};

const stateWords = ({ asked, count, ways }: WayList): string =>
  !asked || count === undefined ? '' : `${countWords(count)} · showing ${ways.length}`;

const nameInWays = ({ ways }: WayList, id: string): string | undefined =>
  ways.flatMap((way: WayData) => way.steps).find((step) => mapId(step) === id)?.name;

/** The ids of the fields, to bring the focus there. */
const fields = { from: 'ways-from', to: 'ways-to', through: 'ways-through' } as const;

const emptyField = ({ from, to }: WaysQuestion): string =>
  from === '' ? fields.from : to === '' ? fields.to : fields.through;
