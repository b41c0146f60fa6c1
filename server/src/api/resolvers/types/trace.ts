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
import { referFrom } from '../../trace-in-graph.ts';

// A trace has ids; here they become the things themselves, all of the snapshot the trace was computed from.

/** The answer to a question. */
export const Trace: TraceResolvers = {
  dataClass: (trace, _args, { reads }) => referFrom(trace, reads, 'DataClass', trace.dataClass),
  audiences: (trace, _args, { reads }) => trace.audiences.map((id) => referFrom(trace, reads, 'Audience', id)),
  answer: ({ answers }, { part }) =>
    (typeof part === 'string' ? answers.find(({ parts }) => parts.includes(part)) : answers[0]) ?? null,
};

/** The answer for one part, or for several that share it. */
export const TraceAnswer: TraceAnswerResolvers = {
  parts: (answer, _args, { reads }) => answer.parts.map((id) => referFrom(answer, reads, 'DataClass', id)),
  stranded: (answer, _args, { reads }) => answer.stranded.map((id) => referFrom(answer, reads, 'System', id)),
};

/** Where a trace begins. */
export const TraceStart: TraceStartResolvers = {
  system: (at, _args, { reads }) => referFrom(at, reads, 'System', at.system),
};

/** What comes of one channel for one audience. */
export const ChannelOutcome: ChannelOutcomeResolvers = {
  channel: (at, _args, { reads }) => referFrom(at, reads, 'AccessChannel', at.channel),
  audience: (at, _args, { reads }) => referFrom(at, reads, 'Audience', at.audience),
};

/** A system on the trace. */
export const TracedSystem: TracedSystemResolvers = {
  system: (at, _args, { reads }) => referFrom(at, reads, 'System', at.system),
};

/** A flow on the trace. */
export const TracedFlow: TracedFlowResolvers = {
  flow: (at, _args, { reads }) => referFrom(at, reads, 'Flow', at.flow),
};

/** A channel on the trace. */
export const TracedChannel: TracedChannelResolvers = {
  channel: (at, _args, { reads }) => referFrom(at, reads, 'AccessChannel', at.channel),
};

/** A restriction on the trace. */
export const TracedRestriction: TracedRestrictionResolvers = {
  restriction: (at, _args, { reads }) => referFrom(at, reads, 'Restriction', at.restriction),
  // Every question of the API comes with a judge.
  documentation: ({ judged }) => judged?.documentation ?? 'NONE',
  verdict: ({ judged }) => judged?.verdict ?? 'UNPROTECTED',
  reason: ({ judged }) => judged?.reason ?? '',
  cite: ({ judged }) => judged?.cite ?? [],
};
