import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawMap, type MapPicture, type MapQuestion, type ThingRef } from '../../server/src/domain/map/index.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import { verdictIds } from '../../server/src/domain/verdict/index.ts';
import { inventories } from './arbitrary-inventory.ts';
import { toGraph, type Inventory } from './inventory.ts';
import { isMarkedById, judgedById } from './judged-by-id.ts';
import { oracleHidden, oracleWithin, worldOn, type ThingKey } from './map-oracle.ts';

const today = '2026-11-21';
const runs = { numRuns: 1500 };
const keyOf = ({ concept, id }: ThingRef): ThingKey => `${concept} ${id}`;
const refOf = (key: ThingKey): ThingRef => {
  const [concept = '', id = ''] = key.split(' ');
  return { concept: concept === 'System' ? 'System' : 'AccessChannel', id };
};
const everything: MapQuestion = { asOf: today, around: [], hops: 1, expand: [], show: [], hide: [], most: 5000 };

const draw = (inventory: Inventory, question: Partial<MapQuestion> = {}): MapPicture => {
  const drawn = drawMap(createTraceIndex(toGraph(inventory)), { ...everything, ...question }, judgedById);
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
  return drawn.value;
};

/** An inventory, what is there on the day, and some of that. */
const picked = inventories.chain(({ inventory, ask }) => {
  const { things } = worldOn(inventory, today);
  const some = (maxLength: number) => fc.subarray([...things], { maxLength: Math.min(maxLength, things.length) });
  return fc.record({
    inventory: fc.constant(inventory),
    dataClass: fc.constant(ask.class),
    around: some(2),
    show: some(2),
    hide: some(2),
    expand: some(2),
    direction: fc.constantFrom('IN' as const, 'OUT' as const, 'BOTH' as const),
    hops: fc.integer({ min: 0, max: 4 }),
    most: fc.integer({ min: 1, max: 8 }),
  });
});

/** The worst state and the worst verdict among some restrictions. */
const worstOf = (restrictions: readonly string[]) => {
  const judged = restrictions.map((id) => judgedById(id));
  return {
    status: (['NONE', 'INCOMPLETE', 'LATE', 'COMPLETE'] as const).find((state) =>
      judged.some(({ documentation }) => documentation === state),
    ),
    verdict: verdictIds.find((each) => judged.some(({ verdict }) => verdict === each)),
  };
};

describe('a map against brute force', { timeout: 120_000 }, () => {
  it('shows, around nothing, each thing and each live flow exactly once', () => {
    let [mostThings, mostParallel] = [0, 0];
    fc.assert(
      fc.property(inventories, ({ inventory }) => {
        const world = worldOn(inventory, today);
        const { nodes, edges, completeness } = draw(inventory);
        expect(nodes.map(keyOf)).toEqual(world.things);
        const flows = world.lines.flatMap(({ flow }) => flow ?? []);
        expect(edges.flatMap((edge) => edge.flows.map(({ id }) => id)).sort()).toEqual(flows.sort());
        expect(
          edges
            .filter(({ kind }) => kind === 'SERVES')
            .map(({ to }) => keyOf(to))
            .sort(),
        ).toEqual(world.things.filter((key) => key.startsWith('AccessChannel')).sort());
        expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
        for (const { from, to, flows: own } of edges)
          for (const { id } of own) expect(world.lines).toContainEqual({ from: keyOf(from), to: keyOf(to), flow: id });
        expect(completeness).toMatchObject({
          whole: true,
          shown: nodes.length,
          asked: nodes.length,
          live: nodes.length,
        });
        mostThings = Math.max(mostThings, nodes.length);
        mostParallel = Math.max(mostParallel, ...edges.map((edge) => edge.flows.length));
      }),
      runs,
    );
    expect(mostThings).toBeGreaterThan(7);
    expect(mostParallel).toBeGreaterThan(2);
  });

  it('shows what is within some steps, unfolds, adds and hides, and counts what is hidden around each thing', () => {
    fc.assert(
      fc.property(picked, ({ inventory, around, show, hide, expand, direction, hops }) => {
        const world = worldOn(inventory, today);
        const { nodes, edges, completeness } = draw(inventory, {
          around: around.map(refOf),
          hops,
          show: show.map(refOf),
          hide: hide.map(refOf),
          expand: expand.map((key) => ({ thing: refOf(key), direction })),
        });
        const asked = new Set([
          ...(around.length === 0 ? world.things : oracleWithin(world, around, hops)),
          ...show,
          ...expand,
          ...world.lines.flatMap(({ from, to }) => [
            ...(direction !== 'OUT' && expand.includes(to) ? [from] : []),
            ...(direction !== 'IN' && expand.includes(from) ? [to] : []),
          ]),
        ]);
        const shown = new Set([...asked].filter((key) => !hide.includes(key)));
        expect(nodes.map(keyOf)).toEqual(world.things.filter((key) => shown.has(key)));
        expect(completeness).toMatchObject({ whole: true, asked: shown.size, hidden: asked.size - shown.size });
        for (const node of nodes) expect(node).toMatchObject(oracleHidden(world, keyOf(node), shown));
        const pairs = world.lines.filter(({ from, to }) => shown.has(from) && shown.has(to));
        expect(edges.map(({ from, to }) => `${keyOf(from)} ${keyOf(to)}`).sort()).toEqual(
          [...new Set(pairs.map(({ from, to }) => `${from} ${to}`))].sort(),
        );
      }),
      runs,
    );
  });

  it('keeps the nearest where it may not show all, and says how many it left out', () => {
    fc.assert(
      fc.property(picked, ({ inventory, around, hops, most }) => {
        const world = worldOn(inventory, today);
        const asked = [...(around.length === 0 ? world.things : oracleWithin(world, around, hops))];
        const { nodes, completeness } = draw(inventory, { around: around.map(refOf), hops, most });
        expect(nodes).toHaveLength(Math.min(most, asked.length));
        expect(completeness).toMatchObject({
          whole: asked.length <= most,
          shown: nodes.length,
          asked: asked.length,
          live: world.things.length,
        });
        expect(completeness.sentence.includes('left out')).toBe(asked.length > most);
        const kept = nodes.map(keyOf);
        const distance = (key: ThingKey): number =>
          [0, 1, 2, 3, 4].find((steps) => oracleWithin(world, around, steps).has(key)) ?? 0;
        const left = asked.filter((key) => !kept.includes(key)).map(distance);
        if (around.length > 0 && left.length > 0)
          expect(Math.max(...kept.map(distance))).toBeLessThanOrEqual(Math.min(...left));
      }),
      runs,
    );
  });

  it('says how the restrictions at each place stand, and what bears on a class', () => {
    fc.assert(
      fc.property(picked, ({ inventory, dataClass }) => {
        const world = worldOn(inventory, today);
        const { nodes, edges } = draw(inventory, { dataClass });
        const above = (id: string): readonly string[] => {
          const parent = inventory.classes.find((item) => item.id === id)?.partOf;
          return parent === undefined ? [id] : [id, ...above(parent)];
        };
        const bears = (classes: readonly string[]): boolean => classes.some((id) => above(dataClass).includes(id));
        for (const { concept, id, restrictions, marked, status, verdict, ofClass, live } of nodes) {
          const own = world.restrictions(id);
          expect({ status, verdict }).toEqual(worstOf(own));
          expect({ restrictions, marked }).toEqual({
            restrictions: own.length,
            marked: own.filter(isMarkedById).length,
          });
          const system = inventory.systems.find((each) => each.id === id);
          const channel = inventory.channels.find((each) => each.id === id);
          const classes =
            concept === 'System' ? (live ? system?.holds.map((hold) => hold.class) : []) : channel?.releases;
          expect(ofClass).toBe(bears(classes ?? []));
        }
        for (const { kind, to, flows, restrictions, marked, status, verdict, ofClass } of edges) {
          const own = flows.flatMap(({ id }) => world.restrictions(id));
          expect({ status, verdict }).toEqual(worstOf(own));
          expect({ restrictions, marked }).toEqual({
            restrictions: own.length,
            marked: own.filter(isMarkedById).length,
          });
          const carried =
            kind === 'SERVES'
              ? inventory.channels.find(({ id }) => id === to.id)?.releases
              : inventory.flows
                  .filter(({ id }) => flows.some((flow) => flow.id === id))
                  .flatMap(({ carries }) => carries);
          expect(ofClass).toBe(bears(carried ?? []));
        }
      }),
      runs,
    );
  });
});
