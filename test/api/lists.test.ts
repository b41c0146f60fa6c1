import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const fields = '{ totalCount nodes { id name } edges { cursor node { id } } pageInfo { hasNextPage endCursor } }';

/** Every page of a list, one after another. */
const walk = async (list: (after: string | null) => Promise<Page>): Promise<readonly Page[]> => {
  const pages = [await list(null)];
  for (let last = pages[0]; last?.pageInfo.hasNextPage === true; last = pages.at(-1)) {
    pages.push(await list(last.pageInfo.endCursor));
    if (pages.length > 200) throw new Error('the list does not end');
  }
  return pages;
};

describe('a list of things', () => {
  const dataClasses = async (after: string | null, direction = 'ASC', sort = 'NAME'): Promise<Page> => {
    const query = `query($after: String, $direction: SortDirection!, $sort: SortBy!) {
      list: dataClasses(first: 7, after: $after, direction: $direction, sort: $sort) ${fields}
    }`;
    return (await server.ask<{ list: Page }>(query, { after, direction, sort })).list;
  };

  it.each([
    ['NAME', 'ASC'],
    ['NAME', 'DESC'],
    ['UPDATED', 'ASC'],
    ['UPDATED', 'DESC'],
  ])('gives everything once over its pages, by %s %s', async (sort, direction) => {
    const pages = await walk((after) => dataClasses(after, direction, sort));
    const ids = pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));
    expect(pages.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(pages[0]?.totalCount ?? -1);
    expect(pages.every(({ totalCount }) => totalCount === ids.length)).toBe(true);
  });

  it('is sorted by name whichever case the names are in', async () => {
    const pages = await walk((after) => dataClasses(after));
    const names = pages.flatMap(({ nodes }) => nodes.map(({ name }) => name.toLowerCase()));
    expect(names).toEqual([...names].sort());
  });

  it('goes on from the cursor of any edge', async () => {
    const first = await dataClasses(null);
    const [, second, third] = first.edges;
    const rest = await dataClasses(second?.cursor ?? null);
    expect(rest.nodes[0]?.id).toBe(third?.node.id);
  });

  it('is narrowed by its filter', async () => {
    const query = `query($filter: DataClassFilter) { list: dataClasses(filter: $filter, first: 500) ${fields} }`;
    const count = async (filter: object): Promise<number> =>
      (await server.ask<{ list: Page }>(query, { filter })).list.totalCount;
    const [all, domains, classes, elements] = await Promise.all([
      count({}),
      count({ level: 'DOMAIN' }),
      count({ level: 'CLASS' }),
      count({ level: 'ELEMENT' }),
    ]);
    expect(Math.min(domains, classes, elements)).toBeGreaterThan(0);
    expect(domains + classes + elements).toBe(all);
    expect(await count({ text: 'LABORATORY' })).toBeGreaterThan(0);
    expect(await count({ text: 'LABORATORY', level: 'DOMAIN' })).toBe(0);
    expect(await count({ level: null, text: null })).toBe(all);
    expect(await count({ text: 'no such thing' })).toBe(0);
  });

  it.each([0, -1, 501])('refuses a page of %i instead of cutting it silently', async (first) => {
    const { errors, status } = await server.send(`{ systems(first: ${first}) { totalCount } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' });
    expect(status).toBe(200);
  });

  it.each(['nonsense', 'W10', 'WzFd'])('refuses the cursor %s', async (after) => {
    const { errors } = await server.send('query($after: String) { systems(after: $after) { totalCount } }', { after });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
  });
});

describe('a list of things that refer to another', () => {
  it('pages through the same things as the other side states', async () => {
    const { flows } = await server.ask<{ flows: { nodes: { id: string; from: { id: string } }[] } }>(
      '{ flows(first: 500) { nodes { id from { id } } } }',
    );
    const senders = groupByFrom(flows.nodes);
    const [busiest, sent] = [...senders].sort(([, a], [, b]) => b.length - a.length)[0] ?? ['', []];
    expect(sent.length).toBeGreaterThan(2);
    const query = `query($id: ID!, $after: String) { system(id: $id) { list: flowsOut(first: 2, after: $after) ${fields} } }`;
    const pages = await walk(
      async (after) => (await server.ask<{ system: { list: Page } }>(query, { id: busiest, after })).system.list,
    );
    const ids = pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
    expect(pages[0]?.totalCount).toBe(sent.length);
  });

  it('leaves out on a day what does not hold then', async () => {
    const input = { id: 'short-lived', name: 'Short-lived', startedOn: '2020-01-01' };
    const { systems } = await server.ask<{ systems: { nodes: { id: string }[] } }>(
      '{ systems(first: 1) { nodes { id } } }',
    );
    const id = systems.nodes[0]?.id ?? '';
    const created = await server.ask<{ createFlow: { flow: { revision: number } } }>(
      'mutation($input: CreateFlowInput!) { createFlow(input: $input) { flow { revision } } }',
      { input: { ...input, from: id, to: id } },
    );
    const ended = await server.ask<{ end: { ok: boolean; node: { endedOn: string; endReason: string } } }>(
      `mutation($revision: Int!) {
        end(concept: FLOW, id: "short-lived", expectedRevision: $revision, endedOn: "2021-01-01", reason: "replaced") {
          ok node { endedOn endReason }
        }
      }`,
      { revision: created.createFlow.flow.revision },
    );
    expect(ended.end).toEqual({ ok: true, node: { endedOn: '2021-01-01', endReason: 'replaced' } });
    const query = `query($id: ID!, $liveOn: Date) { system(id: $id) { list: flowsIn(liveOn: $liveOn, first: 500) { nodes { id } } } }`;
    const on = async (liveOn: string | null): Promise<readonly string[]> => {
      const { system } = await server.ask<{ system: { list: { nodes: { id: string }[] } } }>(query, { id, liveOn });
      return system.list.nodes.map((node) => node.id);
    };
    expect(await on('2020-12-31')).toContain('short-lived');
    expect(await on('2021-01-01')).not.toContain('short-lived');
    expect(await on('2019-12-31')).not.toContain('short-lived');
    expect(await on(null)).toContain('short-lived');
  });
});

describe('search', () => {
  const search = async (
    text: string,
    more = '',
  ): Promise<readonly { concept: string; id: string; matched: string }[]> => {
    const query = `query($text: String!) { search(text: $text ${more}) { concept id matched } }`;
    return (await server.ask<{ search: { concept: string; id: string; matched: string }[] }>(query, { text })).search;
  };

  it('finds things of every concept by name, the best first', async () => {
    const found = await search('laboratory');
    expect(found[0]).toEqual({ concept: 'DATA_CLASS', id: 'laboratory', matched: 'name' });
    expect(new Set(found.map(({ concept }) => concept)).size).toBeGreaterThan(2);
  });

  it('finds a data class by a FHIR resource and by the reference entry it stands for', async () => {
    const byResource = await search('diagnosticreport');
    expect(byResource).toContainEqual({
      concept: 'DATA_CLASS',
      id: 'laboratory',
      matched: 'FHIR resource DiagnosticReport',
    });
    expect((await search('UC-LAB')).map(({ id }) => id)).toContain('laboratory');
  });

  it.each([
    ['a text that is too long', 'x'.repeat(201)],
    ['too many words', Array.from({ length: 11 }, (_, at) => `w${at}`).join(' ')],
  ])('refuses %s', async (_what, text) => {
    const { errors } = await server.send('query($text: String!) { search(text: $text) { id } }', { text });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'text' });
  });

  it('counts a word that is said often once', async () => {
    expect(await search('laboratory '.repeat(15))).toEqual(await search('laboratory'));
  });

  it('keeps to the concepts and the number asked for', async () => {
    const flows = await search('lab', ', concepts: [FLOW]');
    expect(new Set(flows.map(({ concept }) => concept))).toEqual(new Set(['FLOW']));
    expect(await search('lab', ', first: 2')).toHaveLength(2);
    expect(await search('   ')).toEqual([]);
    expect(await search('no such words')).toEqual([]);
  });
});

const groupByFrom = <T extends { readonly from: { readonly id: string } }>(flows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const flow of flows) groups.set(flow.from.id, [...(groups.get(flow.from.id) ?? []), flow]);
  return groups;
};
