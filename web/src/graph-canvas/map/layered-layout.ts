import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { LayoutEngine } from '../layout/elk-client.ts';
import { mapSizes, type MapPlan, type PlannedBox } from './map-plan.ts';
import type { Places } from './place-new.ts';
import { stack } from './lanes-layout.ts';

/**
 * Places by the layout engine: layers from left to right as the lines run. A layer that would be much taller than the whole is wide is set in several columns, so that
 * a system with forty neighbours still makes a picture one can read. Rejects when the engine fails.
 */
export const layOutLayered = async (plan: MapPlan, engine: LayoutEngine): Promise<Places> => {
  const answer = await engine(toElk(plan));
  const boxById = new Map(plan.boxes.map((box) => [box.id, box]));
  const layers = new Map<number, { box: PlannedBox; y: number }[]>();
  for (const child of answer.children ?? []) {
    const box = boxById.get(child.id);
    if (box === undefined) continue;
    const x = Math.round(child.x ?? 0);
    layers.set(x, [...(layers.get(x) ?? []), { box, y: (child.y ?? 0) + box.height / 2 }]);
  }
  const sorted = [...layers].sort(([a], [b]) => a - b).map(([, layer]) => layer.sort((a, b) => a.y - b.y));
  const most = mostRows(plan.boxes.length);
  if (sorted.some((layer) => layer.length > most)) {
    return stack(
      sorted.flatMap((layer) => {
        const count = Math.ceil(layer.length / most);
        const each = Math.ceil(layer.length / count);
        return Array.from({ length: count }, (_, at) => layer.slice(at * each, (at + 1) * each).map(({ box }) => box));
      }),
    );
  }
  return new Map(
    [...layers].flatMap(([x, layer]) =>
      layer.map(({ box, y }) => [box.id, { x: x + box.width / 2, y: Math.round(y) }] as const),
    ),
  );
};

/** How many boxes stand above each other at most. */
const mostRows = (boxes: number): number => Math.max(9, Math.ceil(Math.sqrt(boxes * 2.6)));

const toElk = (plan: MapPlan): ElkNode => ({
  id: 'root',
  layoutOptions: {
    'elk.algorithm': 'layered',
    'elk.direction': 'RIGHT',
    'elk.separateConnectedComponents': 'false',
    'elk.edgeRouting': 'POLYLINE',
    'elk.randomSeed': '1',
    'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
    'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
    'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
    'elk.spacing.nodeNode': String(mapSizes.gap + 6),
    'elk.spacing.edgeNode': '14',
    'elk.layered.spacing.nodeNodeBetweenLayers': String(mapSizes.columnGap),
  },
  children: plan.boxes.map(({ id, width, height }) => ({ id, width, height })),
  edges: [...new Map(plan.links.map((link) => [`${link.source}>${link.target}`, link]))]
    .filter(([, { source, target }]) => source !== target)
    .map(([id, { source, target }]) => ({ id, sources: [source], targets: [target] })),
});
