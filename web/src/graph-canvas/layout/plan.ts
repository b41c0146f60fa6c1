import { lanes, type LaneId, type TraceView, type ViewEdge, type ViewNode } from '../../graph-model/trace-view.ts';
import { wrapLabel, type Measure } from '../wrap-label.ts';
import { sizes as deskSizes, type Sizes } from './sizes.ts';

/** A box that waits for its place: its text is broken and its size known. `column` is its lane's number, from 0. */
export interface PlannedNode {
  readonly view: ViewNode;
  readonly column: number;
  readonly width: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly detail: readonly string[];
}

/** A plate that waits for its place, on the line `edge`, in the gap right of column `gap`. */
export interface PlannedBadge {
  readonly id: string;
  readonly edge: string;
  readonly gap: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly marked: boolean;
}

/** What is to be placed. `lanes` are those that hold something, left to right: the columns. */
export interface Plan {
  readonly sizes: Sizes;
  readonly lanes: readonly LaneId[];
  readonly nodes: readonly PlannedNode[];
  readonly edges: readonly ViewEdge[];
  readonly badges: readonly PlannedBadge[];
  readonly columnOf: ReadonlyMap<string, number>;
}

/** The columns, boxes and plates of a view with their sizes, before any place is known. Pure and total. */
export const planScene = (view: TraceView, measure: Measure, sizes: Sizes = deskSizes): Plan => {
  const used = lanes.filter((lane) => view.nodes.some((node) => node.lane === lane));
  const columnOf = new Map(view.nodes.map((node) => [node.id, used.indexOf(node.lane)]));
  const ports = countPorts(view, columnOf);
  return {
    sizes,
    lanes: used,
    nodes: view.nodes.map((node) =>
      planNode(node, columnOf.get(node.id) ?? 0, ports.get(node.id) ?? 0, measure, sizes),
    ),
    edges: view.edges,
    badges: view.edges.flatMap((edge) => planBadge(edge, columnOf, measure, sizes) ?? []),
    columnOf,
  };
};

const planNode = (node: ViewNode, column: number, ports: number, measure: Measure, sizes: Sizes): PlannedNode => {
  const width = sizes.nodeWidth[node.lane];
  const inset = node.kind === 'system' || node.kind === 'group' ? sizes.textInset : sizes.textInset + sizes.pillInset;
  const room = width - 2 * inset - sizes.slack;
  const title = wrapLabel(node.name, room, 2, (text) => measure(text, true));
  const plain = (text: string): number => measure(text, false);
  const roomy = node.kind === 'system' && node.restrictions.length > 0;
  const most =
    node.kind === 'audience'
      ? 2
      : roomy
        ? sizes.mostLines - title.length
        : title.length === 1 && node.briefer.length > 0
          ? 2
          : 1;
  const detail = detailLines(node, room, most, plain);
  const text = (title.length + detail.length) * sizes.line + 2 * sizes.nodePadding;
  return { view: node, column, width, height: Math.max(text, ports * sizes.portStep + 10), title, detail };
};

/** The fullest second line that one line holds; else the full one on two where there is room for two; else the shortest. */
const detailLines = (
  node: ViewNode,
  room: number,
  most: number,
  measure: (text: string) => number,
): readonly string[] => {
  if (node.detail === '') return [];
  const [shortest, ...longer] = [node.detail, ...node.briefer].toReversed();
  const fits = longer.toReversed().find((words) => measure(words) <= room);
  if (fits !== undefined) return [fits];
  const full = wrapLabel(node.detail, room, most, measure);
  const whole = full.join(' ') === node.detail || node.briefer.length === 0;
  return whole ? full : wrapLabel(shortest ?? '', room, most, measure);
};

const planBadge = (
  edge: ViewEdge,
  columnOf: ReadonlyMap<string, number>,
  measure: Measure,
  sizes: Sizes,
): PlannedBadge | undefined => {
  const gap = Math.min(columnOf.get(edge.source) ?? 0, columnOf.get(edge.target) ?? 0);
  const plain = (text: string): number => measure(text, false);
  const [first] = edge.marks;
  if (first === undefined && edge.members.length < 2) return undefined;
  const glyph = first === undefined ? 0 : sizes.badgeGlyph + sizes.badgePadding;
  const more = edge.marks.length > 1 ? ` +${edge.marks.length - 1}` : '';
  const words = first === undefined ? `×${edge.members.length}` : `${first.text}${more}`;
  const lines = wrapLabel(words, sizes.badgeWidth - glyph - 2 * sizes.badgePadding - sizes.slack, 2, plain);
  return {
    id: `badge:${edge.id}`,
    edge: edge.id,
    gap,
    width: Math.ceil(Math.max(...lines.map(plain))) + 2 * sizes.badgePadding + glyph + sizes.slack,
    height: lines.length * sizes.line + sizes.badgePadding,
    lines,
    marked: first !== undefined,
  };
};

/** How many lines meet the busier side of each box: it must be tall enough to keep them apart. */
const countPorts = (view: TraceView, columnOf: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  const add = (map: Map<string, number>, id: string): void => void map.set(id, (map.get(id) ?? 0) + 1);
  for (const { source, target } of view.edges) {
    const from = columnOf.get(source) ?? 0;
    const to = columnOf.get(target) ?? 0;
    add(from <= to ? right : left, source);
    add(from < to ? left : right, target);
  }
  return new Map(view.nodes.map((node) => [node.id, Math.max(left.get(node.id) ?? 0, right.get(node.id) ?? 0)]));
};
