import { outlineOf } from '../../graph-model/outline.ts';
import type { Tone } from '../../graph-model/tone.ts';
import type { LaneId, TraceView, ViewNode } from '../../graph-model/trace-view.ts';
import { counted } from '../../graph-model/words.ts';

/** One row of the outline as it is shown: `id` is unique in the tree, `target` what Enter selects (a view id), if anything. */
export interface OutlineRow {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly parent: string | undefined;
  readonly name: string;
  readonly status: string;
  /** Whether the status is news: what is simply reached or released says so by its glyph alone. */
  readonly told: boolean;
  readonly tone: Tone | undefined;
  readonly marked: boolean;
  /** Whether it lies on the chosen path. */
  readonly onPath: boolean;
  readonly sentence: string;
  readonly target: string | undefined;
  readonly expanded: boolean | undefined;
  readonly position: number;
  readonly siblings: number;
}

/** The rows that are open, top to bottom. `closed` are lanes folded away, `opened` boxes whose lines are shown. Pure and total. */
export const outlineRows = (
  view: TraceView,
  closed: ReadonlySet<string>,
  opened: ReadonlySet<string>,
): readonly OutlineRow[] => {
  const nameById = new Map(view.nodes.map((node) => [node.id, node.name]));
  const outline = outlineOf(view);
  return outline.flatMap((lane, laneIndex): readonly OutlineRow[] => {
    const id = `lane:${lane.lane}`;
    const open = !closed.has(id);
    const things = lane.entries.map(({ node }) => node);
    const count = countThings(things);
    const folded = count === things.length ? '' : ` in ${counted(things.length, 'row')}`;
    const marked = lane.marked === 0 ? '' : `, ${lane.marked} marked`;
    const head: OutlineRow = {
      id,
      level: 1,
      parent: undefined,
      name: lane.title,
      status: `${count}${folded}${marked}`,
      told: true,
      tone: open ? undefined : lane.tone,
      marked: false,
      onPath: false,
      sentence: `${lane.title}: ${counted(count, laneNouns[lane.lane])}${folded}${marked}.`,
      target: undefined,
      expanded: open,
      position: laneIndex + 1,
      siblings: outline.length,
    };
    if (!open) return [head];
    const rows = lane.entries.flatMap(({ node, leaving }, index): readonly OutlineRow[] => {
      const showLines = opened.has(node.id);
      const row: OutlineRow = {
        id: node.id,
        level: 2,
        parent: id,
        name: node.name,
        status: node.status,
        told: node.tone !== 'released',
        tone: node.glyph ? node.tone : undefined,
        marked: node.marked,
        onPath: node.emphasis === 'path',
        sentence: node.sentence,
        target: node.id,
        expanded: leaving.length === 0 ? undefined : showLines,
        position: index + 1,
        siblings: lane.entries.length,
      };
      if (!showLines) return [row];
      return [
        row,
        ...leaving.map((edge, place): OutlineRow => ({
          id: `${node.id}>${edge.id}`,
          level: 3,
          parent: node.id,
          name: `to ${nameById.get(edge.target) ?? edge.target}`,
          status: edge.status,
          told: edge.tone !== 'released',
          tone: edge.tone,
          marked: edge.tone === 'undocumented',
          onPath: edge.emphasis === 'path',
          sentence: edge.sentence,
          target: edge.id,
          expanded: undefined,
          position: place + 1,
          siblings: leaving.length,
        })),
      ];
    });
    return [head, ...rows];
  });
};

const laneNouns: Readonly<Record<LaneId, string>> = {
  ORIGIN: 'system',
  INTEGRATION: 'system',
  COPY: 'system',
  CHANNEL: 'channel',
  AUDIENCE: 'audience',
};

/** How many systems, channels and audiences the boxes stand for: a folded box counts for each thing in it. */
export const countThings = (nodes: readonly ViewNode[]): number =>
  nodes.reduce((sum, node) => sum + (node.kind === 'group' ? node.members.length : 1), 0);
