import { parse } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { describe, expect, it } from 'vitest';
import { backOff, createClient } from './client.ts';

const document = parse('query { answer }') as TypedDocumentNode<{ answer: number }, Record<string, never>>;
const respond = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const unavailable = respond.bind(
  null,
  { errors: [{ message: 'down', extensions: { code: 'STORE_UNAVAILABLE', retryable: true } }] },
  503,
);

const clientOver = (answers: readonly (() => Response)[]) => {
  const waits: number[] = [];
  let asked = 0;
  const client = createClient({
    fetch: async () => {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      if (answer === undefined) throw new TypeError('fetch failed');
      return answer();
    },
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
  return { client, waits, asked: () => asked };
};
const ask = (client: ReturnType<typeof createClient>, onTrouble?: (code: string) => void) =>
  client(
    document,
    {},
    {
      signal: new AbortController().signal,
      ...(onTrouble === undefined ? {} : { onTrouble: (error) => onTrouble(error.code) }),
    },
  );

describe('the client', () => {
  it('gives the data of an answer', async () => {
    const { client } = clientOver([() => respond({ data: { answer: 42 } })]);
    expect(await ask(client)).toEqual({ ok: true, value: { answer: 42 } });
  });

  it('tries again what may be tried again, waiting longer each time, and says so', async () => {
    const { client, waits } = clientOver([unavailable, unavailable, () => respond({ data: { answer: 1 } })]);
    const told: string[] = [];
    expect(await ask(client, (code) => told.push(code))).toMatchObject({ ok: true });
    expect(waits).toEqual(backOff.slice(0, 2));
    expect(told).toEqual(['STORE_UNAVAILABLE', 'STORE_UNAVAILABLE']);
  });

  it('gives up in the end with a coded failure', async () => {
    const { client, asked } = clientOver([]);
    expect(await ask(client)).toMatchObject({ ok: false, error: { code: 'NETWORK', retryable: true } });
    expect(asked()).toBe(backOff.length + 1);
  });

  it('does not repeat what would fail again', async () => {
    const { client, asked } = clientOver([
      () => respond({ errors: [{ message: 'no such class', extensions: { code: 'NOT_FOUND', requestId: 'r1' } }] }),
    ]);
    expect(await ask(client)).toEqual({
      ok: false,
      error: { type: 'ApiFailure', code: 'NOT_FOUND', message: 'no such class', retryable: false, requestId: 'r1' },
    });
    expect(asked()).toBe(1);
  });

  it('shows nothing of an answer that has an error beside its data', async () => {
    const { client } = clientOver([
      () => respond({ data: { answer: 1 }, errors: [{ message: 'half', extensions: { code: 'X' } }] }),
    ]);
    expect(await ask(client)).toMatchObject({ ok: false, error: { code: 'X' } });
  });

  it('says so when what answers is not the API', async () => {
    const { client } = clientOver([() => new Response('<html>', { status: 404 })]);
    expect(await ask(client)).toMatchObject({ ok: false, error: { code: 'UNREADABLE', retryable: false } });
  });
});
