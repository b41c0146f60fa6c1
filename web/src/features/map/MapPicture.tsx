import { useCallback, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Look } from '../../graph-canvas/map/create-map-canvas.ts';
import { beyondWords } from '../../graph-canvas/map/look-at.ts';
import { MapCanvas, type MapCanvasHandle } from '../../graph-canvas/map/MapCanvas.tsx';
import type { MapScene } from '../../graph-canvas/map/map-scene.ts';
import { Minimap, type MinimapFrame } from '../../graph-canvas/map/Minimap.tsx';
import type { Palette } from '../../graph-canvas/palette.ts';
import type { ShownPart } from '../../graph-canvas/shown-part.ts';
import { marksOf } from '../../graph-canvas/map/map-focus.ts';
import type { MapBox, MapLine, MapView } from '../../graph-model/map/map-view.ts';
import type { Point } from '../../graph-canvas/scene.ts';
import { PictureGuests } from '../../live/PictureGuests.tsx';
import { sentenceCase } from '../../graph-model/words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { placesOnMap } from './places-on-map.ts';

/** From so many boxes on the picture has a small one of all of it in its corner. */
const minimapFrom = 60;

/** The drawn map with its minimap, what of it is off the screen, and a line of words about what the pointer is on or what was done. */
export const MapPicture = (props: {
  readonly view: MapView;
  readonly scene: MapScene | undefined;
  readonly palette: Palette;
  /** Whether the picture is shown to a room. */
  readonly projector: boolean;
  readonly selected: ReadonlySet<string>;
  readonly lookKey: string;
  readonly look: Look | undefined;
  readonly middle: string | undefined;
  readonly handle: RefObject<MapCanvasHandle | null>;
  readonly onSelect: (id: string | undefined, add: boolean) => void;
  readonly onSelectMany: (ids: readonly string[]) => void;
  readonly onOpen: (id: string) => void;
  readonly onChip: (id: string, direction: 'IN' | 'OUT' | 'BOTH') => void;
  readonly onMove: (id: string, place: Point) => void;
  readonly onDrawn: () => void;
  /** Whether what is drawn is not yet that of the headline. */
  readonly drawing: boolean;
  /** What came of the last thing that was done, for the foot of the picture. */
  readonly told: string | undefined;
}): ReactNode => {
  const { view, scene, selected } = props;
  const [hovered, setHovered] = useState<string>();
  const frame = useRef<MinimapFrame>(undefined);
  const guests = useRef<(shown: ShownPart) => void>(undefined);
  const shown = useRef<ShownPart>(undefined);
  const lastShown = useCallback(() => shown.current, []);
  const marks = useMemo(
    () => marksOf(view, selected, hovered, scene?.large === true),
    [view, selected, hovered, scene],
  );
  const placeOf = useMemo(() => placesOnMap(view, scene), [view, scene]);
  const [beyond, setBeyond] = useState<string>();
  const words =
    hovered === undefined
      ? undefined
      : wordsOf(view.boxes.find(({ id }) => id === hovered) ?? view.lines.find(({ id }) => id === hovered));
  return (
    <div className="picture">
      {scene === undefined ? (
        <Notice kind="loading" title="Drawing the picture." />
      ) : (
        <MapCanvas
          scene={scene}
          palette={props.palette}
          projector={props.projector}
          marks={marks}
          lookKey={props.lookKey}
          look={props.look}
          middle={props.middle}
          handle={props.handle}
          onSelect={props.onSelect}
          onSelectMany={props.onSelectMany}
          onOpen={props.onOpen}
          onChip={(id, side) => props.onChip(id, side === 'MARKED' ? 'BOTH' : side)}
          onHover={setHovered}
          onMove={props.onMove}
          onShown={(now) => {
            shown.current = now;
            frame.current?.(now);
            guests.current?.(now);
            setBeyond(beyondWords(scene.boxes, now));
          }}
          onDrawn={props.onDrawn}
        />
      )}
      {scene === undefined ? null : (
        <PictureGuests picture="map" boxes={scene.boxes} placeOf={placeOf} frame={guests} shown={lastShown} />
      )}
      {scene !== undefined && scene.boxes.length > minimapFrom ? (
        <Minimap
          scene={scene}
          palette={props.palette}
          frame={frame}
          shown={lastShown}
          onMove={(place) => props.handle.current?.centre(place)}
        />
      ) : null}
      {beyond === undefined || scene === undefined ? null : (
        <button
          type="button"
          className="button map-beyond"
          title="Show the whole picture (0)"
          onClick={() => props.handle.current?.fit()}
        >
          More {beyond}
        </button>
      )}
      {words !== undefined ? (
        <p className="hover-words" aria-hidden="true">
          {words}
        </p>
      ) : props.told === undefined ? null : (
        <p className="hover-words map-told" aria-hidden="true">
          {props.told}
        </p>
      )}
      {props.drawing && scene !== undefined ? (
        <p className="map-drawing" aria-hidden="true">
          Drawing…
        </p>
      ) : null}
    </div>
  );
};

/** What is said of the box or line that the pointer is on, with the words of its sign. */
const wordsOf = (thing: MapBox | MapLine | undefined): string | undefined => {
  if (thing?.sign === undefined || thing.sign.shape.startsWith('tone:')) return thing?.sentence;
  return `${sentenceCase(thing.sign.words)}. ${thing.sentence}`;
};
