export { applyOverlay } from './apply-overlay.ts';
export { addBusinessDays, federalCalendar, type BusinessCalendar } from './business-days.ts';
export { classesOfLaw } from './class-scope.ts';
export { judgeRestriction, worstDocumentation, type JudgeContext } from './judge-restriction.ts';
export { judgeRemembered } from './remembered-verdicts.ts';
export { isIncomplete, judgedFor, type RestrictionJudged } from './judged-for.ts';
export { rankOf } from './judge-claim.ts';
export { exceptionsOf } from './exceptions-of.ts';
export { conditionIdsOf } from './condition-ids.ts';
export { leavesOf, parseRulePack, type RulePackInvalid, type RulePackProblem } from './parse-rule-pack.ts';
export type { Clock, Condition, FactCode, Group, IfNode, Leaf, PackException, RulePack } from './rule-pack.ts';
export { verdictIds } from './verdict.ts';
export type {
  ConditionState,
  DocumentationState,
  EvidenceSeen,
  GroundJudged,
  ReachStep,
  VerdictReach,
  Truth,
  Verdict,
  VerdictId,
  VerdictPart,
} from './verdict.ts';
export { isJudgedAlike, verdictDifferences, type VerdictDifference } from './verdict-differences.ts';
export { documentationWords, verdictWords } from './verdict-words.ts';
