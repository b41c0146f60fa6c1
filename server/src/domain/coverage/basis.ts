import type { RestrictionJudged } from '../verdict/index.ts';

/** How well what holds a class back is documented, from what wants attention first. The same order as marks in every picture and table. */
export const coverageBases = ['UNDOCUMENTED', 'NO_EXCEPTION_FITS', 'INCOMPLETE', 'REVIEW', 'DOCUMENTED'] as const;
export type CoverageBasis = (typeof coverageBases)[number];

/** How well one restriction is documented (design.md 4.2): by its documentation first, then by its verdict. Pure and total. */
export const basisOf = ({
  verdict,
  documentation,
}: Pick<RestrictionJudged, 'verdict' | 'documentation'>): CoverageBasis => {
  if (documentation === 'NONE') return 'UNDOCUMENTED';
  if (verdict === 'UNPROTECTED') return 'NO_EXCEPTION_FITS';
  if (verdict === 'COVERABLE_EVIDENCE_MISSING') return 'INCOMPLETE';
  if (verdict === 'LEGAL_REVIEW') return 'REVIEW';
  return documentation === 'COMPLETE' ? 'DOCUMENTED' : 'INCOMPLETE';
};

/** The one that wants attention first; `undefined` of none. */
export const worstBasis = (judged: readonly RestrictionJudged[]): CoverageBasis | undefined => {
  const found = new Set(judged.map(basisOf));
  return coverageBases.find((basis) => found.has(basis));
};
