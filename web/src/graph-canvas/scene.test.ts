import Elk from 'elkjs/lib/elk.bundled.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTraceView } from '../graph-model/build-trace-view.ts';
import { laboratory } from '../graph-model/test-kit/laboratory.ts';
import { highlightPath } from '../graph-model/transforms/highlight-path.ts';
import { mergeParallelFlows } from '../graph-model/transforms/merge-parallel-flows.ts';
import { composeScene } from './compose-scene.ts';
import { relativeControls, toElements } from './cytoscape-elements.ts';
import { layoutKey, layoutPlan } from './layout/layout-view.ts';
import type { Placement } from './layout/place.ts';
import { planScene } from './layout/plan.ts';
import type { Palette } from './palette.ts';
import { withLabels } from './place-labels.ts';
import { statement } from '../graph-model/statement.ts';
import { sceneToSvg } from './scene-to-svg.ts';
import { legendOf } from '../graph-model/legend.ts';
import type { Box, Scene } from './scene.ts';
import { estimateWidth } from './wrap-label.ts';

const view = mergeParallelFlows(buildTraceView(laboratory));
const plan = planScene(view, estimateWidth);
const layOut = (): Promise<Placement> => {
  const elk = new Elk();
  return layoutPlan(plan, (graph) => elk.layout(graph));
};
const color = '#123456';
const palette: Palette = {
  text: color,
  quiet: color,
  dim: color,
  ground: color,
  panel: color,
  lane: color,
  line: color,
  nodeLine: color,
  accent: color,
  markedGround: color,
  font: 'sans-serif',
  tone: {
    undocumented: color,
    unprotected: color,
    incomplete: color,
    review: color,
    withheld: color,
    limited: color,
    released: color,
    unknown: color,
    none: color,
  },
};

let placement: Placement;
let scene: Scene;
beforeAll(async () => {
  placement = await layOut();
  scene = composeScene(plan, placement);
});

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
const overlaps = (boxes: readonly (Box & { readonly id: string })[]): readonly string[] =>
  boxes.flatMap((box, index) =>
    boxes.slice(index + 1).flatMap((other) => (overlap(box, other) ? `${box.id} on ${other.id}` : [])),
  );

describe('the layout', () => {
  it('gives everything a place', () => {
    expect(scene.nodes).toHaveLength(view.nodes.length);
    expect(scene.edges).toHaveLength(view.edges.length);
    expect(scene.badges.length).toBeGreaterThanOrEqual(4);
  });

  it('stands each lane in one column, in the order of the lanes', () => {
    const columns = scene.lanes.map((lane) => {
      const xs = new Set(
        view.nodes.filter((node) => node.lane === lane.id).map((node) => placement.boxById.get(node.id)?.x),
      );
      expect(xs.size).toBe(1);
      return [...xs][0] ?? 0;
    });
    expect(columns).toHaveLength(5);
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
  });

  it('lets no box or plate lie on another', () => {
    expect(overlaps([...scene.nodes, ...scene.badges])).toEqual([]);
  });

  it('keeps everything inside the picture', () => {
    for (const box of [...scene.nodes, ...scene.badges]) {
      expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width / 2).toBeLessThanOrEqual(scene.width);
      expect(box.y + box.height / 2).toBeLessThanOrEqual(scene.height);
    }
  });

  it('begins and ends each line on the side of its box', () => {
    const boxById = new Map(scene.nodes.map((node) => [node.id, node]));
    for (const edge of scene.edges) {
      for (const [point, box] of [
        [edge.start, boxById.get(edge.source)],
        [edge.end, boxById.get(edge.target)],
      ] as const) {
        if (box === undefined) throw new Error(`${edge.id} hangs`);
        expect(Math.abs(point.x - box.x)).toBeCloseTo(box.width / 2, 3);
        expect(Math.abs(point.y - box.y)).toBeLessThanOrEqual(box.height / 2);
      }
    }
  });

  it('is the same each time, and does not depend on the chosen path', async () => {
    const again = await layOut();
    expect([...again.boxById]).toEqual([...placement.boxById]);
    expect([...again.routeById]).toEqual([...placement.routeById]);
    const lit = planScene(
      highlightPath(view, { audience: 'PATIENT', status: 'RELEASED', steps: [{ kind: 'SYSTEM', id: 'ehr' }] }),
      estimateWidth,
    );
    expect(layoutKey(lit)).toBe(layoutKey(plan));
  });
});

describe('withLabels', () => {
  it('puts labels where they cover nothing', () => {
    const wanted = new Set(view.edges.filter((edge) => edge.kind === 'flow').map((edge) => edge.id));
    const labelled = withLabels(scene, wanted, estimateWidth);
    expect(labelled.labels.length).toBeGreaterThan(8);
    expect(overlaps([...scene.nodes, ...scene.badges, ...labelled.labels])).toEqual([]);
  });

  it('labels nothing that was not asked for', () => {
    expect(withLabels(scene, new Set(), estimateWidth).labels).toEqual([]);
  });
});

describe('toElements', () => {
  it('maps each line to one edge and each box to one body, by the ids of the view', () => {
    const elements = toElements(scene, palette, new Set(['channel:portal']));
    const edges = elements.filter((element) => element.group === 'edges');
    expect(edges.map((edge) => edge.data.id)).toEqual(view.edges.map((edge) => edge.id));
    const bodies = elements.filter((element) => element.classes?.toString().startsWith('body'));
    expect(bodies.map((body) => body.data.id)).toEqual(view.nodes.map((node) => node.id));
    expect(bodies.filter((body) => body.classes?.toString().includes('marked'))).toHaveLength(2);
    expect(bodies.filter((body) => body.classes?.toString().includes('selected'))).toHaveLength(1);
    const ids = elements.map((element) => element.data.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('relativeControls', () => {
  it('says where a control point lies along and beside the straight way', () => {
    const { weights, distances } = relativeControls({ x: 0, y: 0 }, [{ x: 50, y: 20 }], { x: 100, y: 0 });
    expect(weights[0]).toBeCloseTo(0.5);
    expect(distances[0]).toBeCloseTo(20);
  });
});

describe('sceneToSvg', () => {
  const caption = {
    title: 'Clinical <record> & more',
    sentence: 'Released on 3 of 5 channels.',
    facts: ['As of 2026-11-21', 'Inventory revision 7'],
    legend: legendOf(view),
  };

  it('draws as many lines and boxes as the picture has, with the words around it', () => {
    const svg = sceneToSvg(scene, caption, palette, estimateWidth);
    expect(svg.match(/class="edge"/g)).toHaveLength(scene.edges.length);
    expect(svg.match(/class="node"/g)).toHaveLength(scene.nodes.length);
    expect(svg).toContain('Released on 3 of 5 channels.');
    expect(svg).toContain('As of 2026-11-21 · Inventory revision 7');
    for (const entry of legendOf(view)) expect(svg).toContain(`>${entry.words}</text>`);
    expect(svg).toContain('Clinical &lt;record&gt; &amp; more');
    expect(svg).not.toContain('NaN');
  });

  it('gives every line of a long caption its own place above the picture, and cuts none', () => {
    const sentence = `${'Released on some of the many channels here. '.repeat(30)}Last words.`;
    const facts = Array.from({ length: 30 }, (_, index) => `A fact of some length, number ${index}`);
    const svg = sceneToSvg(scene, { ...caption, sentence, facts }, palette, estimateWidth);
    const above = svg.slice(0, svg.indexOf('<g transform='));
    const lines = [...above.matchAll(/<text x="24" y="([\d.]+)" font-size="(\d+)"/g)].map(([, y, size]) => ({
      y: Number(y),
      size: Number(size),
    }));
    expect(lines.length).toBeGreaterThan(6);
    for (const [index, line] of lines.slice(1).entries()) {
      expect(line.y - (lines[index]?.y ?? 0)).toBeGreaterThanOrEqual(line.size * 1.2);
    }
    const picture = Number(/<g transform="translate\([\d.]+ ([\d.]+)\)">/.exec(svg)?.[1]);
    expect(picture).toBeGreaterThan((lines.at(-1)?.y ?? 0) + 8);
    expect(above).toContain('Last words.');
    expect(above).toContain('number 29');
  });

  it('says at its foot and in its description that it documents and that counsel decides', () => {
    const svg = sceneToSvg(scene, caption, palette, estimateWidth);
    expect(svg).toContain(`<desc>Released on 3 of 5 channels. ${statement}</desc>`);
    const height = Number(/ height="([\d.]+)"/.exec(svg)?.[1]);
    const foot = svg.slice(svg.lastIndexOf('<text '));
    expect(foot).toContain(`>${statement}</text>`);
    expect(Number(/ y="([\d.]+)"/.exec(foot)?.[1])).toBeLessThan(height);
    const legend = [...svg.matchAll(/<g transform="translate\(24 ([\d.]+)\)">/g)].map(([, y]) => Number(y));
    expect(Number(/ y="([\d.]+)"/.exec(foot)?.[1])).toBeGreaterThan((legend.at(-1) ?? 0) + 20);
  });

  it('fades no words off the chosen path', () => {
    const dimmed: Scene = {
      ...scene,
      nodes: scene.nodes.map((node) => ({ ...node, emphasis: 'dim' })),
      badges: scene.badges.map((badge) => ({ ...badge, emphasis: 'dim' })),
    };
    const svg = sceneToSvg(dimmed, caption, { ...palette, dim: '#654321' }, estimateWidth);
    expect(svg).toContain(' opacity="0.75"');
    expect(svg.match(/<g[^>]* opacity="[^"]*"[^>]*>(?:(?!<\/g>).)*<text/g)).toBeNull();
    const box = /<g class="node">.*?<\/text>/.exec(svg)?.[0] ?? '';
    expect(box).toContain('fill="#654321"');
  });
});
