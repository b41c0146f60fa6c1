import { inventoryId, type TraceView } from '../trace-view.ts';
import { placeOfRestriction } from '../place-of-restriction.ts';

/** What the view draws for these ids, in their order, each once: a flow within a bundle is drawn as the bundle, a folded box as its group, a restriction where it sits. */
export const drawnFor = (view: TraceView, ids: readonly string[]): readonly string[] => [
  ...new Set(
    ids.flatMap((id): readonly string[] => {
      const place = id.startsWith('restriction:') ? placeOfRestriction(view, inventoryId(id))?.id : id;
      if (place === undefined) return [];
      const node = view.nodes.find((each) => each.id === place || each.members.includes(place));
      if (node !== undefined) return [node.id];
      const edge = view.edges.find(
        (each) => each.id === place || (each.kind === 'flow' && each.members.includes(inventoryId(place))),
      );
      return edge === undefined ? [] : [edge.id];
    }),
  ),
];

/** The view with what is spoken of at full strength and the rest dimmed, never left out; the view itself where nothing of it is named. Pure. */
export const spotlight = (view: TraceView, ids: readonly string[]): TraceView => {
  const lit = new Set(drawnFor(view, ids));
  if (lit.size === 0) return view;
  const emphasisOf = (id: string): 'path' | 'dim' => (lit.has(id) ? 'path' : 'dim');
  return {
    nodes: view.nodes.map((node) => ({ ...node, emphasis: emphasisOf(node.id) })),
    edges: view.edges.map((edge) => ({ ...edge, emphasis: emphasisOf(edge.id) })),
  };
};
