import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Plan } from './plan.ts';
import type { Sizes } from './sizes.ts';

/**
 * The plan as the layout engine reads it. Lanes are partitions with even numbers and the plates between them partitions with odd ones, so
 * every box of a lane gets the same layer. Lines always run left to right here, whichever way they point: the engine only decides
 * heights. Lines within a lane are left out unless they carry a plate. Boxes without a line are left out, see `place.ts`.
 */
export const toElkGraph = (plan: Plan): ElkNode => {
  const badgeByEdge = new Map(plan.badges.map((badge) => [badge.edge, badge]));
  const linked = new Set(plan.edges.flatMap((edge) => [edge.source, edge.target]));
  const edges: ElkExtendedEdge[] = [];
  for (const edge of plan.edges) {
    const from = plan.columnOf.get(edge.source) ?? 0;
    const to = plan.columnOf.get(edge.target) ?? 0;
    const [left, right] = from <= to ? [edge.source, edge.target] : [edge.target, edge.source];
    const badge = badgeByEdge.get(edge.id);
    if (badge === undefined) {
      if (from !== to) edges.push({ id: `${edge.id}|0`, sources: [left], targets: [right] });
      continue;
    }
    edges.push({ id: `${edge.id}|0`, sources: [left], targets: [badge.id] });
    edges.push(
      from === to
        ? { id: `${edge.id}|1`, sources: [right], targets: [badge.id] }
        : { id: `${edge.id}|1`, sources: [badge.id], targets: [right] },
    );
  }
  return {
    id: 'root',
    layoutOptions: elkOptions(plan.sizes),
    children: [
      ...plan.nodes
        .filter((node) => linked.has(node.view.id))
        .map((node) => ({
          id: node.view.id,
          width: node.width,
          height: node.height,
          layoutOptions: { 'elk.partitioning.partition': String(node.column * 2) },
        })),
      ...plan.badges.map((badge) => ({
        id: badge.id,
        width: badge.width,
        height: badge.height,
        layoutOptions: { 'elk.partitioning.partition': String(badge.gap * 2 + 1) },
      })),
    ],
    edges,
  };
};

// The seed and the model order make the answer the same each time, and keep what was there in its order when something is added.
const elkOptions = (sizes: Sizes) => ({
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.partitioning.activate': 'true',
  'elk.separateConnectedComponents': 'false',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.crossingMinimization.strategy': 'LAYER_SWEEP',
  'elk.layered.thoroughness': '20',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.spacing.nodeNode': String(sizes.nodeGap),
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '60',
});
