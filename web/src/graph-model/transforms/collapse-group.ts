import { tones, worstTone } from '../tone.ts';
import { laneTitles, lanes, type LaneId, type TraceView, type ViewEdge, type ViewNode } from '../trace-view.ts';
import { counted, listed } from '../words.ts';

/** When a lane is folded: `limit` boxes at most, unless its group is in `open`. Groups are `group:<lane>` and `group:stranded`. */
export interface CollapseOptions {
  readonly limit: number;
  readonly open: ReadonlySet<string>;
}

/**
 * The view with the quiet boxes of an overfull lane folded into one box that counts them and shows the worst status inside. Boxes with a
 * restriction, and those in `keep`, stay; at least two are folded or none. Stranded systems fold together first.
 */
export const collapseGroups = (
  view: TraceView,
  options: CollapseOptions,
  keep: ReadonlySet<string> = new Set(),
): TraceView => {
  const groupOf = new Map<string, string>();
  for (const lane of lanes) {
    const inLane = view.nodes.filter((node) => node.lane === lane && node.kind !== 'group');
    if (inLane.length <= options.limit) continue;
    const quiet = inLane.filter((node) => node.restrictions.length === 0 && !keep.has(node.id));
    const stranded = quiet.filter((node) => node.status === 'stranded');
    if (stranded.length > 1) for (const node of stranded) groupOf.set(node.id, `group:stranded-${lane}`);
    const rest = quiet.filter((node) => !groupOf.has(node.id));
    const stay = Math.max(0, options.limit - 1 - (inLane.length - quiet.length));
    const folded = rest.slice(stay);
    if (folded.length > 1) for (const node of folded) groupOf.set(node.id, `group:${lane}`);
  }
  for (const [id, group] of groupOf) if (options.open.has(group)) groupOf.delete(id);
  return groupOf.size === 0 ? view : fold(view, groupOf);
};

const fold = (view: TraceView, groupOf: ReadonlyMap<string, string>): TraceView => {
  const membersByGroup = new Map<string, ViewNode[]>();
  for (const node of view.nodes) {
    const group = groupOf.get(node.id);
    if (group !== undefined) membersByGroup.set(group, [...(membersByGroup.get(group) ?? []), node]);
  }
  const groups = [...membersByGroup].map(([id, members]) => groupNode(id, members));
  const nodes = [...view.nodes.filter((node) => !groupOf.has(node.id)), ...groups];
  return {
    nodes: lanes.flatMap((lane) => nodes.filter((node) => node.lane === lane)),
    edges: foldEdges(view.edges, groupOf),
  };
};

const groupNode = (id: string, members: readonly ViewNode[]): ViewNode => {
  const lane: LaneId = members[0]?.lane ?? 'COPY';
  const title = id.startsWith('group:stranded') ? 'Stranded' : `${laneTitles[lane]}, more`;
  return {
    id,
    kind: 'group',
    lane,
    name: `${title} · ${members.length}`,
    detail: 'Enter shows them all',
    detailTone: undefined,
    tone: worstTone(members.map((node) => node.tone)),
    glyph: true,
    marked: members.some((node) => node.marked),
    status: `worst inside: ${members.toSorted((a, b) => tones.indexOf(a.tone) - tones.indexOf(b.tone))[0]?.status ?? 'none'}`,
    sentence: `${counted(members.length, 'thing')} folded together: ${listed(members.map((node) => node.name))}.`,
    restrictions: [],
    members: members.map((node) => node.id),
    emphasis: 'normal',
  };
};

const foldEdges = (edges: readonly ViewEdge[], groupOf: ReadonlyMap<string, string>): readonly ViewEdge[] => {
  const byKey = new Map<string, ViewEdge>();
  for (const edge of edges) {
    const source = groupOf.get(edge.source) ?? edge.source;
    const target = groupOf.get(edge.target) ?? edge.target;
    if (source === target) continue;
    const moved = source !== edge.source || target !== edge.target;
    const key = moved && edge.restrictions.length === 0 ? `${edge.kind}:${source}>${target}` : edge.id;
    const before = byKey.get(key);
    if (before === undefined) {
      byKey.set(key, moved ? { ...edge, id: key, source, target } : edge);
      continue;
    }
    const members = [...before.members, ...edge.members];
    byKey.set(key, {
      ...before,
      tone: worstTone([before.tone, edge.tone]),
      end: before.end === 'arrow' || edge.end === 'arrow' ? 'arrow' : before.end,
      label: members.length > 1 ? counted(members.length, 'flow') : before.label,
      sentence: `${before.sentence} ${edge.sentence}`,
      members,
    });
  }
  return [...byKey.values()];
};
