import { oncePer } from '../once.ts';
import type { Coverage, CoverageCell } from './coverage.ts';

/** The states that cells of a coverage are in, each once in the order met, and for each row the number of its cells' states, from 0. */
export interface CoverageStates {
  readonly states: readonly CoverageCell[];
  readonly numbersByRow: ReadonlyMap<Coverage['rows'][number], readonly number[]>;
}

/** The states of a coverage, worked out once. Pure and total. */
export const coverageStates = oncePer(({ rows }: Coverage): CoverageStates => {
  const states: CoverageCell[] = [];
  const numberByKey = new Map<string, number>();
  const numberOf = (cell: CoverageCell): number => {
    const key = `${cell.outcome} ${cell.someReleased} ${cell.basis ?? ''} ${cell.restrictions.join('\n')}`;
    const known = numberByKey.get(key) ?? states.push(cell) - 1;
    numberByKey.set(key, known);
    return known;
  };
  const numbersByRow = new Map(rows.map((row) => [row, row.cells.map(numberOf)]));
  return { states, numbersByRow };
});
