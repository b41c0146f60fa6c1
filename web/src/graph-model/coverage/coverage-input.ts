import type { Named, Outcome } from '../answer-input.ts';

/** How what holds something back is documented, what wants attention first. */
export const coverageBases = ['UNDOCUMENTED', 'NO_EXCEPTION_FITS', 'INCOMPLETE', 'REVIEW', 'DOCUMENTED'] as const;
export type CoverageBasis = (typeof coverageBases)[number];

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

/** What a cell says. */
export interface StateInput {
  readonly outcome: Outcome;
  /** Whether something of it, the whole or a part, is released: where parts differ, the outcome alone does not say. */
  readonly someReleased: boolean;
  readonly basis?: CoverageBasis | null;
  readonly restrictions: readonly Named[];
}

/** A data class as the matrix shows and groups it. */
export interface CoverageClassInput extends Named {
  readonly drsBranch?: string | null;
  readonly drsStatus: string;
  readonly uscdi?: string | null;
  readonly partOf?: Named | null;
}

/** The channels of certified software that are looked at side by side. */
export type CoverageFamily = 'PORTAL' | 'API' | 'EXPORT';

/** A channel as one audience meets it. */
export interface CoverageColumnInput {
  readonly channel: Named;
  readonly audience: Named;
  readonly family?: CoverageFamily | null;
}

/** A coverage as the API gives it: the numbers of a row are places in `states`, one for each column. */
export interface CoverageInput {
  readonly columns: readonly CoverageColumnInput[];
  readonly rows: readonly { readonly dataClass: CoverageClassInput; readonly states: readonly number[] }[];
  readonly states: readonly StateInput[];
}
