import type { Point } from '../scene.ts';
import { mapSizes, type MapPlan, type PlannedBox } from './map-plan.ts';
import type { Places } from './place-new.ts';

const across = mapSizes.width + mapSizes.columnGap;
const sweeps = 6;
/** How much wider than tall a picture is made. */
const shape = 1.7;

/**
 * A layout that costs a few milliseconds for thousands of boxes: lanes left to right, each as many columns as make the whole a little wider than tall, boxes in
 * the order that their neighbours in other lanes suggest. The same plan gets the same places each time.
 */
export const layOutLanes = (plan: MapPlan): Places => {
  const lanes = [...new Set(plan.boxes.map((box) => box.column))]
    .sort((a, b) => a - b)
    .map((column) => plan.boxes.filter((box) => box.column === column));
  const ordered = orderLanes(lanes, plan);
  const rowHeight = 2.6 * mapSizes.line + 2 * mapSizes.padding + mapSizes.gap;
  const rows = Math.max(8, Math.ceil(Math.sqrt((plan.boxes.length * across) / (shape * rowHeight))));
  return stack(ordered.flatMap((lane) => inColumns(lane, rows)));
};

/** The boxes in as few columns of at most so many rows as it takes, each about as tall as the others. */
export const inColumns = (boxes: readonly PlannedBox[], rows: number): readonly (readonly PlannedBox[])[] => {
  const count = Math.ceil(boxes.length / rows);
  const each = Math.ceil(boxes.length / Math.max(1, count));
  return Array.from({ length: count }, (_, at) => boxes.slice(at * each, (at + 1) * each));
};

/** Boxes in columns, each column centred on the same height. */
export const stack = (columns: readonly (readonly PlannedBox[])[]): Places => {
  const places = new Map<string, Point>();
  columns.forEach((column, index) => {
    const height = column.reduce((total, box) => total + box.height + mapSizes.gap, -mapSizes.gap);
    let y = -height / 2;
    for (const box of column) {
      places.set(box.id, { x: index * across, y: Math.round(y + box.height / 2) });
      y += box.height + mapSizes.gap;
    }
  });
  return places;
};

/** Sorts each lane by the middle of its neighbours' ranks in the other lanes, forth and back. */
const orderLanes = (lanes: readonly (readonly PlannedBox[])[], plan: MapPlan): readonly (readonly PlannedBox[])[] => {
  const neighbours = new Map<string, string[]>();
  const add = (id: string, other: string): void => {
    const known = neighbours.get(id);
    if (known === undefined) neighbours.set(id, [other]);
    else known.push(other);
  };
  for (const { source, target } of plan.links) {
    add(source, target);
    add(target, source);
  }
  const rank = new Map<string, number>();
  let current = lanes.map((lane) => [...lane]);
  const note = (lane: readonly PlannedBox[]): void =>
    lane.forEach((box, index) => rank.set(box.id, (index + 0.5) / lane.length));
  current.forEach(note);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const order = current.map((_, index) => (sweep % 2 === 0 ? index : current.length - 1 - index));
    for (const index of order) {
      const lane = current[index] ?? [];
      const wanted = new Map(
        lane.map((box) => {
          const ranks = (neighbours.get(box.id) ?? []).map((id) => rank.get(id) ?? 0.5);
          const own = rank.get(box.id) ?? 0.5;
          return [box.id, ranks.length === 0 ? own : ranks.reduce((total, each) => total + each, 0) / ranks.length];
        }),
      );
      const sorted = lane.toSorted((a, b) => (wanted.get(a.id) ?? 0) - (wanted.get(b.id) ?? 0));
      note(sorted);
      current = current.map((each, at) => (at === index ? sorted : each));
    }
  }
  return current;
};
