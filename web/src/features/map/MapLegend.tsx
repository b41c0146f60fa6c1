import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { DrawingGlyph } from '../../graph-canvas/map/DrawingGlyph.tsx';
import { Sign } from '../../graph-canvas/map/Sign.tsx';
import { drawingWords, legendCount, type DrawingSign, type MapLegendEntry } from '../../graph-model/map/map-overlay.ts';
import { useLightDismiss } from '../../ui/use-light-dismiss.ts';

const rows = 2;

/** What the signs on the picture mean, and on how many boxes and lines each is: only those that are on it. Two rows; the rest behind a disclosure. */
export const MapLegend = (props: {
  readonly title: string;
  readonly entries: readonly MapLegendEntry[];
  readonly drawing: readonly DrawingSign[];
}): ReactNode => {
  const list = useRef<HTMLUListElement>(null);
  const items = [
    ...props.entries.map((entry) => ({
      key: `${entry.sign.shape}${entry.sign.words}`,
      content: (
        <>
          <Sign shape={entry.sign.shape} />
          <span>
            {entry.sign.words} <span className="quiet">· {legendCount(entry)}</span>
          </span>
        </>
      ),
    })),
    ...props.drawing.map((sign) => ({
      key: `drawing ${sign}`,
      content: (
        <>
          <DrawingGlyph sign={sign} />
          <span>{drawingWords[sign]}</span>
        </>
      ),
    })),
  ];
  const shown = useFitting(list, items.map(({ key }) => key).join('\n'), items.length);
  const rest = items.slice(shown);
  return (
    <ul ref={list} className="legend" aria-label={`Legend: ${props.title}`}>
      {props.entries.length === 0 ? <li className="quiet">{props.title}: nothing of it is in the picture.</li> : null}
      {items.slice(0, shown).map(({ key, content }) => (
        <li key={key}>{content}</li>
      ))}
      {rest.length === 0 ? null : (
        <li>
          <Rest count={rest.length}>
            {rest.map(({ key, content }) => (
              <li key={key}>{content}</li>
            ))}
          </Rest>
        </li>
      )}
    </ul>
  );
};

const Rest = (props: { readonly count: number; readonly children: ReactNode }): ReactNode => {
  const popup = useRef<HTMLDetailsElement>(null);
  useLightDismiss(popup);
  return (
    <details ref={popup} className="legend-rest">
      <summary>and {props.count} more</summary>
      <ul className="legend" aria-label="The rest of the legend">
        {props.children}
      </ul>
    </details>
  );
};

/** How many of the items fit into the rows, found by laying out all of them; found again for another width or other items. */
const useFitting = (list: { readonly current: HTMLUListElement | null }, key: string, count: number): number => {
  const [found, setFound] = useState({ key, width: 0, shown: count });
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.round(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);
  const known = found.key === key && found.width === width;
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || known) return;
    const tops = [...element.children].map((item) => (item as HTMLElement).offsetTop);
    const levels = [...new Set(tops)].sort((a, b) => a - b);
    const fit = tops.filter((top) => top <= (levels[rows - 1] ?? Infinity)).length;
    const extra = element.children.length - count;
    // The last that fits gives its room to the disclosure.
    setFound({ key, width, shown: fit >= element.children.length ? count : Math.max(1, fit - extra - 1) });
  }, [list, known, key, width, count]);
  return known ? found.shown : count;
};
