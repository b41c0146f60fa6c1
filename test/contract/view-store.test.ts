import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptNames } from '../../server/src/domain/model/concepts.ts';
import { createViewStore, openEmbeddedStore, type GraphStore, type ListRequest } from '../../server/src/store/index.ts';
import { anyGraph } from '../kit/arbitraries.ts';
import { describeLog } from './log-contract.ts';
import { describeReads } from './read-contract.ts';
import { audience, batchOf, commit, expectError, expectOk, tickingClock, writesOf } from './store-subject.ts';

const openStore = async (now: () => string): Promise<GraphStore> => {
  const store = expectOk(await openEmbeddedStore({ memory: true, now }));
  expectOk(await store.migrate());
  return store;
};

/** A database that is written to as usual, and read through a view of the inventory as it is at that moment. */
const readByView = async (now: () => string): Promise<GraphStore> => {
  const store = await openStore(now);
  const view = async (): Promise<GraphStore> =>
    createViewStore({ graph: expectOk(await store.snapshot()), log: store });
  return {
    ...store,
    revision: async () => (await view()).revision(),
    snapshot: async () => (await view()).snapshot(),
    changes: async (after, limit) => (await view()).changes(after, limit),
    history: async (concept, id, limit, before) => (await view()).history(concept, id, limit, before),
    get: async (concept, ids) => (await view()).get(concept, ids),
    list: async (request) => (await view()).list(request),
    search: async (text, concepts, limit) => (await view()).search(text, concepts, limit),
  };
};

describe('a view in memory: reads', () => describeReads(readByView));
describe('a view in memory: log', () => describeLog(readByView));

describe('a view in memory', () => {
  it('lists and searches any inventory as the database does', () =>
    fc.assert(
      fc.asyncProperty(
        anyGraph,
        fc.constantFrom(...conceptNames),
        fc.constantFrom<ListRequest['sort']>('NAME', 'UPDATED'),
        fc.boolean(),
        fc.constantFrom('a', 'e 1', "o'", '.', 'Ä', 'null', ' '),
        async (graph, concept, sort, descending, text) => {
          const store = await openStore(tickingClock());
          await commit(store, ...writesOf(graph));
          const view = createViewStore({ graph: expectOk(await store.snapshot()), log: store });
          for (const filter of [{}, { text }, { liveOn: '2024-05-01' }]) {
            const asked = { concept, filter, sort, descending, first: 2 };
            const page = expectOk(await store.list(asked));
            expect(expectOk(await view.list(asked))).toEqual(page);
            const last = page.items.at(-1);
            if (last === undefined) continue;
            const after = { value: sort === 'NAME' ? last.name : last.updatedAt, id: last.id };
            expect(expectOk(await view.list({ ...asked, after }))).toEqual(
              expectOk(await store.list({ ...asked, after })),
            );
          }
          expect(expectOk(await view.search(text, conceptNames, 9))).toEqual(
            expectOk(await store.search(text, conceptNames, 9)),
          );
          await store.close();
        },
      ),
      { numRuns: 30 },
    ));

  it('stays as it was while the inventory goes on, its log with it', async () => {
    const store = await openStore(tickingClock());
    await commit(store, audience('A'));
    const view = createViewStore({ graph: expectOk(await store.snapshot()), log: store });
    await commit(store, audience('A', 'renamed'), audience('B'));
    expect(expectOk(await view.revision())).toBe(1);
    expect(expectOk(await view.get('Audience', ['A', 'B'])).map((one) => one?.name)).toEqual(['A', undefined]);
    expect(expectOk(await view.changes(0, 10)).map(({ revision }) => revision)).toEqual([1]);
    expect(expectOk(await view.changes(1, 10))).toEqual([]);
    expect(expectOk(await view.history('Audience', 'A', 10)).map(({ revision }) => revision)).toEqual([1]);
    await store.close();
  });

  it('refuses to be written to', async () => {
    const store = await openStore(tickingClock());
    const view = createViewStore({ graph: expectOk(await store.snapshot()), log: store });
    expect(expectError(await view.commit(batchOf(audience('A'))))).toMatchObject({ type: 'StoreUnavailable' });
    expect(expectOk(await store.revision())).toBe(0);
    await store.close();
  });
});
