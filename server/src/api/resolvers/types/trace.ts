import { tracePaths } from '../../../domain/trace/index.ts';
import { orThrow } from '../../errors.ts';
import { pageSize } from '../../cursors.ts';
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
};

/** The answer for one part, or for several that share it. */
export const TraceAnswer: TraceAnswerResolvers = {
  parts: ({ parts }, _args, { reads }) => reads.referAll('DataClass', parts),
  stranded: ({ stranded }, _args, { reads }) => reads.referAll('System', stranded),
  paths: async ({ id, question }, args, { reads }) => {
    const { index } = await reads.snapshot();
    const page = orThrow(
      tracePaths(index, question, {
        part: id,
        first: pageSize(args.first, 20, 200),
        ...(typeof args.audience === 'string' ? { audience: args.audience } : {}),
        ...(args.status === null || args.status === undefined ? {} : { status: args.status }),
        ...(args.undocumented === true ? { undocumented: true } : {}),
        ...(typeof args.after === 'string' ? { after: args.after } : {}),
      }),
    );
    return { nodes: page.paths, pageInfo: { hasNextPage: page.hasMore, endCursor: page.endCursor ?? null } };
  },
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
};
