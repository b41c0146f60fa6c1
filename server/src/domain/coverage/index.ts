export { basisOf, coverageBases, type CoverageBasis } from './basis.ts';
export { countCoverage, coverageOutcomes, type CoverageCount } from './count.ts';
export {
  coverageOf,
  type Coverage,
  type CoverageCell,
  type CoverageColumn,
  type CoverageQuestion,
  type CoverageRow,
} from './coverage.ts';
export { basisWords, cellWords, describeCoverage, outcomeWords } from './describe-coverage.ts';
export { coverageFamilies, familyOf, type CoverageFamily } from './family.ts';
export { narrowCoverage, type CoverageFilter } from './narrow.ts';
export { coverageStates, type CoverageStates } from './states.ts';
export {
  describeRecordSet,
  recordSetOf,
  unmappedEntries,
  type RecordSet,
  type RecordSetCounts,
  type RecordSetLine,
} from './record-set.ts';
