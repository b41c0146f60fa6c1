import type { MapView } from './map-view.ts';

/**
 * The view with what is spoken of at full strength and the rest dimmed, never left out: boxes by their id or that of a thing folded into them, lines by theirs or that of a flow (`flow:…`),
 * with the boxes at their ends. The view itself where nothing of it is named. Pure.
 */
export const spotlightMap = (view: MapView, ids: readonly string[]): MapView => {
  const wanted = new Set(ids);
  const lines = new Set(
    view.lines
      .filter((line) => wanted.has(line.id) || line.flows.some((flow) => wanted.has(`flow:${flow.id}`)))
      .map((line) => line.id),
  );
  const boxes = new Set([
    ...view.boxes.filter((box) => wanted.has(box.id) || box.members.some((id) => wanted.has(id))).map((box) => box.id),
    ...view.lines.filter((line) => lines.has(line.id)).flatMap((line) => [line.source, line.target]),
  ]);
  if (boxes.size === 0) return view;
  return {
    boxes: view.boxes.map((box) => ({ ...box, emphasis: boxes.has(box.id) ? 'path' : 'dim' })),
    lines: view.lines.map((line) => ({ ...line, emphasis: lines.has(line.id) ? 'path' : 'dim' })),
  };
};
