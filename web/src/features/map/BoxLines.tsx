import type { ReactNode } from 'react';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { MapBox, MapLine } from '../../graph-model/map/map-view.ts';
import { mapToneWords } from '../../graph-model/map/map-words.ts';
import type { InspectorProps } from './MapInspector.tsx';

const most = 40;

/** The lines of the picture that arrive at a box and leave it, each a button that selects it. */
export const BoxLines = (props: InspectorProps & { readonly box: MapBox }): ReactNode => {
  const { view, box } = props;
  const nameById = new Map(view.boxes.map((each) => [each.id, each.name]));
  const list = (title: string, lines: readonly MapLine[], other: (line: MapLine) => string): ReactNode =>
    lines.length === 0 ? null : (
      <section>
        <h3>
          {title} ({lines.length})
        </h3>
        <ul className="overview-list">
          {lines.slice(0, most).map((line) => (
            <li key={line.id}>
              <button type="button" onClick={() => props.onGoTo(line.id)}>
                {line.restrictions === 0 ? null : <ToneGlyph tone={line.tone} size={18} />}
                <span>
                  {nameById.get(other(line)) ?? other(line)}
                  <br />
                  <span className="quiet">
                    {[
                      line.kind === 'serves' ? 'serves' : line.label,
                      line.restrictions === 0 ? '' : mapToneWords(line.tone),
                    ]
                      .filter((words) => words !== '')
                      .join(' · ')}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {lines.length > most ? (
          <p className="quiet">and {lines.length - most} more, in the outline and the table.</p>
        ) : null}
      </section>
    );
  return (
    <>
      {list(
        'From',
        view.lines.filter((line) => line.target === box.id),
        (line) => line.source,
      )}
      {list(
        'To',
        view.lines.filter((line) => line.source === box.id),
        (line) => line.target,
      )}
    </>
  );
};
