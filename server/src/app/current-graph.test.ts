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
