import type { ReactNode } from 'react';
import { placeOfRestriction, type Place } from '../../graph-model/place-of-restriction.ts';
import { isOpenTone, restrictionTone, tones, type Tone } from '../../graph-model/tone.ts';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { keepsRestriction, type RestrictionFilter } from '../../graph-model/transforms/filter-restrictions.ts';
import { sentenceCase, standingWords } from '../../graph-model/words.ts';
import { HowReleased } from './HowReleased.tsx';
import { showsParts } from './PartsAnswers.tsx';
import { partsWords } from './PartSwitcher.tsx';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { AnswerData, TraceData } from './trace-data.ts';

/** What waits to be looked at in this answer, worst first, while nothing is selected. Each entry selects where it sits. */
export const Overview = (props: {
  readonly trace: TraceData;
  readonly answer: AnswerData;
  readonly view: TraceView;
  readonly show: RestrictionFilter;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { trace, answer } = props;
  const restrictions = answer.restrictions
    .filter((entry) => keepsRestriction(props.show, entry))
    .map((entry) => ({
      entry,
      tone: restrictionTone(entry),
      place: placeOfRestriction(props.view, entry.restriction.id),
    }))
    .toSorted((a, b) => tones.indexOf(a.tone) - tones.indexOf(b.tone));
  const waiting = restrictions.filter(({ tone }) => isOpenTone(tone));
  const settled = restrictions.filter((each) => !waiting.includes(each));
  const remarks = remarksOf(answer);
  return (
    <div className="story">
      <header>
        <h2>What to look at</h2>
        <p className="quiet">Select anything, in the picture, the outline or here, for its whole story.</p>
      </header>
      {trace.answers.length < 2 ? null : <p>{partsWords(trace)}</p>}
      <section>
        <h3>Without complete documentation</h3>
        {waiting.length === 0 ? (
          <p>
            {showsParts(trace, undefined) && answer.isRest
              ? 'Restrictions are told part by part: choose a part.'
              : restrictions.length === 0
                ? 'No restriction is met.'
                : 'None: every restriction met here is completely documented.'}
          </p>
        ) : (
          <List entries={waiting} onSelect={props.onSelect} />
        )}
      </section>
      {remarks.length === 0 ? null : (
        <section>
          <h3>Gaps</h3>
          <ul className="overview-list">
            {remarks.map((remark) => (
              <li key={remark.words}>
                <button type="button" onClick={() => props.onSelect(remark.target)}>
                  <ToneGlyph tone={remark.tone} size={18} />
                  <span>{remark.words}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {settled.length === 0 ? null : (
        <section>
          <h3>Documented</h3>
          <List entries={settled} onSelect={props.onSelect} />
        </section>
      )}
      <HowReleased trace={trace} />
    </div>
  );
};

interface Entry {
  readonly entry: AnswerData['restrictions'][number];
  readonly tone: Tone;
  readonly place: Place | undefined;
}

const List = (props: { readonly entries: readonly Entry[]; readonly onSelect: (id: string) => void }): ReactNode => (
  <ul className="overview-list">
    {props.entries.map(({ entry, tone, place }) => (
      <li key={entry.restriction.id}>
        <button
          type="button"
          disabled={place === undefined}
          onClick={() => props.onSelect(`restriction:${entry.restriction.id}`)}
        >
          <ToneGlyph tone={tone} size={18} />
          <span>
            {entry.restriction.name}
            <br />
            <span className="quiet">
              {place === undefined ? '' : `${place.name} · `}
              {sentenceCase(standingWords(entry))}
              {entry.place === 'BEHIND' ? ' · behind another' : ''}
            </span>
          </span>
        </button>
      </li>
    ))}
  </ul>
);

interface Remark {
  readonly words: string;
  readonly tone: Tone;
  readonly target: string;
}

const remarksOf = (answer: AnswerData): readonly Remark[] =>
  answer.systems.flatMap(({ system, stranded, start, undeclared }): readonly Remark[] => {
    const target = `system:${system.id}`;
    return [
      ...(start === 'HOLDER'
        ? [{ words: `${system.name} holds it; nobody recorded where it originates.`, tone: 'unknown' as const, target }]
        : []),
      ...(start === 'UNEXPLAINED_COPY'
        ? [
            {
              words: `${system.name} holds a copy that no recorded flow could have supplied.`,
              tone: 'unknown' as const,
              target,
            },
          ]
        : []),
      ...(stranded
        ? [
            {
              words: `Stranded in ${system.name}: no channel that releases it can be reached.`,
              tone: 'none' as const,
              target,
            },
          ]
        : []),
      ...(undeclared
        ? [
            {
              words: `${system.name} gets it by a flow; nobody declared that it holds it.`,
              tone: 'unknown' as const,
              target,
            },
          ]
        : []),
    ];
  });
