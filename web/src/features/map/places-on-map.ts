import type { MapScene } from '../../graph-canvas/map/map-scene.ts';
import type { Box } from '../../graph-canvas/scene.ts';
import type { MapView } from '../../graph-model/map/map-view.ts';

/** Where on the map a selection is drawn: the box of a thing or of the group it is folded into, or the middle of a line. Pure. */
export const placesOnMap = (view: MapView, scene: MapScene | undefined): ((selected: string) => Box | undefined) => {
  const boxes = new Map((scene?.boxes ?? []).map((box) => [box.id, box]));
  const lines = new Map((scene?.lines ?? []).map((line) => [line.id, line]));
  const groupByMember = new Map(view.boxes.flatMap((box) => box.members.map((member) => [member, box.id] as const)));
  return (selected) => {
    const box = boxes.get(selected) ?? boxes.get(groupByMember.get(selected) ?? '');
    if (box !== undefined) return box;
    const line = lines.get(selected);
    const [from, to] = [boxes.get(line?.source ?? ''), boxes.get(line?.target ?? '')];
    if (from === undefined || to === undefined) return undefined;
    return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, width: 24, height: 24 };
  };
};
