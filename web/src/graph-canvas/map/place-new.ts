import type { Point } from '../scene.ts';
import { createFreeSpace } from './free-space.ts';
import { mapSizes, type MapPlan, type PlannedBox } from './map-plan.ts';

/** Where boxes stand, by id: their centres. */
export type Places = ReadonlyMap<string, Point>;

const across = mapSizes.width + mapSizes.columnGap;

/**
 * Places for every box of the plan. Those that have a place keep it exactly; each other one is put near the boxes it is linked to: right of where it gets
 * something from, left of what gets something from it, on free ground. `near` says where a box came from that has no linked box yet, e.g. the group it was in.
 */
export const placeNew = (plan: MapPlan, fixed: Places, near: Places = new Map()): Places => {
  const space = createFreeSpace();
  const places = new Map<string, Point>();
  for (const box of plan.boxes) {
    const place = fixed.get(box.id);
    if (place === undefined) continue;
    places.set(box.id, place);
    space.take({ ...place, width: box.width, height: box.height });
  }
  const linked = neighboursOf(plan);
  const put = (box: PlannedBox, wanted: Point): void => {
    const place = space.nearest(wanted, box);
    places.set(box.id, place);
    space.take({ ...place, width: box.width, height: box.height });
  };
  let waiting = plan.boxes.filter((box) => !places.has(box.id));
  while (waiting.length > 0) {
    const next = waiting.filter(
      (box) => near.has(box.id) || (linked.get(box.id) ?? []).some((other) => places.has(other.id)),
    );
    if (next.length === 0) {
      // Nothing holds the rest: the first of them starts a new heap under what is there, and others may hang on it.
      const [first] = waiting;
      if (first !== undefined) put(first, underAll(places));
      waiting = waiting.slice(1);
      continue;
    }
    for (const box of next) {
      const others = (linked.get(box.id) ?? []).flatMap(({ id, side }) => {
        const place = places.get(id);
        return place === undefined ? [] : [{ x: place.x + side * across, y: place.y }];
      });
      put(box, near.get(box.id) ?? middleOf(others));
    }
    waiting = waiting.filter((box) => !places.has(box.id));
  }
  return places;
};

interface Neighbour {
  readonly id: string;
  /** 1: the box belongs right of this neighbour; -1: left of it. */
  readonly side: 1 | -1;
}

const neighboursOf = ({ links }: MapPlan): ReadonlyMap<string, readonly Neighbour[]> => {
  const found = new Map<string, Neighbour[]>();
  const add = (id: string, neighbour: Neighbour): void => {
    const known = found.get(id);
    if (known === undefined) found.set(id, [neighbour]);
    else known.push(neighbour);
  };
  for (const { source, target } of links) {
    if (source === target) continue;
    add(target, { id: source, side: 1 });
    add(source, { id: target, side: -1 });
  }
  return found;
};

const middleOf = (points: readonly Point[]): Point => ({
  x: points.reduce((total, point) => total + point.x, 0) / Math.max(1, points.length),
  y: points.reduce((total, point) => total + point.y, 0) / Math.max(1, points.length),
});

const underAll = (places: Places): Point => {
  if (places.size === 0) return { x: 0, y: 0 };
  let left = Infinity;
  let bottom = -Infinity;
  for (const { x, y } of places.values()) {
    left = Math.min(left, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: bottom + 100 };
};
