import type { LayoutEngine } from '../layout/elk-client.ts';
import { createFreeSpace } from './free-space.ts';
import { layOutLanes } from './lanes-layout.ts';
import { layOutLayered } from './layered-layout.ts';
import type { MapPlan } from './map-plan.ts';
import type { Places } from './place-new.ts';

/** Up to this many boxes and lines the engine lays out; beyond, lanes do. */
const engineLimits = { boxes: 160, links: 420 };

/** How long the engine may take, in milliseconds, before lanes answer in its stead. */
const deadline = 3_000;

/**
 * Places for all boxes, found from scratch, except that those in `fixed` stand exactly where it says: what would be in their way moves to free ground
 * nearby. Never rejects: where the engine fails or takes too long, the simple layout answers.
 */
export const layOutMap = async (plan: MapPlan, fixed: Places, engine: LayoutEngine): Promise<Places> => {
  // Finding places, keeping what is fixed and drawing are tasks of their own: on a large map the page answers between them.
  await nextTask();
  const places = await found(plan, engine);
  await nextTask();
  const kept = keepFixed(plan, places, fixed);
  await nextTask();
  return kept;
};

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const found = async (plan: MapPlan, engine: LayoutEngine): Promise<Places> => {
  if (plan.boxes.length > engineLimits.boxes || plan.links.length > engineLimits.links) return layOutLanes(plan);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, deadline, undefined));
  const answer = await Promise.race([layOutLayered(plan, engine).catch(() => undefined), late]);
  return answer ?? layOutLanes(plan);
};

/** The places of `found`, those of `fixed` instead where it has one, and no box on another that is not fixed. */
export const keepFixed = (plan: MapPlan, found: Places, fixed: Places): Places => {
  const held = plan.boxes.filter((box) => fixed.has(box.id));
  if (held.length === 0) return found;
  const space = createFreeSpace();
  const places = new Map<string, { x: number; y: number }>();
  for (const box of held) {
    const place = fixed.get(box.id);
    if (place === undefined) continue;
    places.set(box.id, place);
    space.take({ ...place, width: box.width, height: box.height });
  }
  // What is fixed shows where on the plane the picture stands; the rest comes there with it.
  const [anchor] = held;
  const from = anchor === undefined ? undefined : found.get(anchor.id);
  const to = anchor === undefined ? undefined : fixed.get(anchor.id);
  const shift =
    from === undefined || to === undefined || held.length > 1 ? { x: 0, y: 0 } : { x: to.x - from.x, y: to.y - from.y };
  for (const box of plan.boxes) {
    if (places.has(box.id)) continue;
    const wanted = found.get(box.id) ?? { x: 0, y: 0 };
    const place = space.nearest({ x: wanted.x + shift.x, y: wanted.y + shift.y }, box);
    places.set(box.id, place);
    space.take({ ...place, width: box.width, height: box.height });
  }
  return places;
};
