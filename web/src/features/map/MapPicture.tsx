import { useCallback, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Look, Shown } from '../../graph-canvas/map/create-map-canvas.ts';
import { MapCanvas, type MapCanvasHandle } from '../../graph-canvas/map/MapCanvas.tsx';
import type { MapScene } from '../../graph-canvas/map/map-scene.ts';
import { Minimap, type MinimapFrame } from '../../graph-canvas/map/Minimap.tsx';
import type { Palette } from '../../graph-canvas/palette.ts';
import type { MapView } from '../../graph-model/map/map-view.ts';
import type { Point } from '../../graph-canvas/scene.ts';
import { Notice } from '../../ui/Notice.tsx';

/** From so many boxes on the picture has a small one of all of it in its corner. */
const minimapFrom = 60;

/** The words of so many lines fit around a box; of more none are shown, but on the line itself. */
const mostTold = 12;

/** The drawn map with its minimap and a line of words about what the pointer is on. */
export const MapPicture = (props: {
  readonly view: MapView;
  readonly scene: MapScene | undefined;
  readonly palette: Palette;
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
}): ReactNode => {
  const { view, scene, selected } = props;
  const [hovered, setHovered] = useState<string>();
  const frame = useRef<MinimapFrame>(undefined);
  const shown = useRef<Shown>(undefined);
  const lastShown = useCallback(() => shown.current, []);
  const told = useMemo(() => {
    const looked = new Set([...selected, ...(hovered === undefined ? [] : [hovered])]);
    if (looked.size === 0) return new Set<string>();
    // On a large picture only the line itself speaks: a box may have hundreds.
    if (scene?.large === true) return looked;
    const around = view.lines.filter((line) => looked.has(line.source) || looked.has(line.target));
    return new Set([...looked, ...(around.length > mostTold ? [] : around.map((line) => line.id))]);
  }, [view, selected, hovered, scene?.large]);
  const words =
    hovered === undefined
      ? undefined
      : (view.boxes.find((box) => box.id === hovered)?.sentence ??
        view.lines.find((line) => line.id === hovered)?.sentence);
  return (
    <div className="picture">
      {scene === undefined ? (
        <Notice kind="loading" title="Drawing the picture." />
      ) : (
        <MapCanvas
          scene={scene}
          palette={props.palette}
          selected={selected}
          told={told}
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
          }}
          onDrawn={props.onDrawn}
        />
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
      {words === undefined ? null : (
        <p className="hover-words" aria-hidden="true">
          {words}
        </p>
      )}
    </div>
  );
};
