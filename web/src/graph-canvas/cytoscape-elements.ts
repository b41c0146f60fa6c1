import type { ElementDefinition } from 'cytoscape';
import { glyphDataUri } from '../ui/glyphs.ts';
import type { Sizes } from './layout/sizes.ts';
import type { Palette } from './palette.ts';
import { cornerOf } from './scene-style.ts';
import type { Point, Scene, SceneBadge, SceneEdge, SceneLabel, SceneLane, SceneNode } from './scene.ts';
import { glyphByTone } from './tone-style.ts';
import type { Tone } from '../graph-model/tone.ts';
import type { Emphasis } from '../graph-model/trace-view.ts';

/**
 * The scene as elements of the canvas: one edge a line, one body a box, and loose pieces (texts, glyphs, plates, lane bands) that take no part in the
 * graph. Ids of bodies and edges are those of the view; pieces have a prefix of their own.
 */
export const toElements = (scene: Scene, palette: Palette, selected: ReadonlySet<string>): ElementDefinition[] => [
  ...scene.lanes.flatMap((lane) => laneElements(lane, scene.sizes)),
  ...scene.nodes.flatMap((node) => nodeElements(node, palette, selected.has(node.id), scene.sizes)),
  ...scene.edges.map((edge) => edgeElement(edge, scene, selected.has(edge.id))),
  ...scene.badges.flatMap((badge) => badgeElements(badge, palette, selected.has(badge.edge), scene.sizes)),
  ...scene.labels.flatMap((label) => labelElements(label)),
];

const laneElements = (lane: SceneLane, sizes: Sizes): ElementDefinition[] => [
  {
    group: 'nodes',
    data: { id: `lane:${lane.id}`, width: lane.width, height: lane.height },
    position: { x: lane.x, y: lane.y },
    classes: 'lane',
  },
  textElement(
    `lane-title:${lane.id}`,
    { x: lane.x - lane.width / 2 + sizes.lanePadding, y: sizes.laneHeader / 2 },
    lane.title.toUpperCase(),
    'heading',
  ),
];

const nodeElements = (drawn: SceneNode, palette: Palette, selected: boolean, sizes: Sizes): ElementDefinition[] => {
  const node = awake(drawn, selected);
  const inset = node.kind === 'system' || node.kind === 'group' ? sizes.textInset : sizes.textInset + sizes.pillInset;
  const left = node.x - node.width / 2 + inset;
  const lines = node.title.length + node.detail.length;
  const top = node.y - (lines * sizes.line) / 2;
  const loud = node.detailTone === undefined ? '' : ` ${node.detailTone}`;
  return [
    {
      group: 'nodes',
      data: { id: node.id, width: node.width, height: node.height },
      position: { x: node.x, y: node.y },
      classes: classes('body', node.kind, node.emphasis, node.marked && 'marked', selected && 'selected'),
    },
    textElement(
      `title:${node.id}`,
      { x: left, y: top + (node.title.length * sizes.line) / 2 },
      node.title.join('\n'),
      `strong ${node.emphasis}`,
    ),
    ...(node.detail.length === 0
      ? []
      : [
          textElement(
            `detail:${node.id}`,
            { x: left, y: top + (lines - node.detail.length / 2) * sizes.line },
            node.detail.join('\n'),
            `quiet ${node.emphasis}${loud}`,
          ),
        ]),
    ...(node.glyph
      ? [glyphElement(`glyph:${node.id}`, cornerOf(node), node.tone, sizes.glyph, palette, node.emphasis)]
      : []),
  ];
};

const edgeElement = (edge: SceneEdge, scene: Scene, selected: boolean): ElementDefinition => {
  const centreOf = new Map(scene.nodes.map((node) => [node.id, node]));
  const source = centreOf.get(edge.source) ?? edge.start;
  const target = centreOf.get(edge.target) ?? edge.end;
  const { weights, distances } = relativeControls(edge.start, edge.controls, edge.end);
  return {
    group: 'edges',
    data: {
      id: edge.id,
      source: edge.source,
      target: edge.target,
      weights,
      distances,
      start: `${edge.start.x - source.x}px ${edge.start.y - source.y}px`,
      end: `${edge.end.x - target.x}px ${edge.end.y - target.y}px`,
    },
    classes: classes('line', edge.tone, edge.tip, edge.weight, awake(edge, selected).emphasis, selected && 'selected'),
  };
};

/** Control points as the canvas wants them: how far along the straight way from start to end, and how far beside it. */
export const relativeControls = (
  start: Point,
  controls: readonly Point[],
  end: Point,
): { readonly weights: readonly number[]; readonly distances: readonly number[] } => {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const length = Math.hypot(dx, dy) || 1;
  return {
    weights: controls.map((point) => ((point.x - start.x) * dx + (point.y - start.y) * dy) / (length * length)),
    distances: controls.map((point) => ((point.y - start.y) * dx - (point.x - start.x) * dy) / length),
  };
};

const badgeElements = (drawn: SceneBadge, palette: Palette, selected: boolean, sizes: Sizes): ElementDefinition[] => {
  const badge = awake(drawn, selected);
  const left = badge.x - badge.width / 2 + sizes.badgePadding;
  const glyph = badge.mark === undefined ? 0 : sizes.badgeGlyph + sizes.badgePadding;
  return [
    {
      group: 'nodes',
      data: { id: badge.id, width: badge.width, height: badge.height, edge: badge.edge },
      position: { x: badge.x, y: badge.y },
      classes: classes('badge', badge.mark?.tone ?? 'count', badge.emphasis, selected && 'selected'),
    },
    textElement(`text:${badge.id}`, { x: left + glyph, y: badge.y }, badge.lines.join('\n'), `plain ${badge.emphasis}`),
    ...(badge.mark === undefined
      ? []
      : [
          glyphElement(
            `glyph:${badge.id}`,
            { x: left + sizes.badgeGlyph / 2, y: badge.y },
            badge.mark.tone,
            sizes.badgeGlyph,
            palette,
            badge.emphasis,
          ),
        ]),
  ];
};

const labelElements = (label: SceneLabel): ElementDefinition[] => [
  {
    group: 'nodes',
    data: { id: label.id, width: label.width, height: label.height },
    position: { x: label.x, y: label.y },
    classes: 'label',
  },
  textElement(`text:${label.id}`, { x: label.x - label.width / 2 + 5, y: label.y }, label.lines.join('\n'), 'quiet'),
];

const textElement = (id: string, position: Point, words: string, style: string): ElementDefinition => ({
  group: 'nodes',
  data: { id, words },
  position: { ...position },
  classes: `text ${style}`,
});

const glyphElement = (
  id: string,
  position: Point,
  tone: Tone,
  size: number,
  palette: Palette,
  emphasis: string,
): ElementDefinition => ({
  group: 'nodes',
  // Drawn at twice the size it is shown in, so that it stays sharp when zoomed.
  data: {
    id,
    size,
    image: glyphDataUri(glyphByTone[tone], { ink: palette.tone[tone], ground: palette.panel }, size * 3),
  },
  position: { ...position },
  classes: `glyph ${emphasis}`,
});

/** What is selected is never dim. */
const awake = <T extends { readonly emphasis: Emphasis }>(thing: T, selected: boolean): T =>
  selected && thing.emphasis === 'dim' ? { ...thing, emphasis: 'normal' } : thing;

const classes = (...names: readonly (string | false)[]): string => names.filter((name) => name !== false).join(' ');
