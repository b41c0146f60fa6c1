import { describeShares, isOfRelease, shares } from '../../../domain/what-if/index.ts';
import { pageInOrder } from '../../findings-page.ts';
import type { ComparedTurnResolvers, ScenarioComparisonResolvers } from '../../gen/resolver-types.ts';
import { referFrom } from '../../trace-in-graph.ts';

/** Two scenarios side by side. */
export const ScenarioComparison: ScenarioComparisonResolvers = {
  ok: ({ a, b }) => 'of' in a && 'of' in b,
  sentence: ({ a, b, nameA, nameB, rows }) =>
    'of' in a && 'of' in b
      ? describeShares(nameA, nameB, rows)
      : 'Nothing was compared: one of the two scenarios cannot be.',
  counts: ({ rows }) =>
    shares.map((share) => ({ share, count: rows.filter((row) => row.share === share && isOfRelease(row)).length })),
  notReleasedOtherwise: ({ rows }) => rows.filter((row) => !isOfRelease(row)).length,
  outcomes: ({ a, b, rows }, args) => {
    const fitting = rows.filter(
      (row) => isOfRelease(row) !== (args.notReleasedOtherwise ?? false) && (args.shares ?? shares).includes(row.share),
    );
    const of = 'of' in a && 'of' in b ? { ofA: a.of, ofB: b.of } : undefined;
    return pageInOrder(
      of === undefined ? [] : fitting.map((row) => ({ ...row, ...of })),
      ({ dataClass, channel, audience }) => `${dataClass}\n${channel}\n${audience}`,
      args,
    );
  },
};

/** What comes of a class on a channel for an audience in both. Something new may be in the other one only. */
export const ComparedTurn: ComparedTurnResolvers = {
  dataClass: ({ dataClass, ofA }, _args, { reads }) => referFrom(ofA.sandbox, reads, 'DataClass', dataClass),
  channel: ({ channel, ofA }, _args, { reads }) => referFrom(ofA.sandbox, reads, 'AccessChannel', channel),
  audience: ({ audience, ofA }, _args, { reads }) => referFrom(ofA.sandbox, reads, 'Audience', audience),
  a: ({ a, ofA }) => (a === undefined ? null : { ...a, of: ofA }),
  b: ({ b, ofB }) => (b === undefined ? null : { ...b, of: ofB }),
};
