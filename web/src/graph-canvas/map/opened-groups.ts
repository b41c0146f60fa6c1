import type { MapView } from '../../graph-model/map/map-view.ts';
import type { LayoutEngine } from '../layout/elk-client.ts';
import type { Box } from '../scene.ts';
import { createFreeSpace } from './free-space.ts';
import { layOutLanes } from './lanes-layout.ts';
import { layOutMap } from './lay-out-map.ts';
import { boundsOf } from './look-at.ts';
import type { MapPlan, PlannedBox } from './map-plan.ts';
import type { Places } from './place-new.ts';

/** Of more members the simple layout makes the block: it is there at once. */
const mostByEngine = 40;

/**
 * Places for the members of groups that were folded before and are open now: each group's stand together as a block of their own, laid out as a small
 * picture, on the free ground nearest to where the group stood. `fixed` is what stands already.
 */
export const placeOpened = async (
  plan: MapPlan,
  fixed: Places,
  before: MapView,
  remembered: Places,
  engine: LayoutEngine,
): Promise<Places> => {
  const boxById = new Map(plan.boxes.map((box) => [box.id, box]));
  const space = createFreeSpace();
  for (const [id, place] of fixed) {
    const box = boxById.get(id);
    if (box !== undefined) space.take({ ...place, width: box.width, height: box.height });
  }
  const places = new Map(fixed);
  for (const group of before.boxes) {
    const stood = remembered.get(group.id);
    const members = group.members.flatMap((id) => boxById.get(id) ?? []).filter(({ id }) => !places.has(id));
    if (stood === undefined || members.length === 0 || boxById.has(group.id)) continue;
    const block = await layOutBlock(plan, members, engine);
    const place = space.nearest(stood, block);
    for (const { id, x, y } of block.boxes) places.set(id, { x: Math.round(place.x + x), y: Math.round(place.y + y) });
    space.take({ ...place, width: block.width, height: block.height });
  }
  return places;
};

interface Block {
  readonly width: number;
  readonly height: number;
  /** The boxes, their places counted from the middle of the block. */
  readonly boxes: readonly (Box & { readonly id: string })[];
}

const layOutBlock = async (plan: MapPlan, members: readonly PlannedBox[], engine: LayoutEngine): Promise<Block> => {
  const inside = new Set(members.map(({ id }) => id));
  const links = plan.links.filter(({ source, target }) => inside.has(source) && inside.has(target));
  const block = { boxes: members, links };
  const found = members.length > mostByEngine ? layOutLanes(block) : await layOutMap(block, new Map(), engine);
  const boxes = members.map(({ id, width, height }) => ({ ...(found.get(id) ?? { x: 0, y: 0 }), id, width, height }));
  const bounds = boundsOf(boxes) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
  return {
    width: bounds.right - bounds.left,
    height: bounds.bottom - bounds.top,
    boxes: boxes.map((box) => ({ ...box, x: box.x - middle.x, y: box.y - middle.y })),
  };
};
