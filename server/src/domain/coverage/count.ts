import type { Outcome } from '../trace/index.ts';
import { coverageBases, type CoverageBasis } from './basis.ts';
import type { Coverage } from './coverage.ts';

/** How many cells of a coverage are alike. */
export interface CoverageCount {
  readonly outcome: Outcome;
  readonly basis?: CoverageBasis;
  readonly count: number;
}

/** Every outcome, in the order in which they are told. */
export const coverageOutcomes: readonly Outcome[] = [
  'RELEASED',
  'LIMITED',
  'WITHHELD',
  'PARTIAL',
  'NOT_OFFERED',
  'UNREACHED',
  'UNKNOWN',
];

/** How many cells there are of each outcome and basis that occurs; by outcome, then by basis, what wants attention first. Pure and total. */
export const countCoverage = ({ rows }: Coverage): readonly CoverageCount[] => {
  const counts = new Map<string, number>();
  for (const { cells } of rows)
    for (const { outcome, basis } of cells) {
      const key = `${outcome} ${basis ?? ''}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return coverageOutcomes.flatMap((outcome) =>
    [...coverageBases, undefined].flatMap((basis) => {
      const count = counts.get(`${outcome} ${basis ?? ''}`) ?? 0;
      return count === 0 ? [] : [{ outcome, ...(basis === undefined ? {} : { basis }), count }];
    }),
  );
};
