import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { GraphCanvas } from '../../graph-canvas/GraphCanvas.tsx';
import type { Sizes } from '../../graph-canvas/layout/sizes.ts';
import type { Palette } from '../../graph-canvas/palette.ts';
import type { Scene } from '../../graph-canvas/scene.ts';
import type { CanvasHandle } from '../../graph-canvas/use-cytoscape.ts';
import { useScene } from '../../graph-canvas/use-scene.ts';
import type { Measure } from '../../graph-canvas/wrap-label.ts';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { isTyping } from '../../ui/key-help.ts';
import { Notice } from '../../ui/Notice.tsx';

/** A view and the picture of exactly that view. */
export interface Drawn {
  readonly view: TraceView;
  readonly scene: Scene;
}

/** The drawn trace of a class with its zoom buttons. Lines that differ have their words on them. */
export const DifferencePicture = (props: {
  readonly view: TraceView;
  readonly selected: string | undefined;
  readonly palette: Palette;
  readonly measure: Measure;
  readonly sizes: Sizes;
  readonly fitKey: string;
  readonly onSelect: (id: string | undefined) => void;
  readonly onDrawn: (drawn: Drawn | undefined) => void;
}): ReactNode => {
  const { view, selected, onDrawn } = props;
  const frame = useRef<HTMLDivElement>(null);
  const handle = useRef<CanvasHandle>(null);
  const [shape, setShape] = useState({ width: 0, height: 0 });
  const [hovered, setHovered] = useState<string>();
  const [moreBelow, setMoreBelow] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setShape({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const labelled = useMemo(
    () =>
      new Set(
        view.edges
          .filter(({ id, emphasis }) => emphasis === 'path' || id === selected || id === hovered)
          .map(({ id }) => id),
      ),
    [view, selected, hovered],
  );
  const { scene, settled, failed } = useScene(view, labelled, props.measure, props.sizes, shape);
  useEffect(
    () => onDrawn(settled && scene !== undefined ? { view, scene } : undefined),
    [settled, scene, view, onDrawn],
  );
  const looked = useMemo(() => (selected === undefined ? [] : [selected]), [selected]);
  const marked = useMemo(() => new Set(looked), [looked]);
  useZoomKeys(handle);
  const words =
    view.nodes.find(({ id }) => id === hovered)?.sentence ?? view.edges.find(({ id }) => id === hovered)?.sentence;
  const zoom = (label: string, title: string, sign: string, run: () => void): ReactNode => (
    <button type="button" className="button" aria-label={label} title={title} onClick={run}>
      {sign}
    </button>
  );
  return (
    <div className="what-if-canvas">
      <div className="zoom" role="group" aria-label="Look at the picture">
        <button
          type="button"
          className="button more-below"
          disabled={!moreBelow}
          onClick={() => handle.current?.panDown()}
        >
          More below ↓
        </button>
        {zoom('Zoom in', 'Zoom in (+)', '+', () => handle.current?.zoomBy(1.25))}
        {zoom('Zoom out', 'Zoom out (-)', '−', () => handle.current?.zoomBy(0.8))}
        {zoom('Show all of it', 'Show all of it (0)', 'Fit', () => handle.current?.fit())}
      </div>
      <div ref={frame} className="picture" data-drawn={settled ? 'yes' : 'no'}>
        {failed ? (
          <Notice kind="failed" title="The picture could not be laid out.">
            The table says the same.
          </Notice>
        ) : scene === undefined ? (
          <Notice kind="loading" title="Laying out the picture." />
        ) : (
          <GraphCanvas
            scene={scene}
            palette={props.palette}
            selected={marked}
            looked={looked}
            fitKey={props.fitKey}
            onSelect={props.onSelect}
            onHover={setHovered}
            onShown={({ top, height }) => setMoreBelow(top + height < scene.height - 30)}
            handle={handle}
          />
        )}
        {words === undefined ? null : (
          <p className="hover-words" aria-hidden="true">
            {words}
          </p>
        )}
      </div>
    </div>
  );
};

/** `+`, `-` and `0` zoom wherever the focus is, except where one types. */
const useZoomKeys = (handle: { readonly current: CanvasHandle | null }): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === '+' || event.key === '=') handle.current?.zoomBy(1.25);
      else if (event.key === '-') handle.current?.zoomBy(0.8);
      else if (event.key === '0') handle.current?.fit();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [handle]);
};
