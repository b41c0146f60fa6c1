import { mapId, type MapThing } from './map-picture.ts';
import type { MapView } from './map-view.ts';

/** The steps of a way as the API gives them. */
export interface WaySteps {
  readonly steps: readonly MapThing[];
  /** The ids of the flows it runs by; of several between two things, this one is told. */
  readonly flows: readonly string[];
}

/** The view, not yet folded, with what lies on the way made loud and the rest quiet. The view itself when there is no way. */
export const highlightWay = (view: MapView, way: WaySteps | undefined): MapView => {
  if (way === undefined) return view;
  const ids = way.steps.map(mapId);
  const boxes = new Set(ids);
  const flows = new Set(way.flows);
  const pairs = new Set(ids.slice(1).map((id, index) => `${ids[index] ?? ''}>${id}`));
  return {
    boxes: view.boxes.map((box) => ({ ...box, emphasis: boxes.has(box.id) ? 'path' : 'dim' })),
    lines: view.lines.map((line) => {
      if (!pairs.has(`${line.source}>${line.target}`)) return { ...line, emphasis: 'dim' };
      const flow = line.flows.length > 1 ? line.flows.find(({ id }) => flows.has(id)) : undefined;
      return { ...line, label: flow?.name ?? line.label, emphasis: 'path' };
    }),
  };
};
