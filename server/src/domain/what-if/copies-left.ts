import type { CalendarDate, Id } from '../model/entity.ts';
import { unexplainedCopies, type TraceIndex } from '../trace/index.ts';
import { nameIn } from './describe-what-if.ts';

/** How many places one note names. */
const mostNamed = 5;

/**
 * Notes on systems that hold a copy of a class which some flow supplies now, and none would: the copy is still there, and what is released from
 * it is what was there before. `classes`: those to look at. `[]` where there is none.
 */
export const copiesLeft = (
  base: TraceIndex,
  sandbox: TraceIndex,
  asOf: CalendarDate,
  classes: readonly Id[],
): readonly string[] => {
  const places = classes.flatMap((dataClass) => {
    const known = new Set(unexplainedCopies(base, dataClass, asOf));
    return unexplainedCopies(sandbox, dataClass, asOf)
      .filter((system) => !known.has(system))
      .map((system) => ({ dataClass, system }));
  });
  if (places.length === 0) return [];
  const graphs = [sandbox.graph, base.graph];
  const named = places
    .slice(0, mostNamed)
    .map(
      ({ dataClass, system }) => `"${nameIn(graphs, 'DataClass', dataClass)}" in "${nameIn(graphs, 'System', system)}"`,
    );
  const rest = places.length - named.length;
  return [
    `Nothing would supply these copies, and what they hold already is still traced from there: ${named.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}.`,
  ];
};
