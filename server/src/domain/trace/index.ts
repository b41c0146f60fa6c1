export * from './answer.ts';
export { audiencesOf, type RestrictionJudge, type TraceError, type TraceQuestion } from './question.ts';
export { trace, traceRest } from './trace.ts';
export { tracePaths, type PathPage, type PathRequest } from './trace-paths.ts';
export { compareIds, createTraceIndex, type TraceIndex } from './trace-index.ts';
export { lineageOf } from './parts.ts';
export { traceRestRemembered } from './remembered-rest.ts';
export { dayOf, type ClassShape, type DayIndex } from './day-index.ts';
export { channelOutcomes, type HeldOutcome, type HoldingBack } from './channel-outcomes.ts';
