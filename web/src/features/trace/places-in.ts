import type { Box, Scene } from '../../graph-canvas/scene.ts';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { resolveSelection } from './selection.ts';

/** Where on the picture a selection is drawn: the box of a thing or of the group it is folded into, or the middle of a line. Pure. */
export const placesIn = (view: TraceView, scene: Scene | undefined): ((selected: string) => Box | undefined) => {
  const nodes = new Map((scene?.nodes ?? []).map((node) => [node.id, node]));
  const edges = new Map((scene?.edges ?? []).map((edge) => [edge.id, edge]));
  return (selected) => {
    const found = resolveSelection(view, selected);
    if (found?.node !== undefined) return nodes.get(found.node.id);
    const edge = found?.edge === undefined ? undefined : edges.get(found.edge.id);
    if (edge === undefined) return undefined;
    const { start, end, controls } = edge;
    const middle = controls[Math.floor(controls.length / 2)] ?? { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
    return { ...middle, width: 24, height: 24 };
  };
};
