import { countCoverage, coverageStates, describeCoverage } from '../../../domain/coverage/index.ts';
import type {
  CoverageColumnResolvers,
  CoverageResolvers,
  CoverageRowResolvers,
  CoverageStateResolvers,
} from '../../gen/resolver-types.ts';

// A coverage has ids; here they become the things themselves, all of the snapshot it was computed from.

/** What is released, limited and held back. */
export const Coverage: CoverageResolvers = {
  sentence: (coverage) => describeCoverage(coverage),
  rows: (coverage) => coverage.rows.map((row) => ({ coverage, row })),
  states: (coverage) => coverageStates(coverage).states,
  counts: (coverage) => countCoverage(coverage),
  channelsForNobody: ({ forNobody }, _args, { reads }) => reads.referAll('AccessChannel', forNobody),
};

/** A channel as one audience meets it. */
export const CoverageColumn: CoverageColumnResolvers = {
  channel: ({ channel }, _args, { reads }) => reads.refer('AccessChannel', channel),
  audience: ({ audience }, _args, { reads }) => reads.refer('Audience', audience),
};

/** One data class on every channel. */
export const CoverageRow: CoverageRowResolvers = {
  dataClass: ({ row }, _args, { reads }) => reads.refer('DataClass', row.dataClass),
  cells: ({ row }) => row.cells,
  states: ({ coverage, row }) => coverageStates(coverage).numbersByRow.get(row) ?? [],
};

/** What comes of a data class on a channel for an audience. */
export const CoverageState: CoverageStateResolvers = {
  restrictions: ({ restrictions }, _args, { reads }) => reads.referAll('Restriction', restrictions),
};
