import { describe, expect, it } from 'vitest';
import { buildMapView } from '../../graph-model/map/build-map-view.ts';
import { foldGroups } from '../../graph-model/map/map-groups.ts';
import { emptyMapView } from '../../graph-model/map/map-view.ts';
import { smallMap } from '../../graph-model/test-kit/map.ts';
import { estimateWidth } from '../wrap-label.ts';
import { tooNear } from './free-space.ts';
import { layOutLanes } from './lanes-layout.ts';
import { layOutLayered } from './layered-layout.ts';
import { layOutMap } from './lay-out-map.ts';
import { memoryText, parseMemory } from './map-memory.ts';
import { planMap, type MapPlan } from './map-plan.ts';
import { placeNew, type Places } from './place-new.ts';
import { settle } from './settle.ts';

const broken = (): Promise<never> => Promise.reject(new Error('the engine is away'));

/** Numbers below a bound, the same for the same seed. */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state % below;
  };
};

/** Pictures of 2 to 61 boxes with up to 120 lines, each different. */
const plans: readonly MapPlan[] = Array.from({ length: 60 }, (_, seed): MapPlan => {
  const below = numbers(seed + 1);
  const count = seed + 2;
  return {
    boxes: Array.from({ length: count }, (_, at) => ({
      id: `system:${at}`,
      column: below(4),
      width: 180,
      height: 34 + 16 * below(3),
      title: ['x'],
      detail: [],
    })),
    links: Array.from({ length: 2 * below(count) }, () => ({
      source: `system:${below(count)}`,
      target: `system:${below(count)}`,
    })),
  };
});

const overlaps = (plan: MapPlan, places: Places): number => {
  const boxes = plan.boxes.map((box) => ({
    ...(places.get(box.id) ?? { x: NaN, y: NaN }),
    width: box.width,
    height: box.height,
  }));
  let count = 0;
  boxes.forEach((box, at) => {
    for (const other of boxes.slice(at + 1)) if (tooNear(box, other)) count += 1;
  });
  return count;
};

const without = (plan: MapPlan, ids: ReadonlySet<string>): MapPlan => ({
  boxes: plan.boxes.filter((box) => !ids.has(box.id)),
  links: plan.links.filter((link) => !ids.has(link.source) && !ids.has(link.target)),
});

describe('places on the map', () => {
  it('are found for every box, none on another, whichever way they are found', () => {
    for (const plan of plans) {
      for (const places of [layOutLanes(plan), placeNew(plan, new Map())]) {
        expect(places.size).toBe(plan.boxes.length);
        expect(overlaps(plan, places)).toBe(0);
      }
    }
  });

  it('stay exactly where they are when other things are added', () => {
    for (const [seed, plan] of plans.entries()) {
      const added = Math.min(1 + (seed % 20), plan.boxes.length - 1);
      const fresh = new Set(plan.boxes.slice(-added).map((box) => box.id));
      const before = layOutLanes(without(plan, fresh));
      const after = placeNew(plan, before);
      for (const [id, place] of before) expect(after.get(id)).toEqual(place);
      expect(after.size).toBe(plan.boxes.length);
      expect(overlaps(plan, after)).toBe(0);
    }
  });

  it('hold what is pinned when everything else is laid out anew', async () => {
    for (const [seed, plan] of plans.entries()) {
      const pinned = plan.boxes[seed % plan.boxes.length]?.id ?? '';
      const places = await layOutMap(plan, new Map([[pinned, { x: 411, y: -97 }]]), broken);
      expect(places.get(pinned)).toEqual({ x: 411, y: -97 });
      expect(overlaps(plan, places)).toBe(0);
    }
  });

  it('are found soon for a picture of thousands', () => {
    const boxes = Array.from({ length: 2_000 }, (_, at) => ({
      id: `system:${at}`,
      column: at % 4,
      width: 180,
      height: 66,
      title: ['x'],
      detail: [],
    }));
    const below = numbers(7);
    const links = Array.from({ length: 5_000 }, () => ({
      source: `system:${below(2_000)}`,
      target: `system:${below(40)}`,
    }));
    const places = layOutLanes({ boxes, links });
    const xs = [...places.values()].map(({ x }) => x);
    const ys = [...places.values()].map(({ y }) => y);
    const shape = (Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys));
    expect(places.size).toBe(2_000);
    expect(shape).toBeGreaterThan(1);
    expect(shape).toBeLessThan(3);
  });

  it('put a new thing beside what it hangs on', () => {
    const plan = planMap(buildMapView(smallMap, new Map()), estimateWidth);
    const before = new Map([['system:lab', { x: 0, y: 0 }]]);
    const after = placeNew(plan, before);
    expect(after.get('system:ehr')).toEqual({ x: 256, y: 0 });
  });

  it('set a tall layer in several columns, so that a hub with many neighbours can still be read', async () => {
    const boxes = Array.from({ length: 40 }, (_, at) => ({
      id: `system:${at}`,
      column: 2,
      width: 180,
      height: 50,
      title: ['x'],
      detail: [],
    }));
    const plan = { boxes, links: boxes.slice(1).map(({ id }) => ({ source: 'system:0', target: id })) };
    const places = await layOutLayered(plan, (graph) =>
      Promise.resolve({
        ...graph,
        children: (graph.children ?? []).map((child, at) => ({ ...child, x: at === 0 ? 0 : 300, y: at * 70 })),
      }),
    );
    const ys = [...places.values()].map(({ y }) => y);
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(1_400);
    expect(overlaps(plan, places)).toBe(0);
  });
});

describe('a picture that changes', () => {
  const view = buildMapView(smallMap, new Map());
  const folded = foldGroups(view, 'organization', new Set());

  it('opens a group into a block of its own near where it stood, everything else untouched', async () => {
    const places = new Map([
      ['system:payer', { x: 1_000, y: 0 }],
      ['group:organization:hospital', { x: 200, y: 300 }],
    ]);
    const plan = planMap(view, estimateWidth);
    const shown = new Set(folded.boxes.map((box) => box.id));
    const opened = await settle(plan, places, shown, { before: folded, now: view }, broken);
    expect(opened.get('system:payer')).toEqual({ x: 1_000, y: 0 });
    const members = ['system:lab', 'system:ehr', 'channel:portal'].flatMap((id) => opened.get(id) ?? []);
    expect(members).toHaveLength(3);
    for (const { x, y } of members) expect(Math.hypot(x - 200, y - 300)).toBeLessThan(600);
    expect(overlaps(plan, opened)).toBe(0);
  });

  it('gives a box that comes back the place it had, unless something stands there now', async () => {
    const plan = planMap(view, estimateWidth);
    const remembered = new Map([
      ['system:lab', { x: 0, y: 0 }],
      ['system:ehr', { x: 300, y: 0 }],
      ['system:payer', { x: 10, y: 10 }],
      ['channel:portal', { x: 600, y: 0 }],
    ]);
    const change = { before: emptyMapView, now: view };
    const places = await settle(plan, remembered, new Set(['system:lab', 'system:ehr']), change, broken);
    expect(places.get('channel:portal')).toEqual({ x: 600, y: 0 });
    expect(places.get('system:payer')).not.toEqual({ x: 10, y: 10 });
    expect(overlaps(plan, places)).toBe(0);
  });
});

describe('a picture that is opened again', () => {
  it('has every box where it was left, those that were moved close to others too', async () => {
    const view = buildMapView(smallMap, new Map());
    const plan = planMap(view, estimateWidth);
    const left = new Map([
      ['system:lab', { x: 0, y: 0 }],
      ['system:ehr', { x: 185, y: 10 }],
      ['system:payer', { x: 185, y: 20 }],
      ['channel:portal', { x: 600, y: 0 }],
    ]);
    const change = { before: emptyMapView, now: view };
    const places = await settle(plan, left, new Set(['system:ehr', 'system:payer']), change, broken);
    expect(places).toEqual(left);
  });
});

describe('what a browser remembers of a picture', () => {
  it('reads back what was written, and nothing from what is none', () => {
    const memory = { places: new Map([['system:a', { x: 3, y: -4 }]]), pins: new Set(['system:a']) };
    expect(parseMemory(memoryText(memory))).toEqual(memory);
    for (const text of [undefined, '', '{', '[]', '{"places":{"a":[1]},"pins":[7]}'])
      expect(parseMemory(text)).toEqual({ places: new Map(), pins: new Set() });
  });
});
