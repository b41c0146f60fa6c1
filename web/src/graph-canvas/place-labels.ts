import { piecesOf, pointOn } from './layout/spline.ts';
import { sizes } from './layout/sizes.ts';
import type { Box, Scene, SceneEdge, SceneLabel } from './scene.ts';
import { wrapLabel, type Measure } from './wrap-label.ts';

/**
 * The scene with the labels of the wanted lines, each where it covers no box, no plate and no other label. A line along which there is no such place
 * goes without; its words are in the outline and the inspector. Lines that already carry a plate need none.
 */
export const withLabels = (scene: Scene, wanted: ReadonlySet<string>, measure: Measure): Scene => {
  const plated = new Set(scene.badges.map((badge) => badge.edge));
  const taken: Box[] = [...scene.nodes, ...scene.badges];
  const labels: SceneLabel[] = [];
  for (const edge of scene.edges) {
    if (!wanted.has(edge.id) || edge.label === '' || plated.has(edge.id)) continue;
    const label = placeLabel(edge, taken, measure);
    if (label === undefined) continue;
    labels.push(label);
    taken.push(label);
  }
  return { ...scene, labels };
};

const placeLabel = (edge: SceneEdge, taken: readonly Box[], measure: Measure): SceneLabel | undefined => {
  const plain = (text: string): number => measure(text, false);
  for (const width of [150, 96]) {
    const lines = wrapLabel(edge.label, width, 2, plain);
    const size = { width: Math.ceil(Math.max(...lines.map(plain))) + 10, height: lines.length * sizes.line + 4 };
    for (const point of candidates(edge)) {
      const box = { ...size, ...point };
      if (!taken.some((other) => overlap(box, other))) return { ...box, id: `label:${edge.id}`, edge: edge.id, lines };
    }
  }
  return undefined;
};

/** Points along the line, from its middle outwards. */
const candidates = (edge: SceneEdge): readonly { x: number; y: number }[] => {
  const points = piecesOf(edge.start, edge.controls, edge.end).flatMap((piece) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].map((t) => pointOn(piece, t)),
  );
  const middle = (points.length - 1) / 2;
  return points
    .map((point, index) => ({ point, away: Math.abs(index - middle) }))
    .toSorted((a, b) => a.away - b.away)
    .map(({ point }) => point);
};

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + 3 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + 3;
