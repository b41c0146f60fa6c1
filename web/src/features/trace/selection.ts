import { placeOfRestriction } from '../../graph-model/place-of-restriction.ts';
import { inventoryId, viewId, type TraceView, type ViewEdge, type ViewNode } from '../../graph-model/trace-view.ts';

/** What is selected: a box or a line of the view, and the thing of the inventory it stands for, if it is one thing. */
export interface Selection {
  readonly node: ViewNode | undefined;
  readonly edge: ViewEdge | undefined;
  readonly concept: 'SYSTEM' | 'FLOW' | 'ACCESS_CHANNEL' | 'AUDIENCE' | undefined;
  readonly id: string | undefined;
  /** The restriction that is selected at that place, by inventory id. */
  readonly restriction?: string | undefined;
}

/**
 * The selection an address names, in a view. A flow drawn within a bundle, or a box folded into a group, selects what it is drawn in. A restriction
 * selects its place, and is named beside it. Undefined when the view has nothing of that name.
 */
export const resolveSelection = (view: TraceView, selected: string | undefined): Selection | undefined => {
  if (selected === undefined) return undefined;
  if (selected.startsWith('restriction:')) {
    const restriction = inventoryId(selected);
    const place = resolveSelection(view, placeOfRestriction(view, restriction)?.id);
    return place === undefined ? undefined : { ...place, restriction };
  }
  const node = view.nodes.find(
    (each) => each.id === selected || (each.kind === 'group' && each.members.includes(selected)),
  );
  if (node !== undefined) return { node, edge: undefined, ...thingOfNode(node) };
  const edge = view.edges.find(
    (each) =>
      each.id === selected || (each.kind === 'flow' && each.members.some((id) => viewId('flow', id) === selected)),
  );
  return edge === undefined ? undefined : { node: undefined, edge, ...thingOfEdge(edge) };
};

const thingOfNode = (node: ViewNode): Pick<Selection, 'concept' | 'id'> => {
  const concept = ({ system: 'SYSTEM', channel: 'ACCESS_CHANNEL', audience: 'AUDIENCE', group: undefined } as const)[
    node.kind
  ];
  return { concept, id: concept === undefined ? undefined : inventoryId(node.id) };
};

const thingOfEdge = (edge: ViewEdge): Pick<Selection, 'concept' | 'id'> => {
  if (edge.kind === 'flow')
    return edge.members.length === 1 ? { concept: 'FLOW', id: edge.members[0] } : { concept: undefined, id: undefined };
  if (edge.kind === 'serves') return { concept: 'ACCESS_CHANNEL', id: inventoryId(edge.target) };
  return { concept: 'ACCESS_CHANNEL', id: inventoryId(edge.source) };
};

/** The channel a selection is about, by inventory id: what other channels do can then be told. */
export const channelOf = (selection: Selection): string | undefined =>
  selection.concept === 'ACCESS_CHANNEL' ? selection.id : undefined;
