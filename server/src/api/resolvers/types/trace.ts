import type {
  ChannelOutcomeResolvers,
  TraceAnswerResolvers,
  TracedChannelResolvers,
  TracedFlowResolvers,
  TracedRestrictionResolvers,
  TracedSystemResolvers,
  TraceResolvers,
  TraceStartResolvers,
} from '../../gen/resolver-types.ts';

// A trace has ids; here they become the things themselves, all of the snapshot the trace was computed from.

/** The answer to a question. */
export const Trace: TraceResolvers = {
  dataClass: ({ dataClass }, _args, { reads }) => reads.refer('DataClass', dataClass),
  audiences: ({ audiences }, _args, { reads }) => reads.referAll('Audience', audiences),
  answer: ({ answers }, { part }) =>
    (typeof part === 'string' ? answers.find(({ parts }) => parts.includes(part)) : answers[0]) ?? null,
};

/** The answer for one part, or for several that share it. */
export const TraceAnswer: TraceAnswerResolvers = {
  parts: ({ parts }, _args, { reads }) => reads.referAll('DataClass', parts),
  stranded: ({ stranded }, _args, { reads }) => reads.referAll('System', stranded),
};

/** Where a trace begins. */
export const TraceStart: TraceStartResolvers = {
  system: ({ system }, _args, { reads }) => reads.refer('System', system),
};

/** What comes of one channel for one audience. */
export const ChannelOutcome: ChannelOutcomeResolvers = {
  channel: ({ channel }, _args, { reads }) => reads.refer('AccessChannel', channel),
  audience: ({ audience }, _args, { reads }) => reads.refer('Audience', audience),
};

/** A system on the trace. */
export const TracedSystem: TracedSystemResolvers = {
  system: ({ system }, _args, { reads }) => reads.refer('System', system),
};

/** A flow on the trace. */
export const TracedFlow: TracedFlowResolvers = {
  flow: ({ flow }, _args, { reads }) => reads.refer('Flow', flow),
};

/** A channel on the trace. */
export const TracedChannel: TracedChannelResolvers = {
  channel: ({ channel }, _args, { reads }) => reads.refer('AccessChannel', channel),
};

/** A restriction on the trace. */
export const TracedRestriction: TracedRestrictionResolvers = {
  restriction: ({ restriction }, _args, { reads }) => reads.refer('Restriction', restriction),
  // Every question of the API comes with a judge.
  documentation: ({ judged }) => judged?.documentation ?? 'NONE',
  verdict: ({ judged }) => judged?.verdict ?? 'UNPROTECTED',
  reason: ({ judged }) => judged?.reason ?? '',
  cite: ({ judged }) => judged?.cite ?? [],
};
