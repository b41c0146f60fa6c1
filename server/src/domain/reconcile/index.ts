export {
  createClassResolver,
  onlyMeant,
  type ClassResolver,
  type MeantClass,
  type ResolvedSign,
} from './class-resolver.ts';
export { declaredOnly, type DeclaredOnly } from './declared-only.ts';
export type { Difference } from './differences.ts';
export { exportGaps, type ExportGap } from './export-gaps.ts';
export { uniqueClasses } from './differences.ts';
export { addressKey, type Candidate } from './match.ts';
export {
  certainties,
  statementOf,
  type Certainty,
  type ClassSign,
  type FilterNature,
  type ObservedChannel,
  type ObservedFilter,
  type ObservedFlow,
  type ObservedHolding,
  type ObservedNote,
  type ObservedPlace,
  type ObservedStatement,
  type ObservedSystem,
  type PartFact,
} from './observed.ts';
export {
  classOfHolding,
  liveClasses,
  reconcile,
  reconciledStatuses,
  type ReconciledItem,
  type ReconciledStatus,
  type Reconciliation,
} from './reconcile.ts';
