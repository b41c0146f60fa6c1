import { afterEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore, openNeo4jStore, type GraphStore } from '../../server/src/store/index.ts';
import { describeWithNeo4j } from '../kit/neo4j.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

const now = (): string => new Date().toISOString();

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const createEvidence = 'mutation { createEvidence(input: { id: "note", name: "Note" }) { ok revision } }';

/** Reads and writes of every kind: none may give half an answer. */
const operations: readonly (readonly [string, string])[] = [
  ['one thing', '{ system(id: "lis") { id name } }'],
  ['a list', '{ systems { totalCount nodes { id } } }'],
  ['a search', '{ search(text: "lab") { id } }'],
  ['the log', '{ changes(after: 0) { revision } }'],
  ['a trace', '{ trace(dataClass: "laboratory") { sentence } }'],
  ['the inventory', '{ inventory { revision } }'],
  ['what needs no store beside what does', '{ catalogue { purposes { id } } system(id: "lis") { id } }'],
  ['a creation', createEvidence],
  [
    'an end',
    'mutation { end(concept: SYSTEM, id: "lis", expectedRevision: 1, endedOn: "2026-01-01", reason: "x") { ok } }',
  ],
];

const expectAway = async (running: TestServer, query: string): Promise<void> => {
  const { status, headers, data, errors } = await running.send(query);
  expect(status, query).toBe(503);
  expect(headers.get('retry-after')).toBe('1');
  expect(data ?? null).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'STORE_UNAVAILABLE', retryable: true });
  expect(errors?.[0]?.extensions.requestId).toBe(headers.get('x-request-id'));
};

/** A store that stops answering when told, and after so many more reads: as a network does. */
const createFailingStore = (
  store: GraphStore,
): { readonly store: GraphStore; readonly failAfter: (calls: number) => void } => {
  let left = Number.POSITIVE_INFINITY;
  const answer = new Set(['migrate', 'revision', 'snapshot', 'changes', 'history', 'get', 'list', 'search', 'commit']);
  const failing = new Proxy(store, {
    get: (target, name: keyof GraphStore) => {
      const member = target[name];
      if (typeof member !== 'function' || !answer.has(name)) return member;
      return (...args: readonly unknown[]) => {
        if (left <= 0)
          return Promise.resolve({
            ok: false,
            error: { type: 'StoreUnavailable', message: 'bolt://10.0.0.7 is gone' },
          });
        left -= 1;
        return (member as (...all: readonly unknown[]) => unknown).call(target, ...args);
      };
    },
  });
  return {
    store: failing,
    failAfter: (calls) => {
      left = calls;
    },
  };
};

const openMemoryStore = async (): Promise<GraphStore> => {
  const opened = await openEmbeddedStore({ memory: true, now });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
};

describe('when the store is away', () => {
  it('answers every operation with the code and nothing else, and is well again when the store is', async () => {
    const { store, failAfter } = createFailingStore(await openMemoryStore());
    server = await startTestServer({ store, seed: 'clinic' });
    const before = await server.ask<{ inventory: { revision: number } }>('{ inventory { revision } }');
    failAfter(0);
    for (const [, query] of operations) await expectAway(server, query);
    const ready = await server.fetch('/health/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'unavailable', code: 'STORE_UNAVAILABLE', retryable: true });
    expect((await server.fetch('/health/live')).status).toBe(200);
    failAfter(Number.POSITIVE_INFINITY);
    expect(await server.ask('{ inventory { revision } }')).toEqual(before);
    expect((await server.fetch('/health/ready')).status).toBe(200);
  });

  it('never gives the part that was read before it went', async () => {
    const { store, failAfter } = createFailingStore(await openMemoryStore());
    server = await startTestServer({ store, seed: 'clinic' });
    // Each a question of its own: what was answered whole a moment ago is given again, once the store has said that it still holds.
    const query = (asked: number): string =>
      `{ asked${asked}: systems(first: 5) { nodes { id holds { dataClass { name } } history { revision } } } organizations { totalCount } }`;
    const { errors } = await server.send(query(0));
    expect(errors).toBeUndefined();
    const answers: number[] = [];
    for (let calls = 1; calls < 9; calls += 1) {
      failAfter(calls);
      const { status, data, errors: failures } = await server.send(query(calls));
      answers.push(status);
      if (status === 200) expect(failures).toBeUndefined();
      else expect([data ?? null, failures?.[0]?.extensions.code]).toEqual([null, 'STORE_UNAVAILABLE']);
    }
    expect(answers).toContain(503);
  });

  it('does not tell where the store is', async () => {
    const { store, failAfter } = createFailingStore(await openMemoryStore());
    server = await startTestServer({ store });
    failAfter(0);
    const { errors } = await server.send('{ inventory { revision } }');
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
  });

  it('is told as away once the embedded store is closed under it', async () => {
    const store = await openMemoryStore();
    server = await startTestServer({ store });
    await server.ask('{ inventory { revision } }');
    await store.close();
    await expectAway(server, '{ systems { totalCount } }');
    await expectAway(server, createEvidence);
  });
});

describe('when the connection is lost while a change is being written', () => {
  it('does not say that nothing was written', async () => {
    const store = await openMemoryStore();
    server = await startTestServer({ store });
    const error = { type: 'StoreUnavailable', message: 'lost', mayBeWritten: true } as const;
    Object.assign(store, { commit: async () => ({ ok: false, error }) });
    const { status, errors } = await server.send(createEvidence);
    expect(status).toBe(503);
    expect(errors?.[0]?.message).toContain('may not have been written; reload before trying again');
    expect(errors?.[0]?.message).not.toContain('Nothing was written');
  });
});

describe('when something fails that nobody expected', () => {
  it('tells the request id, and the cause to the operator only', async () => {
    const store = await openMemoryStore();
    const broken = new Proxy(store, {
      get: (target, name: keyof GraphStore) => {
        if (name !== 'search')
          return typeof target[name] === 'function' ? (target[name] as () => unknown).bind(target) : target[name];
        return () => Promise.reject(new Error('password=hunter2'));
      },
    });
    server = await startTestServer({ store: broken });
    const { status, data, errors } = await server.send('{ search(text: "lab") { id } }');
    expect(status).toBe(200);
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', retryable: false });
    expect(JSON.stringify(errors)).not.toContain('hunter2');
    const requestId = errors?.[0]?.extensions.requestId ?? 'none';
    expect(server.log.some((line) => line.includes(requestId) && line.includes('hunter2'))).toBe(true);
  });
});

await describeWithNeo4j('the server on Neo4j', (database) => {
  it('survives a restart of the database under it', async () => {
    await database.wipe();
    const opened = await openNeo4jStore({ ...database, now });
    if (!opened.ok) throw new Error(opened.error.message);
    server = await startTestServer({ store: opened.value, seed: 'clinic' });
    const written = await server.ask<{ createEvidence: { ok: boolean; revision: number } }>(createEvidence);
    expect(written.createEvidence.ok).toBe(true);
    const trace = '{ trace(dataClass: "laboratory", asOf: "2026-11-21") { revision sentence } }';
    const before = await server.ask<{ trace: { revision: number; sentence: string } }>(trace);
    if (database.control === undefined) return;
    await database.control.stop();
    const running = server;
    await Promise.all(operations.map(([, query]) => expectAway(running, query)));
    expect((await server.fetch('/health/ready')).status).toBe(503);
    await database.control.start();
    await expect
      .poll(async () => (await server?.fetch('/health/ready'))?.status, { timeout: 60_000, interval: 500 })
      .toBe(200);
    expect(await server.ask(trace)).toEqual(before);
    const again = await server.ask<{ createEvidence: { ok: boolean } }>(createEvidence.replace('"note"', '"note-2"'));
    expect(again.createEvidence.ok).toBe(true);
  }, 180_000);
});
