import type { ReactNode } from 'react';
import { worstTone } from '../../graph-model/tone.ts';
import { counted } from '../../graph-model/words.ts';
import { marksWords, sumOfMarks } from '../../graph-model/map/map-marks.ts';
import { mapToneWords } from '../../graph-model/map/map-words.ts';
import type { InspectorProps } from './MapInspector.tsx';
import { NextSteps } from './NextSteps.tsx';
import type { MapSelection } from './use-map-selection.ts';

const most = 40;

/** The story of several things that are selected together. */
export const SeveralStory = (props: InspectorProps & { readonly selection: MapSelection }): ReactNode => {
  const { boxes, lines } = props.selection;
  const marks = marksWords(sumOfMarks([...boxes, ...lines]));
  return (
    <div className="story">
      <header>
        <h2>{counted(boxes.length + lines.length, 'thing')} selected</h2>
        <p>
          {[
            ...(boxes.length === 0 ? [] : [counted(boxes.length, 'box', 'boxes')]),
            ...(lines.length === 0 ? [] : [counted(lines.length, 'line')]),
          ].join(' and ')}
          . {marks === undefined ? '' : `${marks}. `}The worst status:{' '}
          {mapToneWords(worstTone([...boxes, ...lines].map((each) => each.tone)))}.
        </p>
      </header>
      {boxes.length === 0 ? null : <NextSteps {...props} boxes={boxes} />}
      <section>
        <h3>Selected</h3>
        <ul className="plain">
          {boxes.slice(0, most).map((box) => (
            <li key={box.id}>
              <button type="button" className="text-button" onClick={() => props.onGoTo(box.id)}>
                {box.name}
              </button>
            </li>
          ))}
          {boxes.length > most ? <li className="quiet">and {boxes.length - most} more</li> : null}
        </ul>
      </section>
    </div>
  );
};
