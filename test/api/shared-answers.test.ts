import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedStore, type GraphStore } from '../../server/src/store/index.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
/** How often the store was searched: by nothing else than a search that is worked out. */
let searches = 0;
beforeAll(async () => {
  const inner = await openEmbeddedStore({ memory: true, now: () => new Date().toISOString() });
  if (!inner.ok) throw new Error(inner.error.message);
  const store: GraphStore = {
    ...inner.value,
    search: (...args) => {
      searches += 1;
      return inner.value.search(...args);
    },
  };
  server = await startTestServer({ store });
});
afterAll(() => server.stop());

const create = 'mutation ($name: String!) { createSystem(input: { name: $name, kind: "SYS-LIS" }) { ok revision } }';
const find = 'query ($text: String!) { search(text: $text, first: 10) { name } }';
const namesFound = async (text: string, headers: Record<string, string> = {}): Promise<readonly string[]> =>
  (await server.ask<{ search: readonly { name: string }[] }>(find, { text }, headers)).search.map(({ name }) => name);

describe('a question that many ask at once', () => {
  it('is worked out once for one revision, and each gets the whole answer', async () => {
    await server.ask(create, { name: 'shared one' });
    searches = 0;
    const found = await Promise.all(Array.from({ length: 30 }, () => namesFound('shared')));
    expect(new Set(found.map((names) => names.join()))).toEqual(new Set(['shared one']));
    expect(searches).toBe(1);
    const answers = await Promise.all([1, 2].map(() => server.send(find, { text: 'shared' })));
    expect(answers.map(({ headers }) => headers.get('x-ehi-revision'))).toEqual(
      answers.map(() => answers[0]?.headers.get('x-ehi-revision')),
    );
  });

  it('is worked out anew after each change: never from before it', async () => {
    for (let number = 1; number <= 20; number += 1) {
      await server.ask(create, { name: `fresh ${number}` });
      const all = await Promise.all(Array.from({ length: 5 }, () => namesFound('fresh')));
      expect(all.map((names) => Math.min(10, number) === names.length)).toEqual(all.map(() => true));
      expect(await namesFound(`fresh ${number}`)).toContain(`fresh ${number}`);
    }
  });

  it('is another one with other variables, and with names hidden', async () => {
    await server.ask(create, { name: 'secret place' });
    expect(await namesFound('secret')).toEqual(['secret place']);
    expect(await namesFound('fresh 1')).not.toEqual(['secret place']);
    const systems = '{ systems(first: 100) { nodes { name } } }';
    const shown = await server.send(systems);
    const hidden = await server.send(systems, {}, { 'x-ehi-hide-names': '1' });
    expect(JSON.stringify(shown.data)).toContain('secret place');
    expect(JSON.stringify(hidden.data)).not.toContain('secret place');
  });

  it('that fails is told to each under an id of their own', async () => {
    const ask = () => server.send('{ trace(dataClass: "not there") { revision } }');
    const answers = await Promise.all([ask(), ask(), ask()]);
    const ids = answers.map(({ errors }) => errors?.[0]?.extensions.requestId);
    expect(new Set(ids).size).toBe(3);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });
});
