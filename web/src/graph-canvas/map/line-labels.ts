import type { Box, Point } from '../scene.ts';

/** A line that would like to have words on it: `label` always, `told` beside it when it is looked at. */
interface Worded {
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly told: string;
}

/** What of a line's words there is room for: always, and when it is looked at. */
export interface LineWords {
  readonly label: string;
  readonly all: string;
}

const letter = 7.4;
const plate = { padding: 10, height: 22 };
const cell = 240;

/** Where the straight way from the middle of a box to another leaves it. */
export const borderPoint = (box: Box, other: Point): Point => {
  const dx = other.x - box.x;
  const dy = other.y - box.y;
  const scale = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
    1,
  );
  return { x: box.x + dx * scale, y: box.y + dy * scale };
};

/**
 * Answers what can be written on a line without covering a box or the words that another line always has: the most that fits in the middle of the gap between its
 * boxes, or nothing. What is left out stands in the outline and the inspector.
 */
export const createLineWords = (boxes: readonly (Box & { readonly id: string })[]): ((line: Worded) => LineWords) => {
  const boxById = new Map(boxes.map((box) => [box.id, box]));
  const cells = new Map<string, Box[]>();
  const take = (box: Box): void => {
    eachCell(box, (key) => {
      const known = cells.get(key);
      if (known === undefined) cells.set(key, [box]);
      else known.push(box);
      return false;
    });
  };
  const isFree = (box: Box): boolean =>
    !eachCell(box, (key) => (cells.get(key) ?? []).some((other) => overlap(box, other)));
  boxes.forEach(take);
  return (line) => {
    const source = boxById.get(line.source);
    const target = boxById.get(line.target);
    const both = [line.label, line.told].filter((words) => words !== '').join(' · ');
    if (source === undefined || target === undefined || source === target || both === '') return { label: '', all: '' };
    const start = borderPoint(source, target);
    const end = borderPoint(target, source);
    const at = (words: string): Box => ({
      x: (start.x + end.x) / 2,
      y: (start.y + end.y) / 2,
      width: words.length * letter + plate.padding,
      height: plate.height,
    });
    const fits = (words: string): boolean => words !== '' && isFree(at(words));
    const all = [both, line.label, line.told].find(fits) ?? '';
    const label = fits(line.label) ? line.label : '';
    if (label !== '') take(at(label));
    return { label, all };
  };
};

const eachCell = (box: Box, stops: (key: string) => boolean): boolean => {
  for (let x = Math.floor((box.x - box.width / 2) / cell); x <= Math.floor((box.x + box.width / 2) / cell); x += 1)
    for (let y = Math.floor((box.y - box.height / 2) / cell); y <= Math.floor((box.y + box.height / 2) / cell); y += 1)
      if (stops(`${x},${y}`)) return true;
  return false;
};

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + 2;
