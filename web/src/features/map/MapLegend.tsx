import type { ReactNode } from 'react';
import { Sign } from '../../graph-canvas/map/Sign.tsx';
import type { MapLegendEntry } from '../../graph-model/map/map-overlay.ts';

const shown = 14;

/** What the signs on the picture mean, and on how many boxes each is: only those that are on it. */
export const MapLegend = (props: {
  readonly title: string;
  readonly entries: readonly MapLegendEntry[];
}): ReactNode => (
  <ul className="legend" aria-label={`Legend: ${props.title}`}>
    {props.entries.length === 0 ? <li className="quiet">{props.title}: nothing of it is in the picture.</li> : null}
    {props.entries.slice(0, shown).map(({ sign, boxes }) => (
      <li key={`${sign.shape}${sign.words}`}>
        <Sign shape={sign.shape} />
        <span>
          {sign.words} <span className="quiet">· {boxes}</span>
        </span>
      </li>
    ))}
    {props.entries.length > shown ? (
      <li className="quiet">and {props.entries.length - shown} more; each box says its own.</li>
    ) : null}
  </ul>
);
