export { answerVersions, currentAnswers, type VersionedAnswer } from './answer-versions.ts';
export { claimStatusOn } from './claim-status.ts';
export {
  answerClaim,
  closedBecause,
  decideClaim,
  isOpen,
  isSamePerson,
  submitClaim,
  supersedeClaim,
  unnamedActor,
  withdrawClaim,
  type AnswerGiven,
  type ClaimStamp,
  type Decision,
  type StepRefused,
} from './transitions.ts';
