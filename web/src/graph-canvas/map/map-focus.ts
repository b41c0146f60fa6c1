import type { MapView } from '../../graph-model/map/map-view.ts';
import { noMarks, type Marks } from './element-sync.ts';

/** The words of so many lines fit around a box; of more none are shown, but on the line itself. */
const mostTold = 12;

/**
 * How elements are marked for what is selected and what the pointer is on: the lines of what is selected and the boxes at their other ends are near, and the rest is
 * quieter. On a large picture only what is looked at is marked: a box may have hundreds of lines.
 */
export const marksOf = (
  view: MapView,
  selected: ReadonlySet<string>,
  hovered: string | undefined,
  large: boolean,
): Marks => {
  const looked = new Set([...selected, ...(hovered === undefined ? [] : [hovered])]);
  if (looked.size === 0) return noMarks;
  if (large) return { ...noMarks, selected, told: looked };
  const around = view.lines.filter((line) => looked.has(line.source) || looked.has(line.target));
  const told = new Set([...looked, ...(around.length > mostTold ? [] : around.map((line) => line.id))]);
  const near = new Set<string>();
  let anything = false;
  for (const line of view.lines) {
    if (!selected.has(line.source) && !selected.has(line.target) && !selected.has(line.id)) continue;
    for (const id of [line.id, line.source, line.target]) near.add(id);
    anything = true;
  }
  if (!anything) return { ...noMarks, selected, told };
  const rest = [...view.boxes, ...view.lines].filter(({ id }) => !near.has(id) && !selected.has(id));
  return { selected, told, near, quiet: new Set(rest.map(({ id }) => id)) };
};
