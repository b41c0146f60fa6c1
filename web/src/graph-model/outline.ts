import type { Tone } from './tone.ts';
import { worstTone } from './tone.ts';
import { laneTitles, lanes, type LaneId, type TraceView, type ViewEdge, type ViewNode } from './trace-view.ts';

/** A lane of the outline, with what is in it and the worst status inside. */
export interface OutlineLane {
  readonly lane: LaneId;
  readonly title: string;
  readonly tone: Tone;
  readonly marked: number;
  readonly entries: readonly OutlineEntry[];
}

/** A thing of the outline with the lines that leave it. */
export interface OutlineEntry {
  readonly node: ViewNode;
  readonly leaving: readonly ViewEdge[];
}

/** The view as a tree for keyboard and screen reader: lanes, their boxes, and under each box the lines that leave it. Empty lanes are left out. */
export const outlineOf = (view: TraceView): readonly OutlineLane[] => {
  const leavingById = new Map<string, ViewEdge[]>();
  for (const edge of view.edges) leavingById.set(edge.source, [...(leavingById.get(edge.source) ?? []), edge]);
  return lanes.flatMap((lane) => {
    const nodes = view.nodes.filter((node) => node.lane === lane);
    if (nodes.length === 0) return [];
    return [
      {
        lane,
        title: laneTitles[lane],
        tone: worstTone(nodes.map((node) => node.tone)),
        marked: nodes.filter((node) => node.marked).length,
        entries: nodes.map((node) => ({ node, leaving: leavingById.get(node.id) ?? [] })),
      },
    ];
  });
};
