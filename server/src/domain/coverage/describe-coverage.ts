import type { Outcome } from '../trace/index.ts';
import type { CoverageBasis } from './basis.ts';
import { countCoverage, coverageOutcomes } from './count.ts';
import type { Coverage, CoverageCell } from './coverage.ts';

/** What each outcome is called. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  RELEASED: 'released',
  LIMITED: 'released, limited',
  WITHHELD: 'withheld',
  PARTIAL: 'parts differ',
  NOT_OFFERED: 'not offered',
  UNREACHED: 'unreached',
  UNKNOWN: 'unknown',
};

/** What each state of the documentation is called. The web says the same. */
export const basisWords: Readonly<Record<CoverageBasis, string>> = {
  UNDOCUMENTED: 'no documented exception',
  NO_EXCEPTION_FITS: 'claimed, and no exception fits',
  INCOMPLETE: 'evidence incomplete or late',
  REVIEW: 'legal review',
  DOCUMENTED: 'exception documented',
};

/** A cell in words: `withheld; no documented exception`. Where parts differ, whether some part is released. */
export const cellWords = (cell: Pick<CoverageCell, 'outcome' | 'someReleased' | 'basis'>): string => {
  const { outcome, someReleased, basis } = cell;
  const words =
    outcome !== 'PARTIAL' ? outcomeWords[outcome] : someReleased ? 'released in part' : 'parts differ; none released';
  return basis === undefined ? words : `${words}; ${basisWords[basis]}`;
};

/** A coverage in one sentence: how large it is, and how many answers there are of each kind. */
export const describeCoverage = (coverage: Coverage): string => {
  const { rows, columns } = coverage;
  const channels = new Set(columns.map(({ channel }) => channel)).size;
  const size = `${counted(rows.length, 'data class', 'data classes')} on ${counted(channels, 'channel', 'channels')}`;
  const all = rows.length * columns.length;
  if (all === 0) return `${size}: nothing to tell.`;
  const counts = countCoverage(coverage);
  const of = (fits: (count: (typeof counts)[number]) => boolean): number =>
    counts.filter(fits).reduce((sum, { count }) => sum + count, 0);
  const told = coverageOutcomes.flatMap((outcome) => {
    const count = of((each) => each.outcome === outcome);
    return count === 0 ? [] : [`${count} ${outcomeWords[outcome]}`];
  });
  const undocumented = of(({ basis }) => basis === 'UNDOCUMENTED');
  const open = of(({ basis }) => basis !== undefined && basis !== 'UNDOCUMENTED' && basis !== 'DOCUMENTED');
  const held =
    undocumented + open === 0
      ? 'Whatever is limited or withheld has a documented exception.'
      : `Limited or withheld with no documented exception: ${undocumented}; with documentation that is not complete: ${open}.`;
  return `${size}, ${counted(all, 'answer', 'answers')}: ${told.join('; ')}. ${held}`;
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
