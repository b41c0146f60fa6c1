import type { Box } from '../scene.ts';
import type { Columns } from './columns.ts';
import type { Route } from './place.ts';
import type { Plan } from './plan.ts';

/**
 * The ways of the lines within a lane: out at the right of the one box, down or up beside the lane, and back in at the right of the other. Lines
 * whose ways would touch run on tracks of their own; a line with a plate runs through it.
 */
export const routeLoops = (
  plan: Plan,
  columns: Columns,
  boxById: ReadonlyMap<string, Box>,
): ReadonlyMap<string, Route> => {
  const routes = new Map<string, Route>();
  const badgeByEdge = new Map(plan.badges.map((badge) => [badge.edge, badge]));
  const used = new Map<string, number>();
  const tracks = new Map<number, { readonly top: number; readonly bottom: number }[][]>();
  for (const edge of plan.edges) {
    const column = plan.columnOf.get(edge.source) ?? 0;
    const source = boxById.get(edge.source);
    const target = boxById.get(edge.target);
    if (source === undefined || target === undefined || column !== plan.columnOf.get(edge.target)) continue;
    const down = target.y > source.y;
    const start = { x: source.x + source.width / 2, y: port(source, down, used, edge.source) };
    const end = { x: target.x + target.width / 2, y: port(target, !down, used, edge.target) };
    const plate = boxById.get(badgeByEdge.get(edge.id)?.id ?? '');
    const span = { top: Math.min(start.y, end.y), bottom: Math.max(start.y, end.y) };
    const x = plate?.x ?? (columns.loopLeft[column] ?? 0) + 14 + trackOf(tracks, column, span) * plan.sizes.loopStep;
    const through = plate === undefined ? [] : [{ x, y: plate.y }];
    routes.set(edge.id, { start, controls: [{ x, y: start.y }, ...through, { x, y: end.y }], end });
  }
  return routes;
};

const port = (box: Box, low: boolean, used: Map<string, number>, id: string): number => {
  const key = `${id}|${low}`;
  const before = used.get(key) ?? 0;
  used.set(key, before + 1);
  const inset = 8 + Math.min(before * 7, box.height / 2 - 10);
  return low ? box.y + box.height / 2 - inset : box.y - box.height / 2 + inset;
};

type Span = { readonly top: number; readonly bottom: number };

const trackOf = (tracks: Map<number, Span[][]>, column: number, span: Span): number => {
  const own = tracks.get(column) ?? [];
  tracks.set(column, own);
  const clear = own.findIndex((track) =>
    track.every((other) => span.bottom < other.top - 4 || other.bottom + 4 < span.top),
  );
  const index = clear === -1 ? own.length : clear;
  own[index] = [...(own[index] ?? []), span];
  return Math.min(index, 5);
};
