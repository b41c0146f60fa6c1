import type { Box, Point } from './scene.ts';

/** The box whose edge is nearest to a point, or that holds it; the first of several. Undefined when there is none. Pure. */
export const nearestBox = <B extends Box>(boxes: readonly B[], { x, y }: Point): B | undefined => {
  let best: B | undefined;
  let least = Infinity;
  for (const box of boxes) {
    const dx = Math.max(0, Math.abs(x - box.x) - box.width / 2);
    const dy = Math.max(0, Math.abs(y - box.y) - box.height / 2);
    const distance = dx * dx + dy * dy;
    if (distance < least) {
      least = distance;
      best = box;
    }
  }
  return best;
};
