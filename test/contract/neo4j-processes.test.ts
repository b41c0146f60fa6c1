import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { openNeo4jStore } from '../../server/src/store/index.ts';
import { verifyLog } from '../../server/src/app/verify-log.ts';
import { followChanges } from '../kit/live-client.ts';
import { describeWithNeo4j } from '../kit/neo4j.ts';
import { enterRoom } from '../kit/room-client.ts';
import { createServedProcesses, type Served } from '../kit/served-process.ts';
import { temporaryFolder } from '../kit/server.ts';
import { expectOk } from './store-subject.ts';

const processes = createServedProcesses();

interface Answer {
  readonly status: number;
  readonly revision: string | null;
  readonly data?: Readonly<Record<string, never>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

const send = async (url: string, query: string, variables: object = {}, seen?: number): Promise<Answer> => {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(seen === undefined ? {} : { 'x-ehi-revision': String(seen) }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Omit<Answer, 'status' | 'revision'>;
  return { ...body, status: response.status, revision: response.headers.get('x-ehi-revision') };
};

const ask = async <T>(url: string, query: string, variables: object = {}, seen?: number): Promise<T> => {
  const { data, errors } = await send(url, query, variables, seen);
  if (errors !== undefined || data === undefined || data === null) throw new Error(JSON.stringify(errors));
  return data as T;
};

const createFlow = `mutation ($id: ID!, $name: String!) {
  createFlow(input: { id: $id, name: $name, from: "lis", to: "ehr", carries: [{ dataClass: "labs" }] }) {
    ok revision error { message }
  }
}`;

const setUp = `mutation {
  class: createDataClass(input: { id: "labs", name: "Labs", level: CLASS }) { ok error { message } }
  lis: createSystem(input: { id: "lis", name: "LIS", kind: "SYS-LIS", holds: [{ dataClass: "labs", role: ORIGIN }] }) { ok error { message } }
  ehr: createSystem(input: { id: "ehr", name: "EHR", kind: "SYS-EHR" }) { ok error { message } }
}`;

const flowsOf = 'query { trace(dataClass: "labs") { revision answers { flows { flow { id } } } } }';

interface Traced {
  readonly trace: {
    readonly revision: number;
    readonly answers: readonly { readonly flows: readonly { readonly flow: { readonly id: string } }[] }[];
  };
}

await describeWithNeo4j('several servers over one Neo4j', (database) => {
  const { uri, user, password } = database;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => {
    await database.wipe();
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());
  afterAll(() => processes.killAll());

  const serve = (seed = 'none'): Served =>
    processes.serve(['--port', '0', '--seed', seed], {
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      EHI_EVIDENCE: folder.path,
    });

  const end = async (...served: readonly Served[]): Promise<void> => {
    for (const { child } of served) child.kill('SIGTERM');
    for (const { ended } of served) expect(await ended).toBe(0);
  };

  it('start at the same time over an empty database, and have the example once', async () => {
    const both = [serve('clinic'), serve('clinic')];
    const urls = await Promise.all(both.map(({ address }) => address()));
    const counts = await Promise.all(
      urls.map((url) => ask(url, '{ inventory { name revision counts { concept count } } }')),
    );
    expect(counts[0]).toEqual(counts[1]);
    expect(both.map(({ text }) => text()).filter((text) => text.includes('loading the example'))).not.toEqual([]);
    await end(...both);
  });

  it('see what one of them acknowledged: at once with its revision, and within a second without', async () => {
    const both = [serve(), serve()];
    const [one = '', other = ''] = await Promise.all(both.map(({ address }) => address()));
    await ask(one, setUp);
    for (let number = 1; number <= 10; number += 1) {
      const id = `flow-${number}`;
      const [from, to] = number % 2 === 0 ? [one, other] : [other, one];
      const { createFlow: written } = await ask<{ createFlow: { ok: boolean; revision: number } }>(from, createFlow, {
        id,
        name: id,
      });
      expect(written.ok).toBe(true);
      const { trace } = await ask<Traced>(to, flowsOf, {}, written.revision);
      expect(trace.revision).toBeGreaterThanOrEqual(written.revision);
      expect(trace.answers.flatMap(({ flows }) => flows.map(({ flow }) => flow.id))).toContain(id);
      // A client that carries nothing.
      await expect
        .poll(async () => (await ask<Traced>(from, flowsOf)).trace.revision, { timeout: 1_000 })
        .toBeGreaterThanOrEqual(written.revision);
    }
    const { status, errors } = await send(other, flowsOf, {}, 1_000_000);
    expect([status, errors?.[0]]).toMatchObject([409, { extensions: { code: 'REVISION_AHEAD' } }]);
    await end(...both);
  });

  it('tell followers of each of them every change, in order, whoever made it', async () => {
    const both = [serve(), serve()];
    const [one = '', other = ''] = await Promise.all(both.map(({ address }) => address()));
    await ask(one, setUp);
    const start = Number((await send(one, '{ inventory { revision } }')).revision);
    const followers = [followChanges(one, start), followChanges(other, start)];
    const writes = Array.from({ length: 20 }, (_, number) => ({
      url: number % 2 === 0 ? one : other,
      id: `flow-${number}`,
    }));
    for (const { url, id } of writes) await ask(url, createFlow, { id, name: id });
    for (const follower of followers) {
      await follower.until(20);
      expect(follower.changes.map(({ entity }) => entity)).toEqual(writes.map(({ id }) => id));
      follower.stop();
    }
    await end(...both);
  });

  it('show one another who is in a room, who presents, and who is gone', async () => {
    const both = [serve(), serve()];
    const [one = '', other = ''] = await Promise.all(both.map(({ address }) => address()));
    const ana = enterRoom(one, 'everybody', 'Ana');
    const bo = enterRoom(other, 'everybody', 'Bo');
    await ana.signal({ address: '/map', presenting: true });
    await bo.signal({ address: '/' });
    for (const page of [ana, bo]) await expect.poll(() => page.here.size, { timeout: 5_000 }).toBe(2);
    await ana.signal({ address: '/trace?class=labs' });
    await expect.poll(() => bo.here.get(ana.client)?.address, { timeout: 5_000 }).toBe('/trace?class=labs');
    await bo.signal({ presenting: true });
    for (const page of [ana, bo]) {
      const presenters = () => [...page.here.values()].filter((each) => each.presentingSince !== null);
      await expect.poll(() => presenters().map(({ name }) => name), { timeout: 5_000 }).toEqual(['Bo']);
    }
    // A page that comes to the other server, as by a load balancer after a lost connection, is one page.
    ana.kill();
    const again = enterRoom(other, 'everybody', 'Ana', ana.client);
    await again.signal({ address: '/findings' });
    await expect.poll(() => bo.here.get(ana.client)?.address, { timeout: 5_000 }).toBe('/findings');
    expect(bo.here.size).toBe(2);
    // Whoever was on a server that is killed is gone soon after.
    const cy = enterRoom(one, 'everybody', 'Cy');
    await cy.signal({ address: '/' });
    await expect.poll(() => bo.here.size, { timeout: 5_000 }).toBe(3);
    both[0]?.child.kill('SIGKILL');
    await expect.poll(() => bo.here.size, { timeout: 20_000 }).toBe(2);
    await Promise.all([bo, again].map((page) => page.stop()));
    await end(...both.slice(1));
  });

  it('lose nothing that was acknowledged when one of them is killed under load', async () => {
    const both = [serve(), serve()];
    const [one = '', other = ''] = await Promise.all(both.map(({ address }) => address()));
    await ask(one, setUp);
    const start = Number((await send(one, '{ inventory { revision } }')).revision);
    const follower = followChanges(other, start);
    const acknowledged: string[] = [];
    let isKilled = false;
    const writer = async (number: number): Promise<void> => {
      for (let count = 0; count < 60; count += 1) {
        const id = `flow-${number}-${count}`;
        const url = number % 2 === 0 ? one : other;
        try {
          const { data, errors } = await send(url, createFlow, { id, name: id });
          if (errors !== undefined) throw new Error(JSON.stringify(errors));
          if ((data as { createFlow?: { ok: boolean } } | undefined)?.createFlow?.ok === true) acknowledged.push(id);
        } catch (cause) {
          // A connection that breaks is what a killed server gives; before that it would be a fault.
          if (!isKilled || url !== one) throw cause;
          return;
        }
      }
    };
    const writing = Promise.all(Array.from({ length: 8 }, (_, number) => writer(number)));
    await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(60);
    isKilled = true;
    both[0]?.child.kill('SIGKILL');
    await writing;
    expect(acknowledged.length).toBeGreaterThan(4 * 60);

    const { trace } = await ask<Traced>(other, flowsOf);
    const there = new Set(trace.answers.flatMap(({ flows }) => flows.map(({ flow }) => flow.id)));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    await follower.until(there.size);
    expect(follower.changes.map(({ revision }) => revision)).toEqual(
      Array.from({ length: there.size }, (_, at) => start + at + 1),
    );
    expect(new Set(follower.changes.map(({ entity }) => entity))).toEqual(there);
    follower.stop();
    const store = expectOk(await openNeo4jStore({ uri, user, password, now: () => '2026-11-21T00:00:00.000Z' }));
    expect(await verifyLog(store)).toMatchObject({ ok: true });
    await store.close();
    await end(...both.slice(1));
  });
});
