import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { conceptNames } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { createTraceIndex, trace } from '../../server/src/domain/trace/index.ts';
import { openEmbeddedStore, openNeo4jStore, type GraphStore } from '../../server/src/store/index.ts';
import { anyTwoGraphs } from '../kit/arbitraries.ts';
import { describeWithNeo4j } from '../kit/neo4j.ts';
import { commit, contentOf, expectOk, tickingClock, withoutStamps, writesOf, type OpenStore } from './store-subject.ts';

/** Every answer of the domain about an inventory: the trace of each class, for each audience and for all. */
const domainAnswers = (graph: EhiGraph): unknown => {
  const index = createTraceIndex(graph);
  const audiences = [undefined, ...graph.Audience.keys()];
  return [...graph.DataClass.keys()].flatMap((dataClass) =>
    audiences.map((audience) =>
      withoutStamps(
        expectOk(trace(index, { dataClass, asOf: '2026-01-01', ...(audience === undefined ? {} : { audience }) })),
      ),
    ),
  );
};

/** Lists, searches and log entries as plain data. */
const readings = async (store: GraphStore, text: string): Promise<unknown> => {
  const listed = [];
  for (const concept of conceptNames) {
    const request = { concept, filter: { text }, sort: 'NAME', descending: text < 'b', first: 3 } as const;
    const { items, total, hasMore } = expectOk(await store.list(request));
    listed.push({ ids: items.map((one) => one.id), total, hasMore });
  }
  const changes = expectOk(await store.changes(0, 1_000));
  return {
    listed,
    found: expectOk(await store.search(text, conceptNames, 5)),
    log: changes.map(({ hash: _hash, previousHash: _previous, at: _at, ...change }) => withoutStamps(change)),
  };
};

await describeWithNeo4j('both stores', (database) => {
  afterAll(() => database.wipe());

  const openBoth = async (): Promise<readonly GraphStore[]> => {
    await database.wipe();
    const { uri, user, password } = database;
    const opening: readonly OpenStore[] = [
      async (now) => expectOk(await openEmbeddedStore({ memory: true, now })),
      async (now) => expectOk(await openNeo4jStore({ uri, user, password, now })),
    ];
    const stores = await Promise.all(opening.map((open) => open(tickingClock())));
    for (const store of stores) expectOk(await store.migrate());
    return stores;
  };

  it('give the same inventory and the same answers for whatever is written to them', async () => {
    let largest = 0;
    await fc.assert(
      fc.asyncProperty(
        anyTwoGraphs,
        fc.constantFrom('a', 'e', '1', ' ', "o'b", '検'),
        async ([first, second], text) => {
          const stores = await openBoth();
          try {
            const seen = [];
            for (const store of stores) {
              await commit(store, ...writesOf(first));
              await commit(store, ...writesOf(second));
              const graph = expectOk(await store.snapshot());
              largest = Math.max(largest, graph.revision);
              seen.push({
                content: contentOf(graph),
                answers: domainAnswers(graph),
                read: await readings(store, text),
              });
            }
            const [embedded, neo4j] = seen;
            expect(neo4j).toEqual(embedded);
            expect(embedded?.content).toEqual(contentOf(second));
          } finally {
            for (const store of stores) await store.close();
          }
        },
      ),
      { numRuns: 8 },
    );
    expect(largest).toBeGreaterThan(20);
  }, 600_000);
});
