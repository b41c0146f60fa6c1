import { piecesOf, pointOn } from './layout/spline.ts';
import type { Sizes } from './layout/sizes.ts';
import type { Box, Point, Scene, SceneEdge, SceneLabel } from './scene.ts';
import { wrapLabel, type Measure } from './wrap-label.ts';

/**
 * The scene with the labels of the wanted lines, each where it covers no box, no plate and no other label, and as little of the other wanted lines as
 * may be. A line along which there is no such place goes without; its words are in the outline and the inspector. Lines that
 * already carry a plate need none.
 */
export const withLabels = (scene: Scene, wanted: ReadonlySet<string>, measure: Measure): Scene => {
  if (wanted.size === 0) return scene;
  const plated = new Set(scene.badges.map((badge) => badge.edge));
  const taken: Box[] = [...scene.nodes, ...scene.badges];
  const shown = scene.edges.filter((edge) => wanted.has(edge.id));
  const pointsById = new Map(shown.map((edge) => [edge.id, pointsAlong(edge)]));
  const labels: SceneLabel[] = [];
  for (const edge of shown) {
    if (edge.label === '' || plated.has(edge.id)) continue;
    const others = [...pointsById].flatMap(([id, points]) => (id === edge.id ? [] : points));
    const label = placeLabel(edge, pointsById.get(edge.id) ?? [], others, taken, measure, scene.sizes);
    if (label === undefined) continue;
    labels.push(label);
    taken.push(label);
  }
  return { ...scene, labels };
};

const placeLabel = (
  edge: SceneEdge,
  along: readonly Point[],
  others: readonly Point[],
  taken: readonly Box[],
  measure: Measure,
  sizes: Sizes,
): SceneLabel | undefined => {
  const plain = (text: string): number => measure(text, false);
  for (const width of sizes.labelWidths) {
    const lines = wrapLabel(edge.label, width, 2, plain);
    const size = { width: Math.ceil(Math.max(...lines.map(plain))) + 10, height: lines.length * sizes.line + 4 };
    const places = middleFirst(along)
      .map((point) => ({ ...size, ...point }))
      .filter((box) => !taken.some((other) => overlap(box, other)))
      .map((box) => ({ box, covered: others.filter((point) => inside(point, box)).length }));
    const least = Math.min(...places.map((place) => place.covered));
    const best = places.find((place) => place.covered === least);
    if (best !== undefined) return { ...best.box, id: `label:${edge.id}`, edge: edge.id, lines };
  }
  return undefined;
};

const pointsAlong = (edge: SceneEdge): readonly Point[] =>
  piecesOf(edge.start, edge.controls, edge.end).flatMap((piece) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].map((t) => pointOn(piece, t)),
  );

const middleFirst = (points: readonly Point[]): readonly Point[] => {
  const middle = (points.length - 1) / 2;
  return points
    .map((point, index) => ({ point, away: Math.abs(index - middle) }))
    .toSorted((a, b) => a.away - b.away)
    .map(({ point }) => point);
};

const inside = (point: Point, box: Box): boolean =>
  Math.abs(point.x - box.x) < box.width / 2 && Math.abs(point.y - box.y) < box.height / 2;

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + 3 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + 3;
