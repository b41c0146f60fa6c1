import { connect } from 'node:net';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openEmbeddedStore, type GraphStore } from '../../server/src/store/index.ts';
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
    ['a query', '{ inventory { revision } }', 'Only subscriptions and signals'],
    [
      'a change',
      'mutation { end(concept: SYSTEM, id: "x", expectedRevision: 1, endedOn: "2026-01-01", reason: "r") { ok } }',
      'Only subscriptions and signals',
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

describe('a server that listens for sockets', () => {
  /** What comes back for a request, once the server has closed; a client that does not end its own side learns it by writing on. */
  const raw = (text: string, ends = true): Promise<string> =>
    new Promise((resolve) => {
      const { hostname, port } = new URL(server.url);
      const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: !ends });
      let answer = '';
      let writing: NodeJS.Timeout | undefined;
      const over = (): void => {
        clearInterval(writing);
        resolve(answer);
      };
      socket.on('data', (part: Buffer) => (answer += part.toString()));
      socket.on('error', over);
      socket.on('close', over);
      if (!ends) socket.on('end', () => (writing = setInterval(() => socket.write('x'), 20)));
      socket.write(text);
    });
  const offer = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n';

  it('answers those who offer another protocol as if they had not', async () => {
    const host = new URL(server.url).host;
    expect(await raw(`GET /health/ready HTTP/1.1\r\nHost: ${host}\r\n${offer}\r\n`)).toMatch(
      /^HTTP\/1\.1 200 [\s\S]*"status":"ready"/,
    );
    const body = JSON.stringify({ query: '{ inventory { store } }' });
    const head = `POST /graphql HTTP/1.1\r\nHost: ${host}\r\n${offer}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    expect(await raw(head + body)).toMatch(/^HTTP\/1\.1 200 [\s\S]*"store":"embedded"/);
    expect(
      await raw(`POST /graphql HTTP/1.1\r\nHost: ${host}\r\n${offer}transfer-encoding: chunked\r\n\r\n0\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 411 /);
    expect(await raw(`GET / HTTP/1.1\r\nHost: attacker.example\r\n${offer}\r\n`)).toMatch(/^HTTP\/1\.1 421 /);
  });

  it('closes a connection that it refuses, though the client does not', async () => {
    const { host } = new URL(server.url);
    const key =
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
    expect(await raw(`GET /elsewhere HTTP/1.1\r\nHost: ${host}\r\n${key}\r\n`, false)).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('stops although a follower is there and another client does not say goodbye', async () => {
    const other = await startTestServer();
    const follower = followChanges(other.url, 0);
    const silent = new WebSocket(new URL('/graphql', other.url.replace(/^http/, 'ws')), 'graphql-transport-ws');
    await new Promise((resolve) => silent.on('open', resolve));
    silent.pause();
    await follower.until(1);
    await other.stop();
    await follower.ended;
    silent.terminate();
    expect(follower.changes.length).toBeGreaterThan(0);
  });

  it('has a limit to what one connection follows, and says over HTTP where to subscribe', async () => {
    const client = createClient({
      url: new URL('/graphql', server.url.replace(/^http/, 'ws')).href,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const refused = await new Promise<unknown>((resolve) => {
      for (let count = 0; count < 25; count += 1)
        client.subscribe(
          { query: 'subscription { changed { revision } }' },
          { next: () => undefined, error: resolve, complete: () => undefined },
        );
    });
    expect(refused).toMatchObject([{ extensions: { code: 'QUERY_LIMIT_EXCEEDED' } }]);
    await client.dispose();
    const answer = await server.send('subscription { changed { revision } }');
    expect([answer.status, answer.errors?.[0]]).toMatchObject([400, { extensions: { code: 'BAD_REQUEST' } }]);
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

  it('does not let a change into a database that was restored since', async () => {
    const inner = await openEmbeddedStore({ memory: true, now: () => new Date().toISOString() });
    if (!inner.ok) throw new Error(inner.error.message);
    let isRestored = false;
    const store: GraphStore = {
      ...inner.value,
      revision: async (atLeast) => (isRestored ? { ok: true, value: 1 } : inner.value.revision(atLeast)),
    };
    const other = await startTestServer({ store });
    const { headers } = await other.send(create, { input: { name: 'before', kind: 'SYS-LIS' } });
    const seen = { 'x-ehi-revision': headers.get('x-ehi-revision') ?? '' };
    expect(Number(seen['x-ehi-revision'])).toBeGreaterThan(1);
    isRestored = true;
    const change = await other.send(create, { input: { name: 'after', kind: 'SYS-LIS' } }, seen);
    expect([change.status, change.errors?.[0]]).toMatchObject([409, { extensions: { code: 'REVISION_AHEAD' } }]);
    expect(await inner.value.get('System', ['after'])).toEqual({ ok: true, value: [undefined] });
    const question = await other.send('{ systems(first: 1) { totalCount } }', {}, seen);
    expect([question.status, question.headers.get('x-ehi-revision')]).toEqual([409, '1']);
    expect(question.errors).toMatchObject([{ extensions: { code: 'REVISION_AHEAD', requestId: expect.any(String) } }]);
    await other.stop();
  });
});
