import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { projectFolder } from '../../server/src/config.ts';
import { coverageOf } from '../../server/src/domain/coverage/index.ts';
import type { Restriction } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { isLiveOn } from '../../server/src/domain/model/entity.ts';
import {
  createTraceIndex,
  trace,
  traceRest,
  type Outcome,
  type RestrictionJudge,
  type TraceIndex,
} from '../../server/src/domain/trace/index.ts';
import {
  compareIndexes,
  directionOf,
  withOutages,
  type IndexDifference,
  type Outage,
} from '../../server/src/domain/what-if/index.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';
import { inventories } from './arbitrary-inventory.ts';
import { toGraph } from './inventory.ts';

const asOf = '2026-11-21';
const none: ReadonlySet<string> = new Set();
const catalogues = must(await loadCatalogues(join(projectFolder, 'schema')));
const judge: RestrictionJudge = () => ({ verdict: 'COVERED', documentation: 'COMPLETE', reason: '', cite: [] });

const kinds = ['System', 'Flow', 'AccessChannel', 'Restriction', 'DataClass'] as const;

const singleEdits = fc.record({
  kind: fc.constantFrom(...kinds),
  how: fc.constantFrom('LIKE_ANOTHER', 'ENDED', 'ADDED', 'DOWN', 'HELD'),
  at: fc.nat(),
  from: fc.nat(),
});

const targetKinds = { System: 'SYSTEM', Flow: 'FLOW', AccessChannel: 'CHANNEL' } as const;

/** A graph with one restriction more, which withholds everything from everybody at one place. */
const withAllHeld = (graph: EhiGraph, kind: keyof typeof targetKinds, id: string): EhiGraph => {
  const at = `${asOf}T00:00:00.000Z`;
  const held: Restriction = {
    id: `held-${kind}-${id}`,
    name: 'Held',
    source: 'test',
    grade: 'ASSERTED',
    recordedAt: at,
    createdAt: at,
    updatedAt: at,
    revision: graph.revision,
    practice: 'PT-REFUSE',
    effect: 'WITHHOLDS',
    basis: 'POLICY',
    automated: false,
    appliesTo: { kind: targetKinds[kind], id },
    limits: [],
    audiences: [],
    purposes: [],
  };
  return { ...graph, Restriction: new Map(graph.Restriction).set(held.id, held) };
};

/** A graph with one thing changed: ended, down, held back, or like a thing of another inventory. */
const withOneEdited = (
  graph: EhiGraph,
  donor: EhiGraph,
  { kind, how, at, from }: { kind: (typeof kinds)[number]; how: string; at: number; from: number },
): EhiGraph => {
  const own = [...(graph[kind] as ReadonlyMap<string, { readonly id: string }>).values()];
  const other = [...(donor[kind] as ReadonlyMap<string, { readonly id: string }>).values()];
  const [mine, theirs] = [own[at % own.length], other[from % other.length]];
  if (how === 'DOWN' || how === 'HELD') {
    if (mine === undefined || kind === 'Restriction' || kind === 'DataClass') return graph;
    if (how === 'HELD') return withAllHeld(graph, kind, mine.id);
    const down = withOutages(graph, [{ concept: kind, id: mine.id }], asOf);
    return down.ok ? down.value : graph;
  }
  const id = how === 'ADDED' ? `${theirs?.id ?? 'new'}-${String(from % 5)}` : (mine?.id ?? '');
  const base = how === 'ENDED' ? mine : theirs;
  if (base === undefined || id === '') return graph;
  const whole = kind === 'DataClass' ? { ...base, partOf: undefined } : base;
  const all = new Map<string, object>(graph[kind]).set(id, {
    ...whole,
    id,
    ...(how === 'ENDED' ? { endedOn: asOf } : {}),
  });
  return { ...graph, [kind]: all };
};

/** By class, channel and audience, what a coverage worked out from nothing says. */
const cellsAnew = (graph: EhiGraph): ReadonlyMap<string, Outcome> => {
  const { rows, columns } = coverageOf({
    index: createTraceIndex(structuredClone(graph), none),
    catalogues,
    asOf,
    judge,
  });
  return new Map(
    rows.flatMap(({ dataClass, cells }) =>
      columns.flatMap(({ channel, audience }, at) => {
        const outcome = cells[at]?.outcome;
        return outcome === undefined ? [] : [[`${dataClass} ${channel} ${audience}`, outcome] as const];
      }),
    ),
  );
};

/** The outcome of each part of a class on each channel for each audience, as traces from nothing say it. */
const partsAnew = (graph: EhiGraph): ReadonlyMap<string, ReadonlyMap<string, Outcome>> => {
  const index = createTraceIndex(structuredClone(graph), none);
  const found = new Map<string, Map<string, Outcome>>();
  for (const { id: dataClass } of index.classes.filter((each) => isLiveOn(each, asOf)))
    for (const answer of must(trace(index, { dataClass, asOf })).answers)
      for (const { channel, audience, outcome } of answer.outcomes) {
        const key = `${dataClass} ${channel} ${audience}`;
        const parts = found.get(key) ?? new Map<string, Outcome>();
        found.set(key, parts);
        for (const part of answer.parts) parts.set(part, outcome);
      }
  return found;
};

const rank = (outcome: Outcome | undefined): number => (outcome === 'RELEASED' ? 2 : outcome === 'LIMITED' ? 1 : 0);

/** Every class stranded where it begins, as traces from nothing say it. */
const strandedAnew = (graph: EhiGraph): readonly string[] => {
  const index = createTraceIndex(structuredClone(graph), none);
  return index.classes
    .filter((each) => isLiveOn(each, asOf))
    .flatMap(({ id }) => {
      const { starts, stranded } = must(traceRest(index, { dataClass: id, asOf }));
      return starts.flatMap(({ system }) => (stranded.includes(system) ? [`${id} ${system}`] : []));
    });
};

const keysOf = (all: IndexDifference['stranded']): readonly string[] =>
  all.flatMap(({ dataClass, systems }) => systems.map((system) => `${dataClass} ${system}`));

/** Checks a difference against what is worked out from nothing on both sides. Returns how many rows there are of each turn. */
const checkDifference = (before: EhiGraph, after: EhiGraph, { turns: rows, ...difference }: IndexDifference) => {
  const [then, now] = [cellsAnew(before), cellsAnew(after)];
  const [partsThen, partsNow] = [partsAnew(before), partsAnew(after)];
  const told = new Map(rows.map((row) => [`${row.dataClass} ${row.channel} ${row.audience}`, row]));
  expect(told.size).toBe(rows.length);
  for (const key of new Set([...then.keys(), ...now.keys()])) {
    const row = told.get(key);
    const [was, is] = [
      partsThen.get(key) ?? new Map<string, Outcome>(),
      partsNow.get(key) ?? new Map<string, Outcome>(),
    ];
    const inBoth = [...was.keys()].filter((part) => is.has(part));
    const whole = then.get(key) !== now.get(key);
    const differs = whole || inBoth.some((part) => was.get(part) !== is.get(part));
    expect(row !== undefined, key).toBe(differs);
    if (row === undefined) continue;
    expect([row.before, row.after], key).toEqual([then.get(key), now.get(key)]);
    const looked = whole ? [...new Set([...was.keys(), ...is.keys()])] : inBoth;
    expect(row.moved, key).toEqual({
      gained: looked.filter((part) => rank(is.get(part)) > rank(was.get(part))).length,
      lost: looked.filter((part) => rank(is.get(part)) < rank(was.get(part))).length,
    });
    const [released, stays] = [[...was.values()], [...is.values()]].map((all) => all.some((each) => rank(each) > 0));
    if (row.turn === 'NOT_RELEASED_OTHERWISE') expect([released, stays]).toEqual([false, false]);
    if (directionOf(row.moved) === 'LESS') expect(released).toBe(true);
    if (directionOf(row.moved) === 'MORE') expect(stays).toBe(true);
  }
  const [stood, stands] = [strandedAnew(before), strandedAnew(after)];
  expect(keysOf(difference.stranded)).toEqual(stands.filter((each) => !stood.includes(each)));
  expect(keysOf(difference.unstranded)).toEqual(stood.filter((each) => !stands.includes(each)));
  return rows.map(({ turn }) => turn);
};

const answers = (index: TraceIndex): string =>
  JSON.stringify([...index.graph.DataClass.keys()].map((dataClass) => trace(index, { dataClass, asOf })));

describe('a comparison of two inventories', () => {
  it('finds nothing between an inventory and itself', () => {
    fc.assert(
      fc.property(inventories, ({ inventory }) => {
        const graph = toGraph(inventory);
        const index = createTraceIndex(graph, none);
        const nothing = { turns: [], stranded: [], unstranded: [], effects: [] };
        expect(compareIndexes(index, index, asOf)).toEqual(nothing);
        expect(compareIndexes(index, createTraceIndex({ ...graph }, none, index), asOf)).toEqual(nothing);
        expect(compareIndexes(index, createTraceIndex(structuredClone(graph), none), asOf)).toEqual(nothing);
      }),
      { numRuns: 100 },
    );
  });

  it('tells what differs between two coverages worked out from nothing, and leaves the first as it was', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(
        inventories,
        inventories,
        fc.array(singleEdits, { minLength: 1, maxLength: 4 }),
        (first, second, edits) => {
          const donor = toGraph(second.inventory);
          const base = createTraceIndex(toGraph(first.inventory), none);
          const before = answers(base);
          let graph = base.graph;
          for (const edit of edits) {
            graph = withOneEdited(graph, donor, edit);
            const sandbox = createTraceIndex(graph, none, base);
            for (const turn of checkDifference(base.graph, graph, compareIndexes(base, sandbox, asOf)))
              met.set(turn, (met.get(turn) ?? 0) + 1);
          }
          expect(answers(base)).toBe(before);
          expect(compareIndexes(base, base, asOf).turns).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
    // The rest is rare in small inventories; `turn.test.ts` has each.
    for (const turn of [
      'NEWLY_RELEASED',
      'NEWLY_STOPPED',
      'NO_LONGER_REACHED',
      'NO_LONGER_THERE',
      'NOT_RELEASED_OTHERWISE',
    ])
      expect(met.get(turn) ?? 0, turn).toBeGreaterThan(0);
  });

  it('counts for each audience the classes that are released nowhere any more, and those with a channel less', async () => {
    const graph = await seedGraph('regional-hospital');
    const base = createTraceIndex(graph, none);
    const down = must(withOutages(graph, [{ concept: 'AccessChannel', id: 'portal-web' }], asOf));
    const { turns: rows, effects } = compareIndexes(base, createTraceIndex(down, none, base), asOf);
    const [then, now] = [cellsAnew(graph), cellsAnew(down)];
    const channelsOf = (cells: ReadonlyMap<string, Outcome>, dataClass: string, audience: string): number =>
      [...cells].filter(
        ([key, outcome]) =>
          key.startsWith(`${dataClass} `) &&
          key.endsWith(` ${audience}`) &&
          (outcome === 'RELEASED' || outcome === 'LIMITED' || outcome === 'PARTIAL'),
      ).length;
    const patient = effects.find(({ audience }) => audience === 'PATIENT');
    const classes = [
      ...new Set(rows.filter(({ audience }) => audience === 'PATIENT').map(({ dataClass }) => dataClass)),
    ];
    const lost = classes.filter((id) => channelsOf(then, id, 'PATIENT') > channelsOf(now, id, 'PATIENT'));
    const nowhere = lost.filter((id) => channelsOf(now, id, 'PATIENT') === 0);
    expect(patient?.nowhereAnyMore).toBe(nowhere.length);
    expect(patient?.fewerChannels).toBe(lost.length - nowhere.length);
    expect(lost.length).toBeGreaterThan(5);
  });
});

describe('an outage', () => {
  const outagesOf = (graph: EhiGraph): readonly Outage[] => [
    ...[...graph.System.values()].map(({ id }) => ({ concept: 'System' as const, id })),
    ...[...graph.Flow.values()].map(({ id }) => ({ concept: 'Flow' as const, id })),
    ...[...graph.AccessChannel.values()].map(({ id }) => ({ concept: 'AccessChannel' as const, id })),
  ];

  it('takes a thing and what hangs on it out of the day, ends no restriction, and leaves the inventory as it is', async () => {
    const graph = await seedGraph('clinic');
    const before = JSON.stringify([...graph.System.values(), ...graph.Flow.values(), ...graph.AccessChannel.values()]);
    const live = (all: ReadonlyMap<string, { readonly endedOn?: string; readonly startedOn?: string }>) =>
      [...all].filter(([, each]) => isLiveOn(each, asOf)).map(([id]) => id);
    for (const outage of outagesOf(graph)) {
      const down = withOutages(graph, [outage], asOf);
      if (!down.ok) {
        expect(down.error.type).toBe('NotThereThatDay');
        continue;
      }
      const of = ({ from, to }: { from: string; to: string }) => [from, to].includes(outage.id);
      expect(live(down.value.System)).toEqual(live(graph.System).filter((id) => id !== outage.id));
      expect(live(down.value.Flow)).toEqual(
        live(graph.Flow).filter((id) => {
          const flow = graph.Flow.get(id);
          return outage.concept === 'Flow' ? id !== outage.id : outage.concept !== 'System' || (flow && !of(flow));
        }),
      );
      expect(live(down.value.AccessChannel)).toEqual(
        live(graph.AccessChannel).filter((id) =>
          outage.concept === 'AccessChannel'
            ? id !== outage.id
            : outage.concept !== 'System' || graph.AccessChannel.get(id)?.system !== outage.id,
        ),
      );
      expect(down.value.Restriction).toBe(graph.Restriction);
    }
    expect(JSON.stringify([...graph.System.values(), ...graph.Flow.values(), ...graph.AccessChannel.values()])).toBe(
      before,
    );
    expect(withOutages(graph, [{ concept: 'Flow', id: 'no-such-flow' }], asOf)).toMatchObject({
      ok: false,
      error: { type: 'EntityNotFound' },
    });
  });
});
