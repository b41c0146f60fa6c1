import { laneTitles } from '../graph-model/trace-view.ts';
import type { Placement } from './layout/place.ts';
import type { Plan } from './layout/plan.ts';
import type { Scene, SceneBadge, SceneEdge, SceneLane, SceneNode } from './scene.ts';

/** How tall the lanes are drawn at least, so that they fill the window they are shown in. */
export interface SceneOptions {
  readonly minHeight?: number;
}

/** The picture: what the plan says in the places found for it. The plan may speak of another path than the one the places were found with. */
export const composeScene = (plan: Plan, placement: Placement, options: SceneOptions = {}): Scene => {
  const { sizes } = plan;
  const height = Math.max(placement.height, options.minHeight ?? 0);
  const nodes = plan.nodes.flatMap((planned): readonly SceneNode[] => {
    const box = placement.boxById.get(planned.view.id);
    if (box === undefined) return [];
    const { view } = planned;
    return [
      {
        ...box,
        id: view.id,
        kind: view.kind,
        title: planned.title,
        detail: planned.detail,
        detailTone: view.detailTone,
        tone: view.tone,
        glyph: view.glyph,
        marked: view.marked,
        emphasis: view.emphasis,
      },
    ];
  });
  const edges = plan.edges.flatMap((edge): readonly SceneEdge[] => {
    const route = placement.routeById.get(edge.id);
    if (route === undefined) return [];
    return [
      {
        ...route,
        id: edge.id,
        source: edge.source,
        target: edge.target,
        tone: edge.tone,
        tip: edge.end,
        weight:
          edge.tone === 'undocumented' ? 'strong' : edge.tone === 'none' || edge.tone === 'unknown' ? 'thin' : 'normal',
        label: edge.label,
        emphasis: edge.emphasis,
      },
    ];
  });
  const edgeById = new Map(plan.edges.map((edge) => [edge.id, edge]));
  const badges = plan.badges.flatMap((badge): readonly SceneBadge[] => {
    const box = placement.boxById.get(badge.id);
    const edge = edgeById.get(badge.edge);
    if (box === undefined || edge === undefined) return [];
    return [
      { ...box, id: badge.id, edge: badge.edge, mark: edge.marks[0], lines: badge.lines, emphasis: edge.emphasis },
    ];
  });
  const lanes = plan.lanes.map((lane, column): SceneLane => {
    const left = (placement.columns.left[column] ?? 0) - sizes.lanePadding;
    const width = sizes.nodeWidth[lane] + 2 * sizes.lanePadding;
    return { id: lane, title: laneTitles[lane], x: left + width / 2, y: height / 2, width, height };
  });
  return { sizes, width: placement.width, height, lanes, nodes, edges, badges, labels: [] };
};
