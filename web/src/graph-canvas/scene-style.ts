import type { Point, SceneEdge, SceneNode } from './scene.ts';

/**
 * How much of its colour the frame and the sign of a box off the chosen path keep: at least 3:1 for the signs. Its words keep all of the quiet colour, which
 * clears 4.5:1.
 */
export const dimOpacity = 0.75;

/** The same for a line, which has no words to read. */
export const dimLine = 0.3;

/** The width of a line in pixels. */
export const widthOf = (edge: SceneEdge): number => {
  const base = edge.weight === 'strong' ? 4 : edge.weight === 'thin' ? 1.25 : 2;
  return edge.emphasis === 'path' ? base + 1.5 : base;
};

/** Where the glyph of a box stands: its upper right corner. */
export const cornerOf = (node: SceneNode): Point => ({
  x: node.x + node.width / 2 - 6,
  y: node.y - node.height / 2 + 1,
});
