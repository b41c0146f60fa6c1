import { tones, worstTone } from '../tone.ts';
import { laneTitles, lanes, type LaneId, type TraceView, type ViewEdge, type ViewNode } from '../trace-view.ts';
import { counted, listed } from '../words.ts';

/** When things are folded: a lane of systems shows `limit` boxes at most, other lanes twice as many; like things fold from `alike` on. Groups in `open` stay unfolded. */
export interface CollapseOptions {
  readonly limit: number;
  readonly alike: number;
  readonly open: ReadonlySet<string>;
}

/**
 * The view with quiet boxes folded into boxes that count them and show the worst status inside: stranded systems with each other, channels
 * that give nothing with each other, then whatever overfills a lane. Boxes with a restriction, and those in `keep`, stay; at least
 * two are folded or none.
 */
export const collapseGroups = (
  view: TraceView,
  options: CollapseOptions,
  keep: ReadonlySet<string> = new Set(),
): TraceView => {
  const groupOf = new Map<string, string>();
  const put = (nodes: readonly ViewNode[], group: string): void => {
    if (nodes.length > 1 && !options.open.has(group)) for (const node of nodes) groupOf.set(node.id, group);
  };
  for (const lane of lanes) {
    const inLane = view.nodes.filter((node) => node.lane === lane && node.kind !== 'group');
    const quiet = inLane.filter((node) => node.restrictions.length === 0 && !keep.has(node.id));
    const stranded = quiet.filter((node) => node.status === 'stranded');
    if (stranded.length >= options.alike) put(stranded, `group:stranded-${lane}`);
    const silent = quiet.filter((node) => node.kind === 'channel' && node.tone === 'none');
    if (silent.length >= options.alike) put(silent, `group:silent-${lane}`);
    // Who opens a group wants to see it: the lane is then not folded in another way.
    if ([...options.open].some((group) => group.endsWith(`-${lane}`))) continue;
    const groups = new Set(inLane.flatMap((node) => groupOf.get(node.id) ?? [])).size;
    const shown = inLane.filter((node) => !groupOf.has(node.id));
    const limit = lane === 'CHANNEL' || lane === 'AUDIENCE' ? options.limit * 2 : options.limit;
    if (shown.length + groups <= limit) continue;
    const rest = shown.filter((node) => quiet.includes(node));
    put(rest.slice(Math.max(0, limit - 1 - groups - (shown.length - rest.length))), `group:more-${lane}`);
  }
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
  const title = id.startsWith('group:stranded')
    ? 'Stranded'
    : id.startsWith('group:silent')
      ? 'Not offered or unreached'
      : `${laneTitles[lane]}, more`;
  const lead = `${counted(members.length, 'thing')} folded together: ${listed(members.map((node) => node.name))}.`;
  return {
    id,
    kind: 'group',
    lane,
    name: `${title} · ${members.length}`,
    detail: 'folded together',
    briefer: [],
    detailTone: undefined,
    tone: worstTone(members.map((node) => node.tone)),
    glyph: true,
    marked: members.some((node) => node.marked),
    status: `worst inside: ${members.toSorted((a, b) => tones.indexOf(a.tone) - tones.indexOf(b.tone))[0]?.status ?? 'none'}`,
    lead,
    sentence: lead,
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
      lead: `${before.lead} ${edge.lead}`,
      sentence: `${before.sentence} ${edge.sentence}`,
      members,
    });
  }
  return [...byKey.values()];
};
