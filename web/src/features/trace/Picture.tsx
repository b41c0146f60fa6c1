import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { GraphCanvas } from '../../graph-canvas/GraphCanvas.tsx';
import type { Sizes } from '../../graph-canvas/layout/sizes.ts';
import { beyondWords } from '../../graph-canvas/map/look-at.ts';
import type { Palette } from '../../graph-canvas/palette.ts';
import type { Scene } from '../../graph-canvas/scene.ts';
import type { ShownPart } from '../../graph-canvas/shown-part.ts';
import type { CanvasHandle } from '../../graph-canvas/use-cytoscape.ts';
import { useScene } from '../../graph-canvas/use-scene.ts';
import type { Measure } from '../../graph-canvas/wrap-label.ts';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { PictureGuests } from '../../live/PictureGuests.tsx';
import { isTyping } from '../../ui/key-help.ts';
import { Notice } from '../../ui/Notice.tsx';
import { LaneStrip } from './LaneStrip.tsx';
import { placesIn } from './places-in.ts';

/** A view and the picture of exactly that view. */
export interface Drawn {
  readonly view: TraceView;
  readonly scene: Scene;
}

/** The drawn answer with its zoom buttons and a line of words about what the pointer is on. */
export const Picture = (props: {
  readonly view: TraceView;
  readonly selected: string | undefined;
  /** What is spoken of by a presenter, what matters most first: the first is ringed, all are brought on screen. */
  readonly spoken: readonly string[];
  readonly palette: Palette;
  readonly measure: Measure;
  readonly sizes: Sizes;
  readonly fitKey: string;
  readonly legend: ReactNode;
  /** Where the buttons that move the look stand: not on the picture, where they would cover it. */
  readonly bar: HTMLElement | null;
  readonly onSelect: (id: string | undefined) => void;
  readonly onDrawn: (drawn: Drawn | undefined) => void;
}): ReactNode => {
  const { view, selected, onDrawn } = props;
  const frame = useRef<HTMLDivElement>(null);
  const handle = useRef<CanvasHandle>(null);
  const [shape, setShape] = useState({ width: 0, height: 0 });
  const [hovered, setHovered] = useState<string>();
  const [moreBelow, setMoreBelow] = useState(false);
  const [beyond, setBeyond] = useState<string>();
  /** What is on screen where the type is that of a room: there one sees a part only, and the titles of the lanes go along. */
  const [roomPart, setRoomPart] = useState<ShownPart>();

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setShape({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const guests = useRef<(shown: ShownPart) => void>(undefined);
  const shown = useRef<ShownPart>(undefined);
  const lastShown = useCallback(() => shown.current, []);
  const labelled = useMemo(() => labelledLines(view, selected, hovered), [view, selected, hovered]);
  const { spoken } = props;
  const looked = useMemo(
    () => (spoken.length > 0 ? spoken : selected === undefined ? [] : [selected]),
    [spoken, selected],
  );
  const marked = useMemo(() => new Set(looked.slice(0, 1)), [looked]);
  const { scene, settled, failed } = useScene(view, labelled, props.measure, props.sizes, shape);
  useEffect(
    () => onDrawn(settled && scene !== undefined ? { view, scene } : undefined),
    [settled, scene, view, onDrawn],
  );
  const placeOf = useMemo(() => placesIn(view, scene), [view, scene]);
  useShortcuts(handle);
  const words = wordsOf(view, hovered);
  const zoom = useCallback((factor: number) => () => handle.current?.zoomBy(factor), []);

  const buttons = (
    <div className="zoom" role="group" aria-label="Look at the picture">
      {beyond === undefined || props.sizes.leastZoom < 1 ? null : <p className="beyond">More {beyond}</p>}
      <button
        type="button"
        className="button more-below"
        disabled={!moreBelow}
        onClick={() => handle.current?.panDown()}
      >
        More below ↓
      </button>
      <button type="button" className="button" onClick={zoom(1.25)} aria-label="Zoom in" title="Zoom in (+)">
        +
      </button>
      <button type="button" className="button" onClick={zoom(0.8)} aria-label="Zoom out" title="Zoom out (-)">
        −
      </button>
      <button type="button" className="button" onClick={() => handle.current?.fit()} title="Show the whole picture (0)">
        Fit
      </button>
    </div>
  );

  return (
    <>
      <div className="picture" ref={frame}>
        {failed ? (
          <Notice kind="failed" title="The picture could not be laid out.">
            The outline on the left and the table say the same.
          </Notice>
        ) : scene === undefined ? (
          <Notice kind="loading" title="Drawing the picture." />
        ) : (
          <>
            <GraphCanvas
              scene={scene}
              palette={props.palette}
              selected={marked}
              looked={looked}
              fitKey={props.fitKey}
              onSelect={props.onSelect}
              onHover={setHovered}
              onShown={(now) => {
                shown.current = now;
                guests.current?.(now);
                setMoreBelow(isMoreBelow(scene, now));
                setBeyond(beyondWords(scene.nodes, now));
                setRoomPart(props.sizes.leastZoom < 1 ? undefined : now);
              }}
              handle={handle}
            />
            {roomPart === undefined ? null : <LaneStrip scene={scene} shown={roomPart} />}
            <PictureGuests
              // Words of another size have the same boxes elsewhere.
              picture={`trace|${scene.sizes.type}|${props.fitKey}`}
              boxes={scene.nodes}
              placeOf={placeOf}
              frame={guests}
              shown={lastShown}
            />
          </>
        )}
        {words === undefined ? null : (
          <p className="hover-words" aria-hidden="true">
            {words}
          </p>
        )}
      </div>
      {props.legend}
      {props.bar === null ? null : createPortal(buttons, props.bar)}
    </>
  );
};

/** Whether more of the picture than its margin is out of sight below. */
const isMoreBelow = (scene: Scene, shown: ShownPart): boolean => shown.top + shown.height < scene.height - 30;

/** The lines whose words are wanted: those on the chosen path, and those at what is selected or under the pointer. */
const labelledLines = (
  view: TraceView,
  selected: string | undefined,
  hovered: string | undefined,
): ReadonlySet<string> =>
  new Set(
    view.edges
      .filter(
        (edge) =>
          edge.emphasis === 'path' ||
          [selected, hovered].some(
            (id) =>
              id !== undefined &&
              (id === edge.id || (edge.kind === 'flow' && (id === edge.source || id === edge.target))),
          ),
      )
      .map((edge) => edge.id),
  );

const wordsOf = (view: TraceView, hovered: string | undefined): string | undefined =>
  hovered === undefined
    ? undefined
    : (view.nodes.find((node) => node.id === hovered)?.sentence ??
      view.edges.find((edge) => edge.id === hovered)?.sentence);

/** `+`, `-` and `0` zoom wherever the focus is, except where one types. */
const useShortcuts = (handle: { readonly current: CanvasHandle | null }): void => {
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
