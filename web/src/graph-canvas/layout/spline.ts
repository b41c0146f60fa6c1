import type { Point } from '../scene.ts';

/** A stretch that a line crosses at one height: the width of a lane, or of the plates between two. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const ease = 0.46;

/**
 * The control points of a line that leaves `start` level, crosses each stretch level, and arrives at `end` level. Works in both
 * directions; stretches are in the order they are crossed.
 */
export const controlsThrough = (start: Point, stretches: readonly Stretch[], end: Point): readonly Point[] => {
  const forward = start.x <= end.x;
  const controls: Point[] = [];
  let from = start;
  for (const stretch of stretches) {
    const near = { x: forward ? stretch.left : stretch.right, y: stretch.y };
    const far = { x: forward ? stretch.right : stretch.left, y: stretch.y };
    controls.push(...bend(from, near), near, far);
    from = far;
  }
  return [...controls, ...bend(from, end)];
};

const bend = (from: Point, to: Point): readonly Point[] => {
  const reach = (to.x - from.x) * ease;
  return [
    { x: from.x + reach, y: from.y },
    { x: to.x - reach, y: to.y },
  ];
};

/** One quadratic piece of a line. */
export interface Piece {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
}

/** The quadratic pieces of a line; one straight piece where it has no control point. */
export const piecesOf = (start: Point, controls: readonly Point[], end: Point): readonly Piece[] => {
  if (controls.length === 0) return [{ from: start, control: middle(start, end), to: end }];
  const pieces: Piece[] = [];
  let from = start;
  controls.forEach((control, index) => {
    const next = controls[index + 1];
    const to = next === undefined ? end : middle(control, next);
    pieces.push({ from, control, to });
    from = to;
  });
  return pieces;
};

/** The point of a piece at `t`, 0 to 1. */
export const pointOn = ({ from, control, to }: Piece, t: number): Point => {
  const u = 1 - t;
  return {
    x: u * u * from.x + 2 * u * t * control.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * control.y + t * t * to.y,
  };
};

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
