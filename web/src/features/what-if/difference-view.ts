import type { AnswerInput } from '../../graph-model/answer-input.ts';
import { buildTraceView } from '../../graph-model/build-trace-view.ts';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { collapseGroups } from '../../graph-model/transforms/collapse-group.ts';
import { compareViews, type Difference } from '../../graph-model/transforms/compare-views.ts';
import { mergeParallelFlows } from '../../graph-model/transforms/merge-parallel-flows.ts';
import type { PicturedTraceFragment } from '../../gql/graphql.ts';
import { readChange } from './read-change.ts';
import type { Supposed } from './sandbox.ts';
import type { Side } from './use-what-if-params.ts';

/** The trace of a class as the picture needs it. */
export type PicturedTrace = PicturedTraceFragment;

/** How many boxes a lane shows before its quiet ones are folded together, and from how many on like things are folded. */
const folding = { limit: 12, alike: 3, open: new Set<string>() };

const emptyView: TraceView = { nodes: [], edges: [] };

const viewOf = (trace: PicturedTrace | undefined, kindNames: ReadonlyMap<string, string>): TraceView =>
  trace?.answer ? buildTraceView({ ...(trace.answer as Omit<AnswerInput, 'audiences'>), audiences: trace.audiences, kindNames }) : emptyView;

/** A picture of a class, and what differs in it. */
export interface DifferenceView {
  readonly view: TraceView;
  readonly differences: readonly (Difference & { readonly name: string })[];
}

/** The picture of a side: as it is, as it would be, or both as one with what differs. What differs is known on every side. Pure. */
export const differenceView = (
  before: PicturedTrace | undefined,
  after: PicturedTrace | undefined,
  side: Side,
  supposed: Supposed,
  kindNames: ReadonlyMap<string, string>,
): DifferenceView => {
  const [was, is] = [viewOf(before, kindNames), viewOf(after, kindNames)];
  const { view, differences } = compareViews(was, is, whyOf(supposed));
  const nameOf = (id: string): string | undefined => {
    const node = view.nodes.find((each) => each.id === id);
    if (node !== undefined) return node.name;
    const edge = view.edges.find((each) => each.id === id);
    const end = (of: string | undefined): string => view.nodes.find((each) => each.id === of)?.name ?? '';
    return edge === undefined ? undefined : `${end(edge.source)} → ${end(edge.target)}`;
  };
  const shown = side === 'before' ? was : side === 'after' ? is : view;
  const kept = new Set([...differences.keys()]);
  const folded = collapseGroups(shown, folding, kept);
  const dimmed =
    side !== 'difference' || differences.size === 0
      ? folded
      : {
          ...folded,
          nodes: folded.nodes.map((node) => (node.kind === 'group' ? { ...node, emphasis: 'dim' as const } : node)),
        };
  return {
    view: mergeParallelFlows(dimmed),
    differences: [...differences.values()].flatMap((difference) => {
      const name = nameOf(difference.id);
      return name === undefined ? [] : [{ ...difference, name }];
    }),
  };
};

const kinds: Readonly<Record<string, string>> = { SYSTEM: 'system', ACCESS_CHANNEL: 'channel' };

/** What becomes of boxes by what is supposed of them: down, ended, added. */
const whyOf = ({ changes, outages }: Supposed): ReadonlyMap<string, string> => {
  const found: (readonly [string, string])[] = [];
  for (const change of changes) {
    const read = readChange(change);
    const kind = kinds[read?.concept ?? ''];
    if (read === undefined || kind === undefined) continue;
    if (read.kind === 'end') found.push([`${kind}:${read.id}`, 'ended']);
    if (read.kind === 'add') found.push([`${kind}:${read.id}`, 'added']);
  }
  for (const { concept, id } of outages) {
    const kind = kinds[concept];
    if (kind !== undefined) found.push([`${kind}:${id}`, 'down']);
  }
  return new Map(found);
};

/** The parts of a class that differ, by the answers before and after: the first of them is what the picture shows by itself. Pure. */
export const differingParts = (
  before: PicturedTrace | undefined,
  after: PicturedTrace | undefined,
): readonly { readonly id: string; readonly name: string; readonly differs: boolean }[] => {
  const signs = (trace: PicturedTrace | undefined): ReadonlyMap<string, readonly [string, string]> =>
    new Map(
      (trace?.answers ?? []).flatMap((answer) => {
        const sign = JSON.stringify(answer.channels);
        const own = trace !== undefined && answer.isRest ? [{ id: trace.dataClass.id, name: 'The class itself' }] : [];
        return [...own, ...answer.parts].map(({ id, name }) => [id, [name, sign]] as const);
      }),
    );
  const [was, is] = [signs(before), signs(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((id) => ({
    id,
    name: (is.get(id) ?? was.get(id))?.[0] ?? id,
    differs: was.get(id)?.[1] !== is.get(id)?.[1],
  }));
};
