export { findFindings, findingRules, type FindingsQuestion } from './find-findings.ts';
export { findingLevels, type EntityKind, type Finding, type FindingLevel, type FoundEntity } from './finding.ts';
export { changedAt, conceptByKind, isOverdue, withReviews, type ReviewedFinding } from './reviewed.ts';
export { narrowFindings, type DueFilter, type FindingsFilter, type FindingsList } from './narrow-findings.ts';
export { sortFindings, type FindingSort } from './sort-findings.ts';
export { findingFacets, type FindingFacets } from './facets.ts';
export { attentionOf, type Attention } from './attention.ts';
export {
  changedIds,
  findingsDifference,
  type FindingsDifference,
  type FindingsMoment,
  type ReviewChange,
} from './findings-difference.ts';
export { witnessOf, type FindingWitness } from './witness.ts';
