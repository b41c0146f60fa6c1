import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterRoom, type RoomClient } from '../kit/room-client.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Runs with pages in a room of their own, each there with its address. */
const withPages = async (
  room: string,
  names: readonly string[],
  run: (...pages: RoomClient[]) => Promise<void>,
): Promise<void> => {
  const pages = names.map((name) => enterRoom(server.url, room, name));
  for (const page of pages) expect(await page.signal({ address: '/map' })).toMatchObject({ ok: true });
  try {
    await run(...pages);
  } finally {
    await Promise.all(pages.map((page) => page.stop()));
  }
};
const namesIn = ({ here }: RoomClient): readonly string[] => [...here.values()].map(({ name }) => name).toSorted();

describe('a room', () => {
  it('shows each who is there, under the name of the connection, and what changes', () =>
    withPages('r1', ['Ana', 'Bo'], async (ana, bo) => {
      for (const page of [ana, bo]) await expect.poll(() => namesIn(page)).toEqual(['Ana', 'Bo']);
      await ana.signal({
        address: '/trace?class=labs',
        selection: ['system:ehr'],
        editing: { concept: 'SYSTEM', id: 'ehr' },
      });
      await expect
        .poll(() => bo.here.get(ana.client))
        .toMatchObject({
          address: '/trace?class=labs',
          selection: ['system:ehr'],
          editing: { concept: 'SYSTEM', id: 'ehr', since: expect.stringMatching(/^20/) },
        });
      await ana.signal({ editing: null, name: 'Ana Li' });
      await expect
        .poll(() => bo.here.get(ana.client))
        .toMatchObject({ editing: null, name: 'Ana Li', address: '/trace?class=labs' });
      const late = enterRoom(server.url, 'r1', 'Cy');
      await expect.poll(() => namesIn(late)).toEqual(['Ana Li', 'Bo']);
      await late.stop();
    }));

  it('writes nothing to the inventory', async () => {
    const revision = async () =>
      (await server.ask<{ inventory: { revision: number } }>('{ inventory { revision } }')).inventory.revision;
    const before = await revision();
    await withPages('r-log', ['Ana'], async (ana) => void (await ana.signal({ title: 'Map' })));
    expect(await revision()).toBe(before);
  });

  it('tells of a fast pointer at most twenty times a second, and of its last place', () =>
    withPages('r2', ['Ana', 'Bo'], async (ana, bo) => {
      await expect.poll(() => namesIn(bo)).toEqual(['Ana', 'Bo']);
      const before = bo.events();
      const start = performance.now();
      for (let x = 0; x < 30; x += 1) await ana.signal({ pointer: { picture: 'map', x, y: 0 } });
      await expect.poll(() => bo.here.get(ana.client)?.pointer?.x).toBe(29);
      const seconds = (performance.now() - start) / 1_000;
      expect(bo.events() - before).toBeLessThanOrEqual(Math.ceil(seconds * 20) + 1);
      expect(bo.here.get(ana.client)?.address).toBe('/map');
      await ana.signal({ pointer: null });
      await expect.poll(() => bo.here.get(ana.client)?.pointer).toBeNull();
    }));

  it('is left by who says so, by who closes, and by who is cut off', () =>
    withPages('r3', ['Ana', 'Bo', 'Cy', 'Dee'], async (ana, bo, cy, dee) => {
      await expect.poll(() => namesIn(ana)).toHaveLength(4);
      await bo.signal({ leaving: true });
      await expect.poll(() => namesIn(ana)).toEqual(['Ana', 'Cy', 'Dee']);
      cy.kill();
      await expect.poll(() => namesIn(ana)).toEqual(['Ana', 'Dee']);
      await dee.stop();
      await expect.poll(() => namesIn(ana)).toEqual(['Ana']);
    }));

  it('takes a page that comes back by another connection as the same, and the end of the first changes nothing', () =>
    withPages('r4', ['Ana', 'Bo'], async (ana, bo) => {
      const again = enterRoom(server.url, 'r4', 'Bo', bo.client);
      await again.signal({ address: '/findings' });
      await expect.poll(() => ana.here.get(bo.client)?.address).toBe('/findings');
      bo.kill();
      await again.signal({ title: 'Findings' });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(namesIn(ana)).toEqual(['Ana', 'Bo']);
      await again.stop();
      await expect.poll(() => namesIn(ana)).toEqual(['Ana']);
      // Who left has to say all again.
      const back = enterRoom(server.url, 'r4', 'Bo', bo.client);
      expect(await back.signal({ title: 'Home' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
      await back.stop();
    }));

  it('has one presenter: who takes over is told of to all', () =>
    withPages('r5', ['Ana', 'Bo', 'Cy'], async (ana, bo, cy) => {
      const presenting = () =>
        [...cy.here.values()].filter((each) => each.presentingSince !== null).map(({ name }) => name);
      await ana.signal({ presenting: true });
      await cy.signal({ following: ana.client });
      await expect.poll(presenting).toEqual(['Ana']);
      await bo.signal({ presenting: true });
      await expect.poll(presenting).toEqual(['Bo']);
      await expect.poll(() => ana.here.get(ana.client)?.presentingSince).toBeNull();
      await bo.signal({ presenting: false });
      await expect.poll(presenting).toEqual([]);
      bo.kill();
      await expect.poll(() => namesIn(cy)).toEqual(['Ana', 'Cy']);
    }));

  it('keeps rooms apart', () =>
    withPages('r6', ['Ana'], async (ana) => {
      await withPages('r7', ['Bo'], async (bo) => {
        await expect.poll(() => namesIn(bo)).toEqual(['Bo']);
        expect(namesIn(ana)).toEqual(['Ana']);
      });
    }));
});

describe('what a room does not take', () => {
  it('says what is wrong with a signal, and that there are too many', () =>
    withPages('r8', ['Ana'], async (ana) => {
      expect(await ana.signal({ address: 'https://elsewhere.example/' })).toMatchObject({
        ok: false,
        error: { code: 'BAD_USER_INPUT' },
      });
      // As many at once as one connection may have under way, again and again.
      const codes: string[] = [];
      for (let round = 0; round < 10; round += 1) {
        const answers = await Promise.all(Array.from({ length: 15 }, () => ana.signal({ title: `${round}` })));
        codes.push(...answers.flatMap(({ error }) => error?.code ?? []));
      }
      expect(new Set(codes)).toEqual(new Set(['ROOM_LIMIT']));
    }));

  it('has a page in each room only once, and so many pages', async () => {
    const signal = (client: string) =>
      server.ask<{ signal: { ok: boolean; error: { code: string } | null } }>(
        'mutation ($client: ID!) { signal(room: "full", input: { client: $client, address: "/" }) { ok error { code } } }',
        { client },
      );
    for (let count = 0; count < 250; count += 1) expect((await signal(`page-${1_000 + count}`)).signal.ok).toBe(true);
    expect((await signal('page-1000')).signal.ok).toBe(true);
    expect((await signal('page-more')).signal).toMatchObject({ ok: false, error: { code: 'ROOM_LIMIT' } });
  });

  it('is left ten seconds after the last signal over HTTP', async () => {
    await server.ask(
      'mutation { signal(room: "by-http", input: { client: "page-http", address: "/" }) { ok } }',
      {},
      { 'x-ehi-actor': 'Ana' },
    );
    const watcher = enterRoom(server.url, 'by-http', 'Bo');
    await expect.poll(() => namesIn(watcher)).toEqual(['Ana']);
    await expect.poll(() => namesIn(watcher), { timeout: 20_000, interval: 200 }).toEqual([]);
    await watcher.stop();
  });

  it('refuses other changes over the socket, also beside a signal', async () => {
    const end = 'end(concept: SYSTEM, id: "x", expectedRevision: 1, endedOn: "2026-01-01", reason: "r") { ok }';
    const { createClient } = await import('graphql-ws');
    const { WebSocket } = await import('ws');
    const client = createClient({
      url: new URL('/graphql', server.url.replace(/^http/, 'ws')).href,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const failure = await new Promise<unknown>((resolve) => {
      client.subscribe(
        { query: `mutation { signal(room: "r", input: { client: "page-both", address: "/" }) { ok } ${end} }` },
        { next: resolve, error: resolve, complete: () => resolve('complete') },
      );
    });
    expect(failure).toMatchObject([{ message: expect.stringContaining('Only subscriptions and signals') }]);
    await client.dispose();
  });
});
