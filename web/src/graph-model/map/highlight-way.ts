import { mapId, type MapThing } from './map-picture.ts';
import type { MapView } from './map-view.ts';

/** The steps of a way as the API gives them. */
export interface WaySteps {
  readonly steps: readonly MapThing[];
}

/** The view, not yet folded, with what lies on the way made loud and the rest quiet. The view itself when there is no way. */
export const highlightWay = (view: MapView, way: WaySteps | undefined): MapView => {
  if (way === undefined) return view;
  const ids = way.steps.map(mapId);
  const boxes = new Set(ids);
  const pairs = new Set(ids.slice(1).map((id, index) => `${ids[index] ?? ''}>${id}`));
  return {
    boxes: view.boxes.map((box) => ({ ...box, emphasis: boxes.has(box.id) ? 'path' : 'dim' })),
    lines: view.lines.map((line) => ({
      ...line,
      emphasis: pairs.has(`${line.source}>${line.target}`) ? 'path' : 'dim',
    })),
  };
};

/** The things of a way that the view does not show, by view id. */
export const missingOf = (view: MapView, way: WaySteps): readonly string[] => {
  const shown = new Set(view.boxes.map((box) => box.id));
  return way.steps.map(mapId).filter((id) => !shown.has(id));
};
