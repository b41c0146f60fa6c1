import { describe, expect, it } from 'vitest';
import { openEmbeddedStore, type GraphStore, type Write } from '../store/index.ts';
import { createCurrentGraph } from './current-graph.ts';

const dataClass = (id: string, name = id): Write => ({
  concept: 'DataClass',
  action: 'CREATE',
  document: {
    id,
    name,
    level: 'CLASS',
    drsStatus: 'YES',
    fhirResources: [],
    overlays: [],
    source: 'test',
    grade: 'ASSERTED',
    recordedAt: '',
  },
});

const openStore = async (): Promise<GraphStore> => {
  const store = await openEmbeddedStore({ memory: true, now: () => '2026-11-21T00:00:00.000Z' });
  if (!store.ok) throw new Error(store.error.message);
  const migrated = await store.value.migrate();
  if (!migrated.ok) throw new Error(migrated.error.message);
  return store.value;
};

const commit = async (store: GraphStore, ...writes: readonly Write[]): Promise<number> => {
  const committed = await store.commit({ actor: 'test', writes });
  if (!committed.ok) throw new Error(JSON.stringify(committed.error));
  return committed.value.revision;
};

describe('current graph', () => {
  it('sees every commit acknowledged before it was asked, and equals what a snapshot says', async () => {
    const store = await openStore();
    const current = createCurrentGraph({ store, integrationKinds: new Set() });
    for (const id of ['a', 'b', 'c', 'a']) {
      const revision = await commit(store, dataClass(id, `${id} ${Math.random()}`));
      const [one, two] = await Promise.all([current.get(), current.get()]);
      const snapshot = await store.snapshot();
      if (!one.ok || !two.ok || !snapshot.ok) throw new Error('the store answers');
      expect(one.value.graph.revision).toBe(revision);
      expect(two.value.graph).toBe(one.value.graph);
      expect(one.value.graph).toEqual(snapshot.value);
    }
    await store.close();
  });

  it('keeps what it read while nothing changes', async () => {
    const store = await openStore();
    await commit(store, dataClass('a'));
    const current = createCurrentGraph({ store, integrationKinds: new Set() });
    const [first, second] = [await current.get(), await current.get()];
    expect(first.ok && second.ok && first.value === second.value && first.value.index === second.value.index).toBe(
      true,
    );
    await store.close();
  });

  it('starts over when the store is behind what it said before', async () => {
    const [long, short] = [await openStore(), await openStore()];
    await commit(long, dataClass('a'), dataClass('b'));
    await commit(short, dataClass('c'));
    let store = long;
    const either: GraphStore = {
      ...long,
      revision: () => store.revision(),
      snapshot: () => store.snapshot(),
      changes: (after, limit) => store.changes(after, limit),
    };
    const current = createCurrentGraph({ store: either, integrationKinds: new Set() });
    await current.get();
    store = short;
    const restored = await current.get();
    expect(restored.ok && [...restored.value.graph.DataClass.keys()]).toEqual(['c']);
    await Promise.all([long.close(), short.close()]);
  });

  it('starts over when the store goes on from another history', async () => {
    const [short, long] = [await openStore(), await openStore()];
    await commit(short, dataClass('mine'));
    await commit(long, dataClass('a'), dataClass('b'));
    let store = short;
    const either: GraphStore = {
      ...short,
      revision: () => store.revision(),
      snapshot: () => store.snapshot(),
      changes: (after, limit) => store.changes(after, limit),
    };
    const current = createCurrentGraph({ store: either, integrationKinds: new Set() });
    const first = await current.get();
    expect(first.ok && [...first.value.graph.DataClass.keys()]).toEqual(['mine']);
    await commit(short, dataClass('mine', 'renamed'));
    const second = await current.get();
    expect(second.ok && second.value.graph.DataClass.get('mine')?.name).toBe('renamed');
    store = long;
    await commit(long, dataClass('c'));
    const replaced = await current.get();
    expect(replaced.ok && [...replaced.value.graph.DataClass.keys()].toSorted()).toEqual(['a', 'b', 'c']);
    await Promise.all([short.close(), long.close()]);
  });

  it('gives up when the store names a revision that it does not give', async () => {
    const store = await openStore();
    await commit(store, dataClass('a'));
    let asked = 0;
    const torn: GraphStore = {
      ...store,
      revision: async () => {
        asked += 1;
        // A loop without end would never let a timer of the test runner come up.
        if (asked > 100) throw new Error('asked without end');
        return { ok: true, value: 7 };
      },
      snapshot: async () => {
        asked += 1;
        return store.snapshot();
      },
    };
    const got = await createCurrentGraph({ store: torn, integrationKinds: new Set() }).get();
    expect(got.ok ? '' : got.error.type).toBe('StoreUnavailable');
    await store.close();
  });

  it('answers nothing when the store is away', async () => {
    const store = await openStore();
    await commit(store, dataClass('a'));
    const current = createCurrentGraph({ store, integrationKinds: new Set() });
    await current.get();
    await store.close();
    const away = await current.get();
    expect(away.ok ? '' : away.error.type).toBe('StoreUnavailable');
  });
});
