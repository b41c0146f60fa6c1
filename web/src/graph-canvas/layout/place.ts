import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Box, Point } from '../scene.ts';
import { columnsOf, type Columns } from './columns.ts';
import { readHeights, type Heights } from './heights.ts';
import { routeLoops } from './loops.ts';
import type { Plan } from './plan.ts';
import { controlsThrough, piecesOf, pointOn, type Stretch } from './spline.ts';

/** The way of one line. */
export interface Route {
  readonly start: Point;
  readonly controls: readonly Point[];
  readonly end: Point;
}

/** Where everything of a plan is: boxes and plates by id, lines by id, the lanes' left edges. */
export interface Placement {
  readonly width: number;
  readonly height: number;
  readonly columns: Columns;
  readonly boxById: ReadonlyMap<string, Box>;
  readonly routeById: ReadonlyMap<string, Route>;
}

/**
 * Places for all of the plan, from the heights the layout engine gave. Lanes stand at fixed distances, boxes of a lane exactly one above
 * the other; a box without a line stands at the foot of its lane.
 */
export const placePlan = (plan: Plan, laidOut: ElkNode): Placement => {
  const columns = columnsOf(plan);
  const heights = readHeights(plan, laidOut);
  const boxById = placeBoxes(plan, columns, heights);
  const routeById = new Map<string, Route>([
    ...routeEdges(plan, columns, heights, boxById),
    ...routeLoops(plan, columns, boxById),
  ]);
  const lowest = Math.max(0, ...[...boxById.values()].map((box) => box.y + box.height / 2), ...heights.crossings);
  return { width: columns.width, height: lowest + plan.sizes.lanePadding, columns, boxById, routeById };
};

const placeBoxes = (plan: Plan, columns: Columns, heights: Heights): ReadonlyMap<string, Box> => {
  const boxById = new Map<string, Box>();
  for (const node of plan.nodes) {
    const y = heights.yById.get(node.view.id);
    if (y === undefined) continue;
    const x = (columns.left[node.column] ?? 0) + node.width / 2;
    boxById.set(node.view.id, { x, y, width: node.width, height: node.height });
  }
  for (const badge of plan.badges) {
    const band = columns.badgeBand[badge.gap];
    const y = heights.yById.get(badge.id);
    if (band === undefined || y === undefined) continue;
    boxById.set(badge.id, { x: (band.left + band.right) / 2, y, width: badge.width, height: badge.height });
  }
  for (const node of plan.nodes) {
    if (boxById.has(node.view.id)) continue;
    const above = plan.nodes
      .filter((other) => other.column === node.column)
      .flatMap((other) => boxById.get(other.view.id) ?? []);
    const top = Math.max(
      plan.sizes.laneHeader + plan.sizes.lanePadding,
      ...above.map((box) => box.y + box.height / 2 + plan.sizes.nodeGap),
      ...(heights.crossingsByColumn.get(node.column) ?? []).map((y) => y + 14),
    );
    boxById.set(node.view.id, {
      x: (columns.left[node.column] ?? 0) + node.width / 2,
      y: top + node.height / 2,
      width: node.width,
      height: node.height,
    });
  }
  return boxById;
};

const routeEdges = (
  plan: Plan,
  columns: Columns,
  heights: Heights,
  boxById: ReadonlyMap<string, Box>,
): ReadonlyMap<string, Route> => {
  const routes = new Map<string, Route>();
  const plateByEdge = new Map(plan.badges.map((badge) => [badge.edge, badge]));
  const plates = plan.badges.flatMap((badge) => boxById.get(badge.id) ?? []);
  for (const edge of plan.edges) {
    const source = boxById.get(edge.source);
    const target = boxById.get(edge.target);
    const from = plan.columnOf.get(edge.source) ?? 0;
    const to = plan.columnOf.get(edge.target) ?? 0;
    if (source === undefined || target === undefined || from === to) continue;
    const side = from < to ? 1 : -1;
    const ends = heights.endsByEdge.get(edge.id);
    const start = { x: source.x + (side * source.width) / 2, y: (side > 0 ? ends?.left : ends?.right) ?? source.y };
    const end = { x: target.x - (side * target.width) / 2, y: (side > 0 ? ends?.right : ends?.left) ?? target.y };
    const crossed = heights.crossedByEdge.get(edge.id) ?? [];
    const plate = plateByEdge.get(edge.id);
    const stretches = crossed.flatMap(({ layer, y }): readonly (Stretch & { readonly needed: boolean })[] => {
      const band = columns.bandOf(layer);
      const own = plate !== undefined && layer === plate.gap * 2 + 1;
      return band === undefined ? [] : [{ ...band, y, needed: own || layer % 2 === 0 }];
    });
    const controls = shortestClear(start, side > 0 ? stretches : stretches.toReversed(), end, plates);
    routes.set(edge.id, { start, controls, end });
  }
  return routes;
};

/** The way with as few level stretches between the lanes as it takes to keep clear of the plates there: fewer make a gentler curve. */
const shortestClear = (
  start: Point,
  stretches: readonly (Stretch & { readonly needed: boolean })[],
  end: Point,
  plates: readonly Box[],
): readonly Point[] => {
  const gentle = controlsThrough(
    start,
    stretches.filter((stretch) => stretch.needed),
    end,
  );
  const own = stretches.filter((stretch) => stretch.needed);
  const inTheWay = plates.filter(
    (plate) => !own.some((stretch) => stretch.y === plate.y && stretch.left <= plate.x && plate.x <= stretch.right),
  );
  const touches = piecesOf(start, gentle, end).some((piece) =>
    [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1].some((t) => {
      const point = pointOn(piece, t);
      return inTheWay.some(
        (plate) =>
          Math.abs(point.x - plate.x) < plate.width / 2 + 8 && Math.abs(point.y - plate.y) < plate.height / 2 + 7,
      );
    }),
  );
  return touches ? controlsThrough(start, stretches, end) : gentle;
};
