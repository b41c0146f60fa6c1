import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAnyChange } from '../../server/src/app/change-input.ts';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadRulePacks } from '../../server/src/app/load-rule-packs.ts';
import { releaseChangeInput, newFlowId } from '../../server/src/app/release-change-input.ts';
import { smallestReleaseSets, type ReleaseSets } from '../../server/src/app/release-sets.ts';
import { whatIf } from '../../server/src/app/what-if.ts';
import { projectFolder } from '../../server/src/config.ts';
import { stopsRelease } from '../../server/src/domain/model/concepts.ts';
import { isLiveOn } from '../../server/src/domain/model/entity.ts';
import {
  createReleaseGraph,
  describeReleaseChange,
  describeReleaseSets,
  isRequiredByLaw,
  keyOfChange,
  searchReleaseSets,
  weightOf,
  type ReleaseChange,
  type ReleaseGraph,
  type ReleaseSearch,
  type ReleaseSet,
  type ReleaseSetsFound,
} from '../../server/src/domain/release-sets/index.ts';
import {
  createTraceIndex,
  lineageOf,
  trace,
  tracePaths,
  type RestrictionJudge,
  type TraceIndex,
} from '../../server/src/domain/trace/index.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';
import { inventories } from './arbitrary-inventory.ts';
import { toGraph } from './inventory.ts';

const asOf = '2026-11-21';
const catalogues = must(await loadCatalogues(join(projectFolder, 'schema')));
const packs = must(await loadRulePacks(join(projectFolder, 'schema'), catalogues));
const deps = { catalogues, packs, stamp: { actor: 'test', now: `${asOf}T12:00:00.000Z` } };

interface Asked {
  readonly dataClass: string;
  readonly audience: string;
  readonly allowLimited: boolean;
}

/** Every change that could bear on the question, found without looking at ways. A restriction is lifted as a change of it can be written. */
const candidatesOf = (index: TraceIndex, { dataClass, audience, allowLimited }: Asked, newFlows: boolean) => {
  const { graph } = index;
  const lineage = lineageOf(index, dataClass);
  const live = <T extends { readonly startedOn?: string; readonly endedOn?: string }>(all: ReadonlyMap<string, T>) =>
    [...all.values()].filter((each) => isLiveOn(each, asOf));
  const names = (links: readonly { readonly dataClass: string }[]) =>
    links.some((link) => lineage.includes(link.dataClass));
  const changes: ReleaseChange[] = [];
  for (const channel of live(graph.AccessChannel)) {
    if (!names(channel.releases)) changes.push({ kind: 'RELEASE_CLASS', channel: channel.id });
    if (!channel.audiences.includes(audience))
      changes.push({ kind: 'SERVE_AUDIENCE', channel: channel.id, isUsual: ['PATIENT', 'PROXY'].includes(audience) });
  }
  for (const flow of live(graph.Flow)) if (!names(flow.carries)) changes.push({ kind: 'CARRY_CLASS', flow: flow.id });
  for (const { id, limits, audiences, effect } of live(graph.Restriction)) {
    if (limits.length > 0 && !limits.some((each) => lineage.includes(each))) continue;
    if (audiences.length > 0 && !audiences.includes(audience)) continue;
    if (allowLimited && !stopsRelease(effect)) continue;
    const others = audiences.length === 0 || audiences.length > 1;
    const named = lineage.filter((each) => limits.includes(each));
    const alone = named.length === 1 && named[0] === dataClass && limits.length > 1;
    changes.push({
      kind: 'LIFT_RESTRICTION',
      restriction: id,
      lifting: others ? 'FOR_AUDIENCE' : alone ? 'FOR_CLASS' : 'END',
      judged: { verdict: 'UNPROTECTED', documentation: 'NONE', reason: '', cite: [] },
    });
  }
  if (newFlows)
    for (const from of graph.System.keys())
      for (const to of new Set(live(graph.AccessChannel).map(({ system }) => system)))
        if (from !== to && !live(graph.Flow).some((flow) => flow.from === from && flow.to === to))
          changes.push({ kind: 'ADD_FLOW', from, to });
  return changes;
};

/** All subsets of up to `most`, smallest first. */
const subsetsOf = <T>(all: readonly T[], most: number): readonly (readonly T[])[] => {
  let last: (readonly [readonly T[], number])[] = [[[], 0]];
  const found: (readonly T[])[] = [[]];
  for (let size = 1; size <= most; size += 1) {
    last = last.flatMap(([set, from]) =>
      all.slice(from).map((each, at) => [[...set, each], from + at + 1] as [readonly T[], number]),
    );
    for (const [set] of last) found.push(set);
  }
  return found;
};

/** Whether the class is released, when the changes are made, along a path on which each of them lies: as the trace has its paths. */
const releases = (base: TraceIndex, asked: Asked, changes: readonly ReleaseChange[]): boolean => {
  const { dataClass, audience, allowLimited } = asked;
  const inputs = changes.map((change) => toAnyChange(releaseChangeInput(base.graph, { ...asked, asOf }, change)));
  const { sandbox } = must(whatIf(base, deps, { changes: inputs, outages: [], asOf }));
  const [own] = must(trace(sandbox, { dataClass, audience, asOf })).answers;
  return (own?.outcomes ?? []).some(({ channel, outcome }) => {
    if (outcome !== 'RELEASED' && !(allowLimited && outcome === 'LIMITED')) return false;
    const { paths } = must(
      tracePaths(sandbox, { dataClass, audience, channel, asOf }, { part: dataClass, audience, first: 500 }),
    );
    return paths.some(({ status, steps }) => {
      if (status !== 'RELEASED' && !(allowLimited && status === 'LIMITED')) return false;
      const on = new Set(steps.map(({ kind, id }) => `${kind} ${id}`));
      return changes.every((change) => {
        if (change.kind === 'CARRY_CLASS') return on.has(`FLOW ${change.flow}`);
        // A new flow leads to the channel's own system: system, flow, system, channel.
        if (change.kind === 'ADD_FLOW') return steps.at(-3)?.id === newFlowId(base.graph, change.from, change.to);
        if (change.kind !== 'LIFT_RESTRICTION') return on.has(`CHANNEL ${change.channel}`);
        const at = base.graph.Restriction.get(change.restriction)?.appliesTo;
        return on.has(`${at?.kind} ${at?.id}`);
      });
    });
  });
};

const keysOf = (changes: readonly ReleaseChange[]): string => changes.map(keyOfChange).sort().join(' + ');

/** The sets in which there is no other, by trying all subsets. */
const bruteForce = (base: TraceIndex, asked: Asked, candidates: readonly ReleaseChange[], most: number) => {
  const found: (readonly ReleaseChange[])[] = [];
  for (const subset of subsetsOf(candidates, most)) {
    const keys = new Set(subset.map(keyOfChange));
    if (found.some((set) => set.every((each) => keys.has(keyOfChange(each))))) continue;
    if (releases(base, asked, subset)) found.push(subset);
  }
  return found;
};

/** What a search finds where whether a set does is known at once. */
const searchedAll = (
  graph: ReleaseGraph,
  { isProven, ...search }: ReleaseSearch & { readonly isProven: (set: ReleaseSet) => boolean },
): ReleaseSetsFound => {
  const searching = searchReleaseSets(graph, search);
  let step = searching.next();
  while (step.done !== true) step = searching.next(isProven(step.value));
  return step.value;
};

const setsOf = ({ sets, isReleased }: ReleaseSets): readonly (readonly ReleaseChange[])[] =>
  isReleased ? [[]] : sets.map(({ changes }) => changes.map(({ change }) => change));

const withNewFlow = (changes: readonly ReleaseChange[]): boolean => changes.some(({ kind }) => kind === 'ADD_FLOW');

const most = 3;

/** The sets with a new flow that trying every set reaches, each by its keys. */
const newFlowsIn = (told: readonly (readonly ReleaseChange[])[]): readonly string[] =>
  told
    .filter((set) => withNewFlow(set) && set.length <= most)
    .map(keysOf)
    .sort();

describe('the smallest release sets', () => {
  it('are those that trying every set of changes finds, the best first, each proven by the trace', async () => {
    const sizes = new Map<number, number>();
    const kinds = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(inventories, fc.boolean(), async ({ inventory, ask }, allowLimited) => {
        const base = createTraceIndex(toGraph(inventory));
        const asked = { dataClass: ask.class, audience: ask.audience ?? 'PATIENT', allowLimited };
        const candidates = candidatesOf(base, asked, false);
        fc.pre(candidates.length <= 16);
        const found = must(await smallestReleaseSets(base, deps, { ...asked, asOf, first: 50 }));
        expect(found.isExact).toBe(true);
        fc.pre(found.sets.length < 50);
        const told = setsOf(found);
        const expected = bruteForce(base, asked, candidates, most);
        expect(
          told
            .filter((set) => set.length <= most && !withNewFlow(set))
            .map(keysOf)
            .sort(),
          JSON.stringify(asked),
        ).toEqual(expected.map(keysOf).sort());
        const weights = found.sets.map(({ changes }) => [
          changes.length,
          changes.reduce((sum, { change }) => sum + weightOf(change), 0),
        ]);
        expect(weights).toEqual(weights.toSorted(([a = 0, x = 0], [b = 0, y = 0]) => a - b || x - y));
        for (const set of found.sets) {
          expect([...(allowLimited ? ['LIMITED'] : []), 'RELEASED']).toContain(set.outcome());
          expect(
            releases(
              base,
              asked,
              set.changes.map(({ change }) => change),
            ),
          ).toBe(true);
          sizes.set(set.changes.length, (sizes.get(set.changes.length) ?? 0) + 1);
          for (const { change } of set.changes) kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1);
        }
        // New flows only where no set without one is as small.
        const least = Math.min(...told.filter((set) => !withNewFlow(set)).map(({ length }) => length));
        for (const set of told.filter(withNewFlow)) expect(set.length).toBeLessThan(least);
      }),
      { numRuns: 400 },
    );
    for (const size of [1, 2, 3]) expect(sizes.get(size) ?? 0, `size ${size}`).toBeGreaterThan(3);
    for (const kind of ['RELEASE_CLASS', 'SERVE_AUDIENCE', 'CARRY_CLASS', 'ADD_FLOW', 'LIFT_RESTRICTION'])
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(0);
  });

  it('have new flows where trying every set finds that nothing smaller does', async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(inventories, async ({ inventory, ask }) => {
        const base = createTraceIndex(toGraph(inventory));
        const asked = { dataClass: ask.class, audience: ask.audience ?? 'PATIENT', allowLimited: false };
        const found = must(await smallestReleaseSets(base, deps, { ...asked, asOf, first: 50 }));
        const told = setsOf(found);
        const least = Math.min(most + 1, ...told.filter((set) => !withNewFlow(set)).map(({ length }) => length));
        const has = new Set(
          must(trace(base, { ...asked, asOf })).answers[0]?.systems.flatMap(({ system, reach }) =>
            reach.some(({ state }) => state !== 'BEHIND') ? [system] : [],
          ),
        );
        const candidates = candidatesOf(base, asked, true).filter(
          (change) => change.kind !== 'ADD_FLOW' || has.has(change.from),
        );
        fc.pre(least > 1 && candidates.length <= 16 && found.sets.length < 50);
        const expected = bruteForce(base, asked, candidates, Math.min(least - 1, most)).filter(withNewFlow);
        expect(newFlowsIn(told)).toEqual(expected.map(keysOf).sort());
        met += expected.length;
      }),
      { numRuns: 120 },
    );
    expect(met).toBeGreaterThan(5);
  });

  it('have new flows where whatever does without lifts what law requires, as trying every set finds', () => {
    const law: RestrictionJudge = (id) => ({
      verdict: id.length % 2 === id.charCodeAt(id.length - 1) % 2 ? 'REQUIRED_BY_LAW' : 'UNPROTECTED',
      documentation: 'COMPLETE',
      reason: '',
      cite: [],
    });
    const judged = (change: ReleaseChange): ReleaseChange =>
      change.kind === 'LIFT_RESTRICTION' ? { ...change, judged: law(change.restriction, [], []) } : change;
    /** Less is better: what law requires before the number of changes. */
    const tierOf = (set: readonly ReleaseChange[]) =>
      set.map(judged).filter(isRequiredByLaw).length * 1_000 + set.length;
    let met = 0;
    fc.assert(
      fc.property(inventories, ({ inventory, ask }) => {
        const base = createTraceIndex(toGraph(inventory));
        const asked = { dataClass: ask.class, audience: ask.audience ?? 'PATIENT', allowLimited: false };
        fc.pre(!releases(base, asked, []));
        const graph = createReleaseGraph(base, { ...asked, asOf, judge: law, isUsual: () => true });
        const found = searchedAll(graph, {
          first: 50,
          mostLooked: 20_000,
          isProven: ({ changes }) => releases(base, asked, changes),
        });
        const told = found.sets.map(({ changes }) => changes);
        const least = Math.min(...told.filter((set) => !withNewFlow(set)).map(tierOf));
        const candidates = candidatesOf(base, asked, true).filter(
          (change) => change.kind !== 'ADD_FLOW' || graph.has.includes(change.from),
        );
        fc.pre(found.isExact && told.length < 50 && candidates.length <= 14);
        const expected = bruteForce(base, asked, candidates, most).filter(
          (set) => withNewFlow(set) && tierOf(set) < least,
        );
        expect(newFlowsIn(told)).toEqual(expected.map(keysOf).sort());
        met += expected.length;
      }),
      { numRuns: 120 },
    );
    expect(met).toBeGreaterThan(5);
  });

  it('have a new flow that is lawful beside a set of the same size that is not', () => {
    const lift: ReleaseChange = {
      kind: 'LIFT_RESTRICTION',
      restriction: 'law',
      lifting: 'END',
      judged: { verdict: 'REQUIRED_BY_LAW', documentation: 'COMPLETE', reason: '', cite: [] },
    };
    const flows = [
      { flow: { id: 'a-b', from: 'a', to: 'b' }, needs: [] },
      { flow: { id: 'b-c', from: 'b', to: 'c' }, needs: [lift] },
    ];
    const graph = {
      starts: [{ system: 'a', isStable: true }],
      has: ['a', 'b'],
      serving: ['c'],
      flowsOut: (id: string) => flows.filter(({ flow }) => flow.from === id),
      flowsIn: (id: string) => flows.filter(({ flow }) => flow.to === id),
      exits: (id: string) => (id === 'c' ? [{ channel: { id: 'portal' }, needs: [] }] : []),
      leaving: () => [],
      isFlowBetween: (from: string, to: string) => flows.some(({ flow }) => flow.from === from && flow.to === to),
    } as unknown as ReleaseGraph;
    const { sets } = searchedAll(graph, { first: 10, mostLooked: 100, isProven: () => true });
    expect(sets.map(({ changes }) => keysOf(changes))).toEqual(['ADD_FLOW a c', 'LIFT_RESTRICTION law']);
  });

  it('of the regional hospital say in words what is to change, and mark what law requires', async () => {
    const graph = await seedGraph('regional-hospital');
    const base = createTraceIndex(graph);
    let unreleased = 0;
    for (const { id: dataClass } of base.classes) {
      const found = must(await smallestReleaseSets(base, deps, { dataClass, audience: 'PATIENT', asOf, first: 5 }));
      if (found.isReleased) {
        expect(found.sets).toEqual([]);
        continue;
      }
      unreleased += 1;
      const laws = found.sets.map(({ requiredByLaw }) => requiredByLaw);
      expect(laws).toEqual([...laws].sort());
      for (const { changes, requiredByLaw } of found.sets) {
        expect(changes.some(({ words }) => words.includes('counsel decides'))).toBe(requiredByLaw);
      }
    }
    expect(unreleased).toBeGreaterThan(3);
  });

  it('are proven one by one, with others served in between', async () => {
    const base = createTraceIndex(await seedGraph('regional-hospital'));
    let [served, proofs] = [0, 0];
    for (const { id: dataClass } of base.classes) {
      let waits = true;
      const serve = (): void => {
        if (!waits) return;
        served += 1;
        setImmediate(serve);
      };
      setImmediate(serve);
      const { sets } = must(await smallestReleaseSets(base, deps, { dataClass, audience: 'PATIENT', asOf, first: 5 }));
      waits = false;
      proofs += sets.length;
    }
    expect(proofs).toBeGreaterThan(10);
    expect(served).toBeGreaterThanOrEqual(proofs);
  });

  it('come after all others where law is recorded to require what they lift, and say so', async () => {
    const graph = await seedGraph('clinic');
    const base = createTraceIndex(graph);
    const law: RestrictionJudge = () => ({
      verdict: 'REQUIRED_BY_LAW',
      documentation: 'COMPLETE',
      reason: '',
      cite: [],
    });
    const question = { audience: 'PATIENT', asOf, allowLimited: false, isUsual: () => true };
    let met = 0;
    for (const { id: dataClass } of base.classes) {
      const searched = createReleaseGraph(base, { ...question, dataClass, judge: law });
      const { sets } = searchedAll(searched, { first: 20, mostLooked: 20_000, isProven: () => true });
      const marked = sets.map(({ changes }) => changes.some(isRequiredByLaw));
      expect(marked).toEqual([...marked].sort());
      for (const { changes } of sets)
        for (const change of changes.filter(isRequiredByLaw)) {
          met += 1;
          expect(describeReleaseChange(graph, { dataClass, audience: 'PATIENT' }, change)).toContain('counsel decides');
        }
    }
    expect(met).toBeGreaterThan(0);
  });

  it('say what else a change would mean: of audiences added later, and of the other classes of a channel', async () => {
    const seed = await seedGraph('clinic');
    const first = <T>(all: ReadonlyMap<string, T>): T => [...all.values()][0] as T;
    const [restriction, channel] = [first(seed.Restriction), first(seed.AccessChannel)];
    const words = (audiences: readonly string[], releases: typeof channel.releases) => {
      const graph = {
        ...seed,
        Restriction: new Map([[restriction.id, { ...restriction, audiences }]]),
        AccessChannel: new Map([[channel.id, { ...channel, releases }]]),
      };
      const asked = { dataClass: first(seed.DataClass).id, audience: 'PATIENT' };
      const judged = { verdict: 'UNPROTECTED', documentation: 'NONE', reason: '', cite: [] } as const;
      return [
        describeReleaseChange(graph, asked, {
          kind: 'LIFT_RESTRICTION',
          restriction: restriction.id,
          lifting: 'FOR_AUDIENCE',
          judged,
        }),
        describeReleaseChange(graph, asked, { kind: 'RELEASE_CLASS', channel: channel.id }),
      ];
    };
    const [lifted, released] = words([], []);
    expect(lifted).toContain('one that is added later is free of it');
    expect(released).toContain('every other class counts as not offered');
    const [liftedOfSome, releasedToo] = words(['PATIENT', 'PROXY'], channel.releases);
    expect(channel.releases).not.toEqual([]);
    expect(liftedOfSome).not.toContain('added later');
    expect(releasedToo).toMatch(/ too\.$/u);
  });

  it('say where law is recorded to require what a smaller set lifts', async () => {
    const graph = await seedGraph('clinic');
    const told = (sizes: readonly { readonly size: number; readonly requiredByLaw: boolean }[]) =>
      describeReleaseSets(
        graph,
        { dataClass: 'labs', audience: 'PATIENT' },
        { isReleased: false, isExact: true, sizes },
      );
    const lawful = { size: 3, requiredByLaw: false };
    expect(told([lawful, { size: 1, requiredByLaw: true }])).toContain('by 3 changes at the least without lifting');
    expect(told([lawful, { size: 4, requiredByLaw: true }])).toContain('by 3 changes at the least; ');
  });

  it('say where the search was given up, and from how many changes on sets may be missing', async () => {
    const base = createTraceIndex(await seedGraph('regional-hospital'));
    const judge: RestrictionJudge = () => ({ verdict: 'UNPROTECTED', documentation: 'NONE', reason: '', cite: [] });
    const question = { audience: 'PATIENT', asOf, allowLimited: false, isUsual: () => true, judge };
    const given = base.classes.map(({ id: dataClass }) =>
      searchedAll(createReleaseGraph(base, { ...question, dataClass }), {
        first: 50,
        mostLooked: 3,
        isProven: () => true,
      }),
    );
    const cut = given.filter(({ isExact }) => !isExact);
    expect(cut.length).toBeGreaterThan(3);
    for (const { smallest } of cut) expect(smallest).toBeGreaterThanOrEqual(0);
    for (const { smallest } of given.filter(({ isExact }) => isExact)) expect(smallest).toBeUndefined();
  });
});
