import type { MapView } from '../../graph-model/map/map-view.ts';
import type { LayoutEngine } from '../layout/elk-client.ts';
import { createFreeSpace } from './free-space.ts';
import { layOutMap } from './lay-out-map.ts';
import { mapSizes, type MapPlan } from './map-plan.ts';
import { placeOpened } from './opened-groups.ts';
import type { Box } from '../scene.ts';
import { placeNew, type Places } from './place-new.ts';

/** Of so many new boxes, and more than three times as many as stand already, the whole is laid out around those that stand. */
const manyNew = 40;

/**
 * Places for every box of the plan. What is `shown` now, or pinned, keeps its place exactly. A box that comes back gets the place it had, where that is still free. New ones are
 * placed by what they hang on; where hardly anything stands yet, all of it is laid out anew around what does. `before` is the view that was drawn
 * before: the members of a group that opens stand together near where it stood, and things that fold become one in their middle.
 */
export const settle = async (
  plan: MapPlan,
  remembered: Places,
  shown: ReadonlySet<string>,
  change: { readonly before: MapView; readonly now: MapView },
  engine: LayoutEngine,
): Promise<Places> => {
  const kept = standing(plan, remembered, shown);
  const fixed = kept.size === 0 ? kept : await placeOpened(plan, kept, change.before, remembered, engine);
  const fresh = plan.boxes.length - fixed.size;
  if (fresh === 0) return fixed;
  const near = comeFrom(change.before, change.now, remembered);
  const hardlyAny = fixed.size === 0 || (fresh > manyNew && fresh > 3 * fixed.size);
  const origins = new Set([...near.values()].map(({ x, y }) => `${x},${y}`)).size;
  if (hardlyAny && (fixed.size === 0 ? origins === 0 || origins > 2 : origins !== 1))
    return layOutMap(plan, fixed, engine);
  return placeNew(plan, fixed, near);
};

/** A box that may touch others a little: texts that arrive make boxes taller, and people move them close. */
const core = (box: Box): Box => ({
  ...box,
  width: Math.max(2, box.width - 2 * (mapSizes.gap + 8)),
  height: Math.max(2, box.height - 2 * (mapSizes.gap + 8)),
});

/** The boxes that keep the place they have: what is shown or pinned always, the rest where nothing else stands there now. */
const standing = (plan: MapPlan, remembered: Places, shown: ReadonlySet<string>): Places => {
  const space = createFreeSpace();
  const fixed = new Map<string, { x: number; y: number }>();
  const keep = (wanted: boolean): void => {
    for (const box of plan.boxes) {
      const place = remembered.get(box.id);
      if (place === undefined || shown.has(box.id) !== wanted) continue;
      const at = { ...place, width: box.width, height: box.height };
      if (!wanted && !space.isFree(core(at))) continue;
      fixed.set(box.id, place);
      space.take(at);
    }
  };
  keep(true);
  keep(false);
  return fixed;
};

const comeFrom = (before: MapView, now: MapView, remembered: Places): Places => {
  const near = new Map<string, { x: number; y: number }>();
  const was = new Set(before.boxes.map((box) => box.id));
  for (const box of before.boxes) {
    const place = remembered.get(box.id);
    if (place !== undefined) for (const member of box.members) near.set(member, place);
  }
  for (const box of now.boxes) {
    const places = box.members.filter((id) => was.has(id)).flatMap((id) => remembered.get(id) ?? []);
    if (places.length === 0) continue;
    near.set(box.id, {
      x: Math.round(places.reduce((total, { x }) => total + x, 0) / places.length),
      y: Math.round(places.reduce((total, { y }) => total + y, 0) / places.length),
    });
  }
  return near;
};
