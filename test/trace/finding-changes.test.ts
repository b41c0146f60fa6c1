import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { momentsKept } from '../../server/src/app/earlier-moments.ts';
import { createFindingChanges } from '../../server/src/app/finding-changes.ts';
import { graphAt, revisionBefore } from '../../server/src/app/graph-at.ts';
import { integrationKindsOf } from '../../server/src/app/integration-kinds.ts';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadInventory } from '../../server/src/app/load-inventory.ts';
import { reviewIdOf } from '../../server/src/app/review-finding.ts';
import { projectFolder } from '../../server/src/config.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import { conceptNames, type ConceptName } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import { openEmbeddedStore, type GraphStore } from '../../server/src/store/index.ts';
import type { Write } from '../../server/src/store/port.ts';
import { must } from '../kit/seed-graph.ts';

type Thing = Readonly<Record<string, unknown>> & { readonly id: string };

/** What people do on a day, as it bears on what rules find. */
const edits: readonly (readonly [ConceptName, (thing: Thing) => object])[] = [
  ['System', ({ custodian }) => ({ custodian: custodian === undefined ? 'IT' : undefined })],
  ['AccessChannel', () => ({ audiences: [] })],
  ['AccessChannel', ({ releases }) => ({ releases: (releases as unknown[]).slice(2) })],
  ['Flow', () => ({ endedOn: '2026-11-02' })],
  ['Restriction', ({ endedOn }) => ({ endedOn: endedOn === undefined ? '2026-11-03' : undefined })],
  ['DataClass', () => ({ drsStatus: 'UNDECIDED' })],
  ['BasisClaim', () => ({ reviewBy: '2026-11-04' })],
  ['System', ({ name }) => ({ name: `${String(name)} (renamed)` })],
];

const days = Array.from({ length: 10 }, (_, at) => `2026-11-${String(at + 1).padStart(2, '0')}`);
const catalogues = must(await loadCatalogues(join(projectFolder, 'schema')));
const kinds = integrationKindsOf(catalogues);
let store: GraphStore;
let now = `${days[0] ?? ''}T12:00:00.000Z`;
/** The inventory as it was at the beginning of each day, read from the store then. */
const atBeginning = new Map<string, EhiGraph>();

beforeAll(async () => {
  store = must(await openEmbeddedStore({ memory: true, now: () => now }));
  must(await store.migrate());
  const clock = { now: () => now };
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (const [number, day] of days.entries()) {
    atBeginning.set(day, must(await store.snapshot()));
    now = `${day}T12:00:00.000Z`;
    if (number === 1) must(await loadInventory({ store, catalogues, clock })(join(projectFolder, 'seeds', 'clinic')));
    if (number < 2) continue;
    for (let step = 0; step < 3; step += 1) {
      const graph = must(await store.snapshot());
      const [concept, edit] = edits[random(edits.length)] ?? ['System', () => ({})];
      const things = [...graph[concept].values()];
      const thing = things[random(things.length)] as unknown as Thing;
      const document = { ...thing, ...edit(thing) };
      must(
        await store.commit({ actor: 'Test', writes: [{ concept, document, action: 'UPDATE' } as unknown as Write] }),
      );
    }
    const { found } = findingsAt(must(await store.snapshot()), day);
    const [id = ''] = [...found][random(found.size)] ?? [];
    const rule = id.split('@')[0] ?? '';
    const review = { finding: id, rule, state: 'OPEN', owner: `Owner ${number}`, source: 'Test', grade: 'ASSERTED' };
    const document = { id: reviewIdOf(rule, id), name: rule, recordedAt: now, ...review } as never;
    must(await store.commit({ actor: 'Test', writes: [{ concept: 'FindingReview', document, action: 'UPDATE' }] }));
  }
}, 120_000);
afterAll(() => store.close());

/** The findings of an inventory, by brute force: an index of its own, nothing remembered. */
const findingsAt = (graph: EhiGraph, asOf: string) => {
  const found = findFindings({ index: createTraceIndex(graph, kinds), catalogues, asOf });
  return { found: new Map(found.map((finding) => [finding.id, finding])) };
};

const plain = (graph: EhiGraph): unknown =>
  conceptNames.map((concept) => [...graph[concept].entries()].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('the inventory as it was', () => {
  it('is read off the log exactly, at every day and at every revision between', async () => {
    const graph = must(await store.snapshot());
    for (const [day, expected] of atBeginning) {
      const { revision } = must(await revisionBefore(store, graph.revision, `${day}T00:00:00.000Z`));
      expect(revision, day).toBe(expected.revision);
      const then = must(await graphAt(store, graph, revision));
      expect(then.revision).toBe(revision);
      expect(plain(then)).toEqual(plain(expected));
    }
    expect(atBeginning.get(days[1] ?? '')?.revision).toBe(0);
    expect(graph.revision).toBeGreaterThan((atBeginning.get(days[2] ?? '')?.revision ?? 0) + 15);
  });
});

describe('what changed since a day', () => {
  it('is the difference of what is found in both inventories, each judged on its day', async () => {
    const index = createTraceIndex(must(await store.snapshot()), kinds);
    const changesOf = createFindingChanges({ store, catalogues });
    let [appeared, gone, reviewed] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...days), fc.constantFrom('2026-11-10', '2026-11-30'), async (since, asOf) => {
        const then = atBeginning.get(since);
        if (then === undefined) throw new Error(since);
        const before = findingsAt(then, since).found;
        const after = findingsAt(index.graph, asOf).found;
        const changes = must(await changesOf({ index, since, asOf }));
        expect(changes.sinceRevision).toBe(then.revision);
        expect(changes.appeared.map(({ id }) => id)).toEqual([...after.keys()].filter((id) => !before.has(id)));
        expect(changes.gone.map(({ id }) => id)).toEqual([...before.keys()].filter((id) => !after.has(id)));
        const written = [...index.graph.FindingReview.values()]
          .filter(({ id, owner }) => then.FindingReview.get(id)?.owner !== owner)
          .map(({ finding }) => finding);
        expect(changes.reviewed.map(({ review }) => review.finding).sort()).toEqual(written.sort());
        appeared += changes.appeared.length;
        gone += changes.gone.length;
        reviewed += changes.reviewed.length;
      }),
      { numRuns: 25 },
    );
    expect(Math.min(appeared, gone, reviewed)).toBeGreaterThan(5);
  });

  it('is worked out for one day at a time, however many are asked for at once, and others are served between', async () => {
    const index = createTraceIndex(must(await store.snapshot()), kinds);
    let [reading, most, served, ended] = [0, 0, 0, false];
    const watched = {
      ...store,
      changes: async (after: number, limit: number) => {
        reading += 1;
        most = Math.max(most, reading);
        await new Promise((resolve) => setImmediate(resolve));
        reading -= 1;
        return store.changes(after, limit);
      },
    };
    const tick = (): void => {
      served += 1;
      if (!ended) setImmediate(tick);
    };
    setImmediate(tick);
    const changesOf = createFindingChanges({ store: watched, catalogues });
    const asked = [...days, ...days].map(async (since) => must(await changesOf({ index, since, asOf: '2026-11-10' })));
    const told = await Promise.all(asked);
    ended = true;
    expect(most).toBe(1);
    expect(served).toBeGreaterThan(3 * days.length);
    expect(told.map(({ sinceRevision }) => sinceRevision)).toEqual(
      [...days, ...days].map((day) => atBeginning.get(day)?.revision),
    );
    // Two that were asked for together were made once.
    expect(told[5]?.earlier).toBe(told[days.length + 5]?.earlier);
  });

  it('keeps the last few days and no more', async () => {
    const index = createTraceIndex(must(await store.snapshot()), kinds);
    const changesOf = createFindingChanges({ store, catalogues });
    const earlier = async (since: string) => must(await changesOf({ index, since, asOf: '2026-11-10' })).earlier;
    const some = days.slice(4, 4 + momentsKept + 1);
    const first = [];
    for (const day of some) first.push(await earlier(day));
    expect(await earlier(some.at(-1) ?? '')).toBe(first.at(-1));
    expect(await earlier(some[0] ?? '')).not.toBe(first[0]);
  });

  it('is refused for a day after the one asked about, and for no day', async () => {
    const index = createTraceIndex(must(await store.snapshot()), kinds);
    const changesOf = createFindingChanges({ store, catalogues });
    for (const since of ['2026-11-11', 'soon'])
      expect(await changesOf({ index, since, asOf: '2026-11-10' })).toMatchObject({
        ok: false,
        error: { type: 'InputInvalid', field: 'since' },
      });
  });
});
