import type { TraceView } from './trace-view.ts';

/** A thing of the view by its id, with the name people read: a line is named by its two ends. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** Where a restriction sits in the view: its box, else its line, else the folded box that holds it. Undefined where the view has none of them. */
export const placeOfRestriction = (view: TraceView, restriction: string): Place | undefined => {
  const node = view.nodes.find((each) => each.restrictions.includes(restriction));
  if (node !== undefined) return { id: node.id, name: node.name };
  const edge = view.edges.find((each) => each.kind === 'flow' && each.restrictions.includes(restriction));
  return edge === undefined ? undefined : { id: edge.id, name: edgeName(view, edge) };
};

/** A line by its two ends: `A to B`. */
export const edgeName = (view: TraceView, edge: { readonly source: string; readonly target: string }): string => {
  const name = (id: string): string => view.nodes.find((each) => each.id === id)?.name ?? id;
  return `${name(edge.source)} to ${name(edge.target)}`;
};
