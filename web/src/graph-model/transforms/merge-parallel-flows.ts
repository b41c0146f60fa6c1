import { listed } from '../words.ts';
import { worstTone } from '../tone.ts';
import type { TraceView, ViewEdge } from '../trace-view.ts';

/**
 * The view with flows between the same two systems drawn as one where they fare the same and nothing sits on any of them. The line says how
 * many it stands for and keeps their ids, so it can always be opened. A flow with a restriction keeps its own line.
 */
export const mergeParallelFlows = (view: TraceView): TraceView => {
  const groups = new Map<string, ViewEdge[]>();
  for (const edge of view.edges) {
    const key =
      edge.kind === 'flow' && edge.restrictions.length === 0
        ? `${edge.source}>${edge.target}>${edge.tone}>${edge.end}>${edge.status}`
        : edge.id;
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  }
  return { nodes: view.nodes, edges: [...groups.values()].flatMap((group) => mergeEdges(group) ?? []) };
};

const mergeEdges = (group: readonly ViewEdge[]): ViewEdge | undefined => {
  const [first] = group;
  if (first === undefined || group.length === 1) return first;
  const members = group.flatMap((edge) => edge.members);
  return {
    ...first,
    id: `${first.id}+${members.length - 1}`,
    tone: worstTone(group.map((edge) => edge.tone)),
    label: `${members.length} flows: ${listed([...new Set(group.map((edge) => edge.label))])}`,
    lead: group.map((edge) => edge.lead).join(' '),
    sentence: group.map((edge) => edge.sentence).join(' '),
    members,
  };
};
