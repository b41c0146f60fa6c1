import { viewId, type TraceView } from '../trace-view.ts';

/** The steps of a path and whom it is for, as the API gives them. */
export interface HighlightedPath {
  readonly audience: string;
  readonly status: 'RELEASED' | 'LIMITED' | 'STOPPED';
  readonly steps: readonly { readonly kind: 'SYSTEM' | 'FLOW' | 'CHANNEL'; readonly id: string }[];
}

/**
 * The view with what lies on the path made loud and the rest quiet. A path that releases ends at its audience. Steps inside a group light up
 * the group. The view itself when there is no path.
 */
export const highlightPath = (view: TraceView, path: HighlightedPath | undefined): TraceView => {
  if (path === undefined) return view;
  const wanted = new Set<string>();
  const flows = new Set<string>();
  for (const step of path.steps) {
    if (step.kind === 'FLOW') flows.add(step.id);
    if (step.kind === 'SYSTEM') wanted.add(viewId('system', step.id));
    if (step.kind === 'CHANNEL') {
      wanted.add(viewId('channel', step.id));
      wanted.add(`serves:${step.id}`);
      wanted.add(`outcome:${step.id}:${path.audience}`);
      if (path.status !== 'STOPPED') wanted.add(viewId('audience', path.audience));
    }
  }
  const memberOn = (members: readonly string[]): boolean => members.some((id) => wanted.has(id));
  return {
    nodes: view.nodes.map((node) => ({
      ...node,
      emphasis: wanted.has(node.id) || memberOn(node.members) ? ('path' as const) : ('dim' as const),
    })),
    edges: view.edges.map((edge) => ({
      ...edge,
      emphasis:
        wanted.has(edge.id) || (edge.kind === 'flow' && edge.members.some((id) => flows.has(id)))
          ? ('path' as const)
          : ('dim' as const),
    })),
  };
};
