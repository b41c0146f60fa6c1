import { useEffect, useImperativeHandle, useMemo, useRef, type ReactNode, type Ref } from 'react';
import type { Palette } from '../palette.ts';
import type { Point } from '../scene.ts';
import { createMapCanvas, type Look, type MapCanvasCore, type MapCanvasEvents } from './create-map-canvas.ts';
import type { Marks } from './element-sync.ts';
import { beyondWords } from './look-at.ts';
import { mapElements } from './map-elements.ts';
import type { MapScene, MapSceneBox } from './map-scene.ts';

/** What the canvas of the map can be asked to do. */
export interface MapCanvasHandle {
  /** All of the picture, or of these boxes and lines, however small. */
  readonly fit: (ids?: readonly string[]) => void;
  /** The first look, as at a new picture. */
  readonly show: () => void;
  readonly zoomBy: (factor: number) => void;
  readonly panBy: (dx: number, dy: number) => void;
  readonly look: () => Look | undefined;
  readonly setLook: (look: Look) => void;
  readonly centre: (place: Point) => void;
  /** Brings boxes and lines on screen where they can be read, the first of them first. */
  readonly reveal: (ids: readonly string[]) => void;
  /** Whether all of these are on screen, at whatever size. */
  readonly isSeen: (ids: readonly string[]) => boolean;
}

/**
 * The drawn map. It is hidden from assistive technology and takes no focus: the outline and the table say the same and can be worked by keyboard. With
 * a new `lookKey` it shows all of the picture once it is drawn, or what `look` says.
 */
export const MapCanvas = (
  props: MapCanvasEvents & {
    readonly scene: MapScene;
    readonly palette: Palette;
    /** Whether the picture is shown to a room. */
    readonly projector: boolean;
    readonly marks: Marks;
    readonly lookKey: string;
    readonly look: Look | undefined;
    /** The box to begin with where all of the picture would be too small; the one with the most lines when undefined. */
    readonly middle: string | undefined;
    readonly handle: Ref<MapCanvasHandle>;
    readonly onDrawn: () => void;
  },
): ReactNode => {
  const { scene, palette, marks, lookKey, projector } = props;
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
    fit: (ids) =>
      core.current?.fit(ids === undefined ? latest.current.scene.boxes : boxesOf(latest.current.scene, ids)),
    show: () => showFirst(core.current, latest.current.scene, latest.current.middle),
    zoomBy: (factor) => core.current?.zoomBy(factor),
    panBy: (dx, dy) => core.current?.panBy(dx, dy),
    look: () => core.current?.look(),
    setLook: (look) => core.current?.setLook(look),
    centre: (place) => core.current?.centre(place),
    reveal: (ids) => core.current?.reveal(boxesOf(latest.current.scene, ids)),
    isSeen: (ids) => {
      const now = core.current?.shown();
      return now !== undefined && beyondWords(boxesOf(latest.current.scene, ids), now) === undefined;
    },
  }));
  useEffect(() => core.current?.paint(palette), [palette]);

  useEffect(() => core.current?.setProjector(projector), [projector]);

  const elements = useMemo(() => mapElements(scene, palette), [scene, palette]);
  useEffect(() => {
    const canvas = core.current;
    if (canvas === undefined) return;
    // The look is found before anything is drawn, so that nothing has to be drawn twice.
    if (shownKey.current !== lookKey && scene.boxes.length > 0) {
      shownKey.current = lookKey;
      const { look, middle } = latest.current;
      if (look === undefined) showFirst(canvas, scene, middle);
      else canvas.setLook(look);
    }
    void canvas.draw(elements, scene.large).then((whole) => {
      if (whole) latest.current.onDrawn();
    });
  }, [elements, scene, lookKey]);
  useEffect(() => core.current?.mark(marks), [marks]);
  return <div ref={host} className="canvas" aria-hidden="true" />;
};

const showFirst = (canvas: MapCanvasCore | undefined, scene: MapScene, middle: string | undefined): void =>
  canvas?.show(scene.boxes, scene.boxes.find(({ id }) => id === middle) ?? busiest(scene));

/** The box with the most lines. */
const busiest = ({ boxes, lines }: MapScene): MapSceneBox | undefined => {
  const degree = new Map<string, number>();
  for (const { source, target } of lines) for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1);
  return boxes.reduce<MapSceneBox | undefined>(
    (best, box) => (best === undefined || (degree.get(box.id) ?? 0) > (degree.get(best.id) ?? 0) ? box : best),
    undefined,
  );
};

/** The boxes of these ids, and those at the ends of the lines of these ids, in their order. */
const boxesOf = ({ boxes, lines }: MapScene, ids: readonly string[]): readonly MapSceneBox[] => {
  const boxById = new Map(boxes.map((box) => [box.id, box]));
  const lineById = new Map(lines.map((line) => [line.id, line]));
  return ids.flatMap((id) => {
    const line = lineById.get(id);
    const ends = line === undefined ? [id] : [line.source, line.target];
    return ends.flatMap((end) => boxById.get(end) ?? []);
  });
};
