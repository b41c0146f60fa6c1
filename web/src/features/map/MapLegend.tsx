import type { ReactNode } from 'react';
import { DrawingGlyph } from '../../graph-canvas/map/DrawingGlyph.tsx';
import { Sign } from '../../graph-canvas/map/Sign.tsx';
import { drawingWords, legendCount, type DrawingSign, type MapLegendEntry } from '../../graph-model/map/map-overlay.ts';

const shown = 12;

/** What the signs on the picture mean, and on how many boxes and lines each is: only those that are on it. */
export const MapLegend = (props: {
  readonly title: string;
  readonly entries: readonly MapLegendEntry[];
  readonly drawing: readonly DrawingSign[];
}): ReactNode => (
  <ul className="legend" aria-label={`Legend: ${props.title}`}>
    {props.entries.length === 0 ? <li className="quiet">{props.title}: nothing of it is in the picture.</li> : null}
    {props.entries.slice(0, shown).map((entry) => (
      <li key={`${entry.sign.shape}${entry.sign.words}`}>
        <Sign shape={entry.sign.shape} />
        <span>
          {entry.sign.words} <span className="quiet">· {legendCount(entry)}</span>
        </span>
      </li>
    ))}
    {props.entries.length > shown ? (
      <li className="quiet">and {props.entries.length - shown} more; the outline says each.</li>
    ) : null}
    {props.drawing.map((sign) => (
      <li key={sign}>
        <DrawingGlyph sign={sign} />
        <span>{drawingWords[sign]}</span>
      </li>
    ))}
  </ul>
);
