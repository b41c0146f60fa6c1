import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Sizes } from '../../graph-canvas/layout/sizes.ts';
import { beyondWords } from '../../graph-canvas/map/look-at.ts';
import type { Palette } from '../../graph-canvas/palette.ts';
import type { ShownPart } from '../../graph-canvas/shown-part.ts';
import { TraceFrame } from '../../graph-canvas/TraceFrame.tsx';
import { useDrawnTrace, type Drawn } from '../../graph-canvas/use-drawn-trace.ts';
import type { Measure } from '../../graph-canvas/wrap-label.ts';
import { ZoomButtons } from '../../graph-canvas/ZoomButtons.tsx';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { PictureGuests } from '../../live/PictureGuests.tsx';
import { LaneStrip } from './LaneStrip.tsx';
import { placesIn } from './places-in.ts';

/** The drawn answer with its zoom buttons, and what else lies over it: the titles of the lanes in a room, and the others' pointers. */
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
  const { view, selected, spoken, measure, sizes, onDrawn } = props;
  const inRoom = sizes.leastZoom >= 1;
  const [beyond, setBeyond] = useState<string>();
  /** What is on screen where the type is that of a room: there one sees a part only, and the titles of the lanes go along. */
  const [roomPart, setRoomPart] = useState<ShownPart>();
  const guests = useRef<(shown: ShownPart) => void>(undefined);
  const shown = useRef<ShownPart>(undefined);
  const lastShown = useCallback(() => shown.current, []);
  const labelled = useCallback(
    (hovered: string | undefined) => labelledLines(view, selected, hovered),
    [view, selected],
  );
  const drawn = useDrawnTrace({ view, measure, sizes, labelledLines: labelled, onDrawn });
  const { scene } = drawn;
  const looked = useMemo(
    () => (spoken.length > 0 ? spoken : selected === undefined ? [] : [selected]),
    [spoken, selected],
  );
  const placeOf = useMemo(() => placesIn(view, scene), [view, scene]);
  return (
    <>
      <TraceFrame
        drawn={drawn}
        palette={props.palette}
        looked={looked}
        fitKey={props.fitKey}
        coming="Drawing the picture."
        instead="The outline on the left and the table say the same."
        onSelect={props.onSelect}
        onShown={(now, { nodes }) => {
          shown.current = now;
          guests.current?.(now);
          setBeyond(beyondWords(nodes, now));
          setRoomPart(inRoom ? now : undefined);
        }}
      >
        {roomPart === undefined || scene === undefined ? null : <LaneStrip scene={scene} shown={roomPart} />}
        {scene === undefined ? null : (
          <PictureGuests
            // Words of another size have the same boxes elsewhere.
            picture={`trace|${scene.sizes.type}|${props.fitKey}`}
            boxes={scene.nodes}
            placeOf={placeOf}
            frame={guests}
            shown={lastShown}
          />
        )}
      </TraceFrame>
      {props.legend}
      {props.bar === null
        ? null
        : createPortal(<ZoomButtons drawn={drawn} beyond={inRoom ? beyond : undefined} />, props.bar)}
    </>
  );
};

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
