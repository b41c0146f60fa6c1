import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { followChanges } from '../kit/live-client.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const create =
  'mutation ($input: CreateSystemInput!) { createSystem(input: $input) { ok revision error { message } } }';

/** Creates a system and returns the inventory's revision after it. */
const write = async (name: string, headers: Record<string, string> = {}): Promise<number> => {
  const { createSystem } = await server.ask<{ createSystem: { ok: boolean; revision: number } }>(
    create,
    { input: { name, kind: 'SYS-LIS' } },
    headers,
  );
  expect(createSystem.ok).toBe(true);
  return createSystem.revision;
};

describe('a subscription to changes', () => {
  it('gives what is written from now on, in order, once, with who did it', async () => {
    const follower = followChanges(server.url);
    // The first write after the subscription is there is the first that comes.
    await expect.poll(async () => (await write('warming up'), follower.changes.length)).toBeGreaterThan(0);
    const last = await write('the last to warm up');
    for (let number = 1; number <= 20; number += 1) await write(`live ${number}`, { 'x-ehi-actor': 'Ana' });
    await expect.poll(() => follower.changes.at(-1)?.revision).toBe(last + 20);
    follower.stop();
    const revisions = follower.changes.map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.map((_, at) => (revisions[0] ?? 0) + at));
    expect(follower.changes.slice(-20).map(({ entity, actor }) => `${entity} ${actor}`)).toEqual(
      Array.from({ length: 20 }, (_, at) => `live-${at + 1} Ana`),
    );
  });

  it('goes on where a lost connection ended: nothing is missed, nothing comes twice', async () => {
    const start = await write('before the loss');
    const first = followChanges(server.url, start);
    await write('one');
    await first.until(1);
    first.stop();
    await write('while away');
    const again = followChanges(server.url, first.changes.at(-1)?.revision);
    await write('back');
    await again.until(2);
    again.stop();
    expect([...first.changes, ...again.changes].map(({ entity }) => entity)).toEqual(['one', 'while-away', 'back']);
  });

  it('gives a long log whole, and what is written while it is given', async () => {
    const follower = followChanges(server.url, 0);
    const last = await write('while it is given');
    await follower.until(last);
    follower.stop();
    expect(follower.changes.map(({ revision }) => revision)).toEqual(Array.from({ length: last }, (_, at) => at + 1));
  });

  it('says that the database is another one than the client saw, and ends', async () => {
    const follower = followChanges(server.url, 1_000_000);
    await follower.ended;
    expect(follower.changes).toEqual([]);
    expect(follower.errors).toMatchObject([{ code: 'REVISION_AHEAD', message: expect.stringContaining('1000000') }]);
  });

  it('serves many followers at once, and is not held up by one who left', async () => {
    const start = await write('before many');
    const followers = Array.from({ length: 30 }, () => followChanges(server.url, start));
    await write('first for many');
    await Promise.all(followers.map((each) => each.until(1)));
    for (const each of followers.slice(0, 10)) each.stop();
    await write('second for many');
    await Promise.all(followers.slice(10).map((each) => each.until(2)));
    expect(followers.slice(10).map(({ changes }) => changes.length)).toEqual(Array.from({ length: 20 }, () => 2));
    for (const each of followers) each.stop();
  });
});

const openSocket = (headers: Record<string, string>): Promise<string> =>
  new Promise((resolve) => {
    const socket = new WebSocket(new URL('/graphql', server.url.replace(/^http/, 'ws')), 'graphql-transport-ws', {
      headers,
    });
    socket.on('open', () => {
      socket.close();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => resolve(String(response.statusCode)));
    socket.on('error', (cause) => resolve(cause.message));
  });

describe('the socket', () => {
  it('refuses a page of another site, another name and another place', async () => {
    const { host, port } = new URL(server.url);
    expect(await openSocket({ origin: `http://${host}` })).toBe('open');
    expect(await openSocket({})).toBe('open');
    expect(await openSocket({ origin: 'https://elsewhere.example' })).toBe('403');
    expect(await openSocket({ origin: 'null' })).toBe('403');
    expect(await openSocket({ host: `attacker.example:${port}` })).toBe('421');
    const elsewhere = new WebSocket(new URL('/imports', server.url.replace(/^http/, 'ws')));
    expect(
      await new Promise((resolve) => elsewhere.on('unexpected-response', (_, { statusCode }) => resolve(statusCode))),
    ).toBe(404);
  });

  const refusals: readonly (readonly [string, string, string])[] = [
    ['a query', '{ inventory { revision } }', 'Only subscriptions'],
    [
      'a change',
      'mutation { end(concept: SYSTEM, id: "x", expectedRevision: 1, endedOn: "2026-01-01", reason: "r") { ok } }',
      'Only subscriptions',
    ],
    ['what is no GraphQL', 'subscription {', 'Syntax Error'],
    ['what the schema does not have', 'subscription { nothing }', 'Cannot query field'],
    ['what is endless', `subscription { ${'a '.repeat(20_000)} }`, 'more that 10000 tokens'],
  ];
  it.each(refusals)('refuses %s with a code, and goes on', async (_what, query, words) => {
    const client = createClient({
      url: new URL('/graphql', server.url.replace(/^http/, 'ws')).href,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const failure = await new Promise<unknown>((resolve) => {
      client.subscribe({ query }, { next: resolve, error: resolve, complete: () => resolve('complete') });
    });
    expect(failure).toMatchObject([
      { message: expect.stringContaining(words), extensions: { code: expect.stringMatching(/^[A-Z_]+$/) } },
    ]);
    await client.dispose();
    expect((await server.fetch('/health/live')).status).toBe(200);
  });

  it('cuts off a message that is no subscription by its size', async () => {
    const socket = new WebSocket(new URL('/graphql', server.url.replace(/^http/, 'ws')), 'graphql-transport-ws');
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.on('open', () => socket.send('x'.repeat(100_000)));
    expect(await closed).toBe(1009);
    expect((await server.fetch('/health/live')).status).toBe(200);
  });
});

describe('the revision that a client carries', () => {
  it('comes with every answer, and an answer is never from before it', async () => {
    const revision = await write('carried');
    const { headers } = await server.send('{ inventory { revision } }', {}, { 'x-ehi-revision': String(revision) });
    expect(Number(headers.get('x-ehi-revision'))).toBeGreaterThanOrEqual(revision);
  });

  it('is refused with a code where the database does not have it; nonsense says nothing', async () => {
    const ahead = await server.send('{ inventory { revision } }', {}, { 'x-ehi-revision': '99999999' });
    expect(ahead.status).toBe(409);
    expect(ahead.errors).toMatchObject([
      { extensions: { code: 'REVISION_AHEAD', retryable: false, requestId: expect.any(String) } },
    ]);
    for (const nonsense of ['-1', 'x', '1e9', '99999999999999999999'])
      expect((await server.send('{ inventory { revision } }', {}, { 'x-ehi-revision': nonsense })).status).toBe(200);
  });
});
