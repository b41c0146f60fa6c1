import type { ReleaseChangeResolvers, ReleaseSetResolvers, ReleaseSetsResolvers } from '../../gen/resolver-types.ts';
import { traceInGraph } from '../../trace-in-graph.ts';

// The things that changes name are told as they are now; what is proven, as it would be.

/** The smallest sets of changes. */
export const ReleaseSets: ReleaseSetsResolvers = {
  dataClass: ({ dataClass }, _args, { reads }) => reads.refer('DataClass', dataClass),
  audience: ({ audience }, _args, { reads }) => reads.refer('Audience', audience),
  exact: ({ isExact }) => isExact,
};

/** One of them. */
export const ReleaseSet: ReleaseSetResolvers = {
  changeInputs: ({ changes }) => changes.map(({ input }) => input),
  channel: ({ channel }, _args, { reads }) => reads.refer('AccessChannel', channel),
  trace: ({ supposed, trace }) => traceInGraph(supposed.sandbox.graph, trace()),
};

/** One change. */
export const ReleaseChange: ReleaseChangeResolvers = {
  kind: ({ change }) => change.kind,
  channel: ({ change }, _args, { reads }) =>
    change.kind === 'RELEASE_CLASS' || change.kind === 'SERVE_AUDIENCE'
      ? reads.refer('AccessChannel', change.channel)
      : null,
  flow: ({ change }, _args, { reads }) => (change.kind === 'CARRY_CLASS' ? reads.refer('Flow', change.flow) : null),
  restriction: ({ change }, _args, { reads }) =>
    change.kind === 'LIFT_RESTRICTION' ? reads.refer('Restriction', change.restriction) : null,
  verdict: ({ change }) => (change.kind === 'LIFT_RESTRICTION' ? change.judged.verdict : null),
  documentation: ({ change }) => (change.kind === 'LIFT_RESTRICTION' ? change.judged.documentation : null),
  from: ({ change }, _args, { reads }) => (change.kind === 'ADD_FLOW' ? reads.refer('System', change.from) : null),
  to: ({ change }, _args, { reads }) => (change.kind === 'ADD_FLOW' ? reads.refer('System', change.to) : null),
};
