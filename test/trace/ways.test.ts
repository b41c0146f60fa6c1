import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWays, type WayPage, type WayQuestion } from '../../server/src/domain/map/index.ts';
import { searchWays, type WayPlace } from '../../server/src/domain/map/search-ways.ts';
import { countWays } from '../../server/src/domain/map/count-ways.ts';
import { mapDayOf } from '../../server/src/domain/map/map-day.ts';
import { createWayGraph } from '../../server/src/domain/map/way-graph.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import { inventories } from './arbitrary-inventory.ts';
import { toGraph, type Inventory } from './inventory.ts';
import { judgedById } from './judged-by-id.ts';
import { oracleWays, worldOn } from './map-oracle.ts';

const today = '2026-11-21';
const runs = { numRuns: 1500 };

const find = (inventory: Inventory, question: Omit<WayQuestion, 'asOf'>): WayPage => {
  const found = findWays(createTraceIndex(toGraph(inventory)), { asOf: today, ...question }, judgedById);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
};

const flowsOf = ({ ways }: WayPage): readonly (readonly string[])[] =>
  ways.map(({ way }) => way.steps.flatMap(({ flow }) => flow?.id ?? []));

/** Systems that flow to each other at random, many of them in rings, some pairs by several flows. */
const meshes: fc.Arbitrary<Inventory> = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.constantFrom(0, 16))
  .chain(([count, least]) => {
    const systems = Array.from({ length: count }, (_, number) => ({ id: `s${number}`, holds: [] }));
    const system = fc.integer({ min: 0, max: count - 1 }).map((number) => `s${number}`);
    return fc
      .array(fc.record({ from: system, to: system, carries: fc.constantFrom(['lab'], ['img'], ['lab', 'img']) }), {
        minLength: least,
        maxLength: 20,
      })
      .map((flows) => ({
        classes: [{ id: 'lab' }, { id: 'img' }],
        systems,
        flows: flows.map((flow, number) => ({ id: `f${String(number).padStart(2, '0')}`, ...flow })),
        channels: [{ id: 'c0', system: 's1', releases: ['lab'], for: [] }],
        restrictions: [{ id: 'r0', appliesTo: 's1', effect: 'WITHHOLDS', limits: ['img'], audiences: [] }],
      }));
  });

const questions = meshes.chain((inventory) => {
  const ids = inventory.systems.map(({ id }) => id);
  return fc.record({
    inventory: fc.constant(inventory),
    from: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids.map((id) => ({ concept: 'System' as const, id })), {
      concept: 'AccessChannel' as const,
      id: 'c0',
    }),
    via: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, fc.subarray(ids, { maxLength: 2 })),
    dataClass: fc.option(fc.constantFrom('lab', 'img'), { nil: undefined, freq: 3 }),
    first: fc.integer({ min: 1, max: 5 }),
  });
});

describe('ways against brute force', { timeout: 120_000 }, () => {
  it('lists exactly the ways there are, in order, page by page, and counts them', () => {
    let most = 0;
    fc.assert(
      fc.property(questions, ({ inventory, from, to, via, dataClass, first }) => {
        fc.pre(!(to.concept === 'System' && to.id === from));
        const carried = (flow: string | undefined): boolean =>
          inventory.flows.some(({ id, carries }) => id === flow && carries.includes(dataClass ?? ''));
        const expected = oracleWays(
          worldOn(inventory, today),
          { from: `System ${from}`, to: `${to.concept} ${to.id}`, via: via.map((id) => `System ${id}`) },
          (line) => dataClass === undefined || (line.flow === undefined ? dataClass === 'lab' : carried(line.flow)),
        );
        const question = { from, to, via, ...(dataClass === undefined ? {} : { dataClass }) };
        const listed: (readonly string[])[] = [];
        for (let after: string | undefined; ;) {
          const page = find(inventory, { ...question, first, ...(after === undefined ? {} : { after }) });
          expect(page.count).toEqual({ value: expected.length, exact: true });
          listed.push(...flowsOf(page));
          if (!page.hasMore) break;
          expect(page.ways).toHaveLength(first);
          after = page.endCursor;
        }
        expect(listed).toEqual(expected);
        most = Math.max(most, listed.length);
      }),
      runs,
    );
    expect(most).toBeGreaterThan(20);
  });

  it('goes on where it was left off, however little it may look at', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 1, max: 40 }), ({ inventory, from, to, via }, left) => {
        const { structure } = createTraceIndex(toGraph(inventory));
        const day = mapDayOf(structure, today);
        const numberOf = (id: string): number => day.numberOf({ concept: 'System', id });
        const graph = createWayGraph(day, { start: numberOf(from), end: day.numberOf(to), via: via.map(numberOf) });
        const all = searchWays(graph, { most: 10_000, work: { left: Infinity } });
        const found = [];
        let rounds = 0;
        for (let after: WayPlace | undefined; ; rounds += 1) {
          const some = searchWays(graph, { most: 10_000, work: { left }, ...(after === undefined ? {} : { after }) });
          found.push(...some.ways);
          if (some.rest === undefined) break;
          expect(some.rest).not.toEqual(after);
          after = some.rest;
        }
        expect(found).toEqual(all.ways);
        const count = countWays(graph, { left });
        if (count.exact) expect(count.value).toBe(all.ways.length);
        else expect(count.value).toBeLessThanOrEqual(all.ways.length);
      }),
      runs,
    );
  });

  it('goes on behind a way that is not there any more', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 0, max: 15 }), ({ inventory, from, to }, gone) => {
        fc.pre(!(to.concept === 'System' && to.id === from));
        const before = find(inventory, { from, to, via: [], first: 200 });
        const cursor = before.ways[Math.floor(before.ways.length / 2)]?.cursor;
        fc.pre(cursor !== undefined);
        const fewer = { ...inventory, flows: inventory.flows.filter((_, number) => number !== gone) };
        const lost = inventory.flows[gone]?.id ?? '';
        const rest = flowsOf(before).slice(Math.floor(before.ways.length / 2) + 1);
        const page = find(fewer, { from, to, via: [], first: 200, ...(cursor === undefined ? {} : { after: cursor }) });
        expect(flowsOf(page)).toEqual(rest.filter((flows) => !flows.includes(lost)));
      }),
      runs,
    );
  });

  it('agrees on inventories with dates, channels and classes', () => {
    fc.assert(
      fc.property(inventories, ({ inventory }) => {
        const world = worldOn(inventory, today);
        const [from] = world.things;
        const to = world.things.at(-1);
        fc.pre(from !== undefined && to !== undefined && from !== to && from.startsWith('System'));
        const [concept, id = ''] = (to ?? '').split(' ');
        const page = find(inventory, {
          from: (from ?? '').split(' ')[1] ?? '',
          to: { concept: concept === 'System' ? 'System' : 'AccessChannel', id },
          via: [],
          first: 200,
        });
        expect(flowsOf(page)).toEqual(oracleWays(world, { from: from ?? '', to: to ?? '', via: [] }));
      }),
      runs,
    );
  });
});

describe('ways', () => {
  const flow = (id: string, from: string, to: string) => ({ id, from, to, carries: ['lab'] });
  const dense: Inventory = {
    classes: [{ id: 'lab' }],
    systems: Array.from({ length: 24 }, (_, number) => ({ id: `s${number}`, holds: [] })),
    flows: Array.from({ length: 24 * 24 }, (_, number) =>
      flow(`f${String(number).padStart(3, '0')}`, `s${Math.floor(number / 24)}`, `s${number % 24}`),
    ).filter(({ from, to }) => from !== to),
    channels: [],
    restrictions: [
      { id: 'r1', appliesTo: 's0', effect: 'DELAYS', limits: [], audiences: [] },
      { id: 'r0', appliesTo: 'f001', effect: 'DELAYS', limits: [], audiences: [] },
    ],
  };
  const to = { concept: 'System', id: 's1' } as const;

  it('says "at least" where there are more than can be counted, and gives pages all the same', () => {
    const page = find(dense, { from: 's0', to, via: [], first: 50 });
    expect(page.ways).toHaveLength(50);
    expect(page.hasMore).toBe(true);
    expect(page.count.exact).toBe(false);
    expect(page.count.value).toBeGreaterThan(50);
    expect(page.sentence).toMatch(/^There are at least [\d,]+ ways from s0 to s1 on 2026-11-21; loops make/);
  });

  it('tells each way and how what restricts it is documented', () => {
    const [direct] = find(dense, { from: 's0', to, via: [], first: 1 }).ways;
    expect(direct?.way).toMatchObject({
      restrictions: 2,
      status: 'NONE',
      verdict: 'UNPROTECTED',
      sentence:
        's0 sends to s1. 2 restrictions are recorded on this way; the least documented has no documented exception.',
    });
    const [longer] = find(dense, { from: 's0', to, via: ['s5'], dataClass: 'lab', first: 1 }).ways;
    expect(longer?.way).toMatchObject({
      restrictions: 1,
      status: 'COMPLETE',
      sentence:
        's0 sends lab to s5, which sends it to s1. One restriction is recorded on this way; it has complete documentation.',
    });
  });

  it('has none where nothing leads there, and says so for certain', () => {
    const page = find({ ...dense, flows: [flow('f0', 's1', 's0')] }, { from: 's0', to, via: [], first: 5 });
    expect(page).toMatchObject({ ways: [], hasMore: false, count: { value: 0, exact: true } });
    expect(page.sentence).toBe('There is no way from s0 to s1 on 2026-11-21.');
  });

  it('refuses a cursor that is none', () => {
    const index = createTraceIndex(toGraph(dense));
    for (const after of ['', 'x', '2', '1~', '1~a~b', '!~a'])
      expect(findWays(index, { asOf: today, from: 's0', to, via: [], first: 1, after }, judgedById)).toEqual({
        ok: false,
        error: { type: 'CursorInvalid', value: after },
      });
  });
});
