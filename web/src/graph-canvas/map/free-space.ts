import type { Box, Point } from '../scene.ts';
import { mapSizes } from './map-plan.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const cell = 240;
const step = { x: mapSizes.width + mapSizes.columnGap, y: 26 };
const reach = { columns: 7, rows: 70 };

/** The steps from a wanted place to try, nearest first; sideways is farther than up and down, so that columns stay columns. */
const offsets: readonly Point[] = ((): readonly Point[] => {
  const found: { x: number; y: number; cost: number }[] = [];
  for (let column = -reach.columns; column <= reach.columns; column += 1) {
    for (let row = -reach.rows; row <= reach.rows; row += 1) {
      const x = column * step.x;
      const y = row * step.y;
      found.push({ x, y, cost: Math.abs(y) + 1.3 * Math.abs(x) + (row < 0 ? 0.5 : 0) + (column < 0 ? 0.25 : 0) });
    }
  }
  return found.sort((a, b) => a.cost - b.cost);
})();

/** Where boxes stand, so that others find room beside them. */
export interface FreeSpace {
  /** Takes the room of a box, whether it was free or not. */
  readonly take: (box: Box) => void;
  /** Whether a box could stand there with the usual gap around it. */
  readonly isFree: (box: Box) => boolean;
  /** The free place nearest to a wanted one; below everything where it is crowded all around. */
  readonly nearest: (wanted: Point, size: Size) => Point;
}

/** Room with nothing in it. */
export const createFreeSpace = (): FreeSpace => {
  const cells = new Map<string, Box[]>();
  let bottom = 0;
  const eachCell = (box: Box, visit: (key: string) => boolean | void): void => {
    const left = Math.floor((box.x - box.width / 2 - mapSizes.gap) / cell);
    const right = Math.floor((box.x + box.width / 2 + mapSizes.gap) / cell);
    const top = Math.floor((box.y - box.height / 2 - mapSizes.gap) / cell);
    const low = Math.floor((box.y + box.height / 2 + mapSizes.gap) / cell);
    for (let x = left; x <= right; x += 1) for (let y = top; y <= low; y += 1) if (visit(`${x},${y}`) === true) return;
  };
  const isFree = (box: Box): boolean => {
    let free = true;
    eachCell(box, (key) => {
      free = !(cells.get(key) ?? []).some((other) => tooNear(box, other));
      return !free;
    });
    return free;
  };
  return {
    take: (box) => {
      bottom = Math.max(bottom, box.y + box.height / 2);
      eachCell(box, (key) => {
        const known = cells.get(key);
        if (known === undefined) cells.set(key, [box]);
        else known.push(box);
      });
    },
    isFree,
    nearest: (wanted, size) => {
      const offset = offsets.find(({ x, y }) => isFree({ x: wanted.x + x, y: wanted.y + y, ...size }));
      return offset === undefined
        ? { x: wanted.x, y: bottom + mapSizes.gap + size.height }
        : { x: wanted.x + offset.x, y: wanted.y + offset.y };
    },
  };
};

/** Whether two boxes overlap or stand closer than the gap. */
export const tooNear = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + mapSizes.gap - 0.5 &&
  Math.abs(a.y - b.y) < (a.height + b.height) / 2 + mapSizes.gap - 0.5;
