import { useEffect, useImperativeHandle, useMemo, useRef, type ReactNode, type Ref } from 'react';
import type { Palette } from '../palette.ts';
import type { Point } from '../scene.ts';
import { createMapCanvas, type Look, type MapCanvasCore, type MapCanvasEvents } from './create-map-canvas.ts';
import { mapElements } from './map-elements.ts';
import type { MapScene } from './map-scene.ts';

/** What the canvas of the map can be asked to do. */
export interface MapCanvasHandle {
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  readonly panBy: (dx: number, dy: number) => void;
  readonly look: () => Look | undefined;
  readonly setLook: (look: Look) => void;
  readonly centre: (place: Point) => void;
  readonly reveal: (ids: readonly string[]) => void;
}

/**
 * The drawn map. It is hidden from assistive technology and takes no focus: the outline and the table say the same and can be worked by keyboard. With
 * a new `lookKey` it shows all of the picture once it is drawn, or what `look` says.
 */
export const MapCanvas = (
  props: MapCanvasEvents & {
    readonly scene: MapScene;
    readonly palette: Palette;
    readonly selected: ReadonlySet<string>;
    readonly told: ReadonlySet<string>;
    readonly lookKey: string;
    readonly look: Look | undefined;
    /** The box to begin with where all of the picture would be too small. */
    readonly middle: string | undefined;
    readonly handle: Ref<MapCanvasHandle>;
    readonly onDrawn: () => void;
  },
): ReactNode => {
  const { scene, palette, selected, told, lookKey } = props;
  const host = useRef<HTMLDivElement>(null);
  const core = useRef<MapCanvasCore>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const shownKey = useRef<string>(undefined);

  useEffect(() => {
    if (host.current === null) return undefined;
    core.current = createMapCanvas(host.current, latest.current.palette, () => latest.current);
    return () => {
      core.current?.destroy();
      core.current = undefined;
      shownKey.current = undefined;
    };
  }, []);
  useImperativeHandle(props.handle, () => ({
    fit: () => core.current?.fit(),
    zoomBy: (factor) => core.current?.zoomBy(factor),
    panBy: (dx, dy) => core.current?.panBy(dx, dy),
    look: () => core.current?.look(),
    setLook: (look) => core.current?.setLook(look),
    centre: (place) => core.current?.centre(place),
    reveal: (ids) => core.current?.reveal(ids),
  }));
  useEffect(() => core.current?.paint(palette), [palette]);

  const elements = useMemo(() => mapElements(scene, palette, selected, told), [scene, palette, selected, told]);
  useEffect(() => {
    const canvas = core.current;
    if (canvas === undefined) return;
    const look = (): void => {
      if (shownKey.current === lookKey || elements.length === 0) return;
      shownKey.current = lookKey;
      const wanted = latest.current.look;
      if (wanted === undefined) canvas.show(latest.current.middle);
      else canvas.setLook(wanted);
    };
    void canvas.draw(elements).then((whole) => {
      if (!whole) return;
      look();
      latest.current.onDrawn();
    });
  }, [elements, lookKey]);
  return <div ref={host} className="canvas" aria-hidden="true" />;
};
