import type { ReactNode } from 'react';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import { marksWords, sumOfMarks } from '../../graph-model/map/map-marks.ts';
import { markedOf } from '../../graph-model/map/map-sentence.ts';
import { restrictionWords } from '../../graph-model/map/map-words.ts';
import type { InspectorProps } from './MapInspector.tsx';

const listed = 30;

/** The picture as a whole: what it holds, what of the inventory it is, what is marked, and the keys. */
export const MapOverview = (props: InspectorProps & { readonly sentence: string }): ReactNode => {
  const { view, map } = props;
  const marked = markedOf(view);
  const marks = marksWords(sumOfMarks([...view.boxes, ...view.lines]));
  const things = [...view.boxes, ...view.lines];
  const nameById = new Map(view.boxes.map((box) => [box.id, box.name]));
  return (
    <div className="story">
      <header>
        <h2>The picture</h2>
        <p>{props.sentence}</p>
        <p className="quiet">
          {map.completeness.sentence} As of {map.asOf}, revision {map.revision}.
        </p>
      </header>
      <section>
        <h3>Marked</h3>
        <p className="quiet">
          {marks === undefined ? 'Every restriction in the picture is documented, or there is none.' : `${marks}:`}
        </p>
        <ul className="overview-list">
          {marked.slice(0, listed).map((id) => {
            const thing = things.find((each) => each.id === id);
            if (thing === undefined) return null;
            const name =
              'lane' in thing
                ? thing.name
                : `${nameById.get(thing.source) ?? ''} to ${nameById.get(thing.target) ?? ''}`;
            return (
              <li key={id}>
                <button type="button" onClick={() => props.onGoTo(id)}>
                  <ToneGlyph tone={thing.tone} size={18} />
                  <span>
                    {name}
                    <br />
                    <span className="quiet">{restrictionWords(thing.tone, thing.restrictions, thing.marked)}</span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        {marked.length > listed ? (
          <p className="quiet">and {marked.length - listed} more; the keys [ and ] go through all of them.</p>
        ) : null}
      </section>
      <p className="quiet">
        Everything here can be done by keyboard: <kbd>?</kbd> tells the keys.
      </p>
    </div>
  );
};
