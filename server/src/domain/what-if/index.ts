export type { OutcomeTurn } from './class-turns.ts';
export { compareIndexes, type AudienceEffect, type IndexDifference, type StrandedTurn } from './compare-indexes.ts';
export { copiesLeft } from './copies-left.ts';
export { describeHeld } from './describe-held.ts';
export { describeStranded, describeTurn } from './describe-turn.ts';
export { describeWhatIf, suppositionWords, type SaidChange, type Supposition } from './describe-what-if.ts';
export { heldOtherwise, type HeldOtherwise } from './held-otherwise.ts';
export { outageConcepts, withOutages, type Outage, type OutageConcept, type OutageProblem } from './outages.ts';
export {
  decideScenario,
  discardScenario,
  partakersOf,
  proposeScenario,
  savedBy,
  saveScenario,
  sourceOfScenario,
  type ScenarioDecision,
  type ScenarioSaid,
  type ScenarioStamp,
  type ScenarioStepRefused,
} from './scenario-steps.ts';
export { compareTurns, describeShares, isOfRelease, shares, type ComparedTurn, type Share } from './share.ts';
export { directionOf, turns, type PartsMoved, type Turn, type TurnDirection } from './turn.ts';
export { describeVerdictTurn, verdictTurns, type VerdictTurn } from './verdict-turns.ts';
