import { expect, it } from 'vitest';
import { openNeo4jStore } from '../../server/src/store/index.ts';
import { describeWithNeo4j } from '../kit/neo4j.ts';
import { audience, batchOf, commit, expectError, expectOk, tickingClock } from './store-subject.ts';

await describeWithNeo4j('a Neo4j server that goes and comes back', (database) => {
  const { uri, user, password } = database;
  const gone = { type: 'StoreUnavailable', message: expect.stringContaining(uri) as string };

  it.skipIf(database.control === undefined)(
    'answers "not available" meanwhile, and goes on afterwards',
    async () => {
      await database.wipe();
      const store = expectOk(await openNeo4jStore({ uri, user, password, now: tickingClock() }));
      expectOk(await store.migrate());
      await commit(store, audience('A'));
      const before = expectOk(await store.snapshot());

      await database.control?.stop();
      const answers = await Promise.all([
        store.revision(),
        store.snapshot(),
        store.changes(0, 10),
        store.list({ concept: 'Audience', filter: {}, sort: 'NAME', descending: false, first: 10 }),
        store.migrate(),
        ...Array.from({ length: 20 }, (_, n) => store.commit(batchOf(audience(`lost ${n}`)))),
      ]);
      for (const answer of answers) {
        expect(answer.ok ? answer.value : answer.error).toMatchObject({
          type: 'StoreUnavailable',
          message: expect.stringContaining(uri) as string,
        });
      }
      expect(expectError(await openNeo4jStore({ uri, user, password, now: tickingClock() })).type).toBe(
        'StoreUnavailable',
      );

      await database.control?.start();
      expect(expectOk(await store.snapshot())).toEqual(before);
      expect((await commit(store, audience('A', 'renamed'))).revision).toBe(2);
      await store.close();
      await database.wipe();
    },
    400_000,
  );

  it.skipIf(database.control === undefined)(
    'does not wait for a server that says nothing',
    async () => {
      await database.wipe();
      const store = expectOk(await openNeo4jStore({ uri, user, password, now: tickingClock() }));
      expectOk(await store.migrate());
      await commit(store, audience('A'));
      database.control?.freeze();
      try {
        const answers = [store.revision(), store.commit(batchOf(audience('B'))), store.get('Audience', ['A'])];
        for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ ok: false, error: gone });
      } finally {
        database.control?.thaw();
      }
      // What was given up is not done later.
      expect((await commit(store, audience('C'))).revision).toBe(2);
      expect(expectOk(await store.get('Audience', ['B']))).toEqual([undefined]);
      await store.close();
      await database.wipe();
    },
    400_000,
  );

  it('says what is wrong with an address that nobody answers or that is none', async () => {
    const now = tickingClock();
    const closed = expectError(await openNeo4jStore({ uri: 'bolt://127.0.0.1:1', user, password, now }));
    expect(closed).toMatchObject({
      type: 'StoreUnavailable',
      message: expect.stringContaining('127.0.0.1:1') as string,
    });
    const none = expectError(await openNeo4jStore({ uri: 'nonsense', user, password, now }));
    expect(none).toMatchObject({ type: 'StoreUnavailable', message: expect.stringContaining('nonsense') as string });
  });
});
