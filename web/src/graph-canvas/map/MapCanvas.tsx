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

  const elements = useMemo(() => mapElements(scene, palette), [scene, palette]);
  useEffect(() => {
    const canvas = core.current;
    if (canvas === undefined) return;
    // The look is found before anything is drawn, so that nothing has to be drawn twice.
    if (shownKey.current !== lookKey && scene.boxes.length > 0) {
      shownKey.current = lookKey;
      const { look, middle } = latest.current;
      if (look === undefined)
        canvas.show(
          scene.boxes,
          scene.boxes.find(({ id }) => id === middle),
        );
      else canvas.setLook(look);
    }
    void canvas.draw(elements, scene.large).then((whole) => {
      if (whole) latest.current.onDrawn();
    });
  }, [elements, scene, lookKey]);
  useEffect(() => core.current?.mark(selected, told), [selected, told]);
  return <div ref={host} className="canvas" aria-hidden="true" />;
};
