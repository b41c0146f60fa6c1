import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { LayoutEngine } from '../layout/elk-client.ts';
import { mapSizes, type MapPlan, type PlannedBox } from './map-plan.ts';
import type { Places } from './place-new.ts';
import { inColumns, stack } from './lanes-layout.ts';

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
  const best = bestRows(sorted.map((layer) => layer.length));
  const own = new Map(
    [...layers].flatMap(([x, layer]) =>
      layer.map(({ box, y }) => [box.id, { x: x + box.width / 2, y: Math.round(y) }] as const),
    ),
  );
  // The engine's own heights have the straighter lines: they are kept while they cost little room.
  if (sizeOf(own) <= 1.3 * best.size) return own;
  return stack(
    sorted.flatMap((layer) =>
      inColumns(
        layer.map(({ box }) => box),
        best.rows,
      ),
    ),
  );
};

/** The screen that a picture is made for: how much wider than tall. */
const screen = 1.45;
const across = mapSizes.width + mapSizes.columnGap;
const down = 2.6 * mapSizes.line + 2 * mapSizes.padding + mapSizes.gap;

/** How many boxes stand above each other at most, so that the whole is seen as large as can be, and the height of the screen that this takes. */
const bestRows = (layers: readonly number[]): { readonly rows: number; readonly size: number } => {
  const tallest = Math.max(1, ...layers);
  let best = { rows: tallest, size: Infinity };
  for (let rows = Math.min(6, tallest); rows <= tallest; rows += 1) {
    const columns = layers.reduce((total, layer) => total + Math.ceil(layer / rows), 0);
    const size = Math.max((columns * across) / screen, rows * down);
    if (size < best.size) best = { rows, size };
  }
  return best;
};

/** How large a screen it takes, by its height. */
const sizeOf = (places: Places): number => {
  const xs = [...places.values()].map(({ x }) => x);
  const ys = [...places.values()].map(({ y }) => y);
  return Math.max((Math.max(...xs) - Math.min(...xs) + across) / screen, Math.max(...ys) - Math.min(...ys) + down);
};

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
