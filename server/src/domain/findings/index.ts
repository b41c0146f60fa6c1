export { findFindings, findingRules, type FindingsQuestion } from './find-findings.ts';
export { findingLevels, type EntityKind, type Finding, type FindingLevel, type FoundEntity } from './finding.ts';
