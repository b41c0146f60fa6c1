import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { toElkGraph } from './elk-graph.ts';
import { placePlan, type Placement } from './place.ts';
import type { Plan } from './plan.ts';

/** What the places depend on, as text: two plans with the same key get the same places. Colour, emphasis and words do not count. */
export const layoutKey = (plan: Plan): string =>
  JSON.stringify([
    plan.sizes.type,
    plan.nodes.map((node) => [node.view.id, node.column, node.width, node.height]),
    plan.badges.map((badge) => [badge.id, badge.gap, badge.width, badge.height]),
    plan.edges.map((edge) => [edge.id, edge.source, edge.target]),
  ]);

/** Places for the plan, found by `layout`. The same plan gets the same places each time. */
export const layoutPlan = async (plan: Plan, layout: (graph: ElkNode) => Promise<ElkNode>): Promise<Placement> =>
  placePlan(plan, await layout(toElkGraph(plan)));
