import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, temporaryFolder, type TestServer } from '../kit/server.ts';

let server: TestServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const script = `export const text = ${JSON.stringify('layout '.repeat(1_000))};`;

beforeAll(async () => {
  folder = await temporaryFolder();
  const web = join(folder.path, 'dist');
  await mkdir(join(web, 'assets'), { recursive: true });
  await writeFile(join(web, 'index.html'), '<!doctype html><title>EHI Atlas</title>');
  await writeFile(join(web, 'assets', 'index-1a2b.js'), script);
  await writeFile(join(folder.path, 'secret.txt'), 'outside the folder');
  server = await startTestServer({ webFolder: web });
});
afterAll(async () => {
  await server.stop();
  await folder.remove();
});

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A request whose path and headers go out exactly as given: `fetch` would tidy them. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: Buffer): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

describe('the interface', () => {
  it('is served with the headers that keep foreign content out', async () => {
    const { status, headers } = await server.fetch('/');
    expect(status).toBe(200);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).not.toMatch(/https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is checked anew each time, while its named parts are kept for a year', async () => {
    const page = await server.fetch('/');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const etag = page.headers.get('etag') ?? '';
    const again = await server.fetch('/', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const asset = await server.fetch('/assets/index-1a2b.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('is compressed as the client takes it', async () => {
    const brotli = await raw('/assets/index-1a2b.js', { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
    const gzip = await raw('/assets/index-1a2b.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gunzipSync(gzip.body).toString()).toBe(script);
    const plain = await raw('/assets/index-1a2b.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(script);
    expect(plain.headers['vary']).toBe('accept-encoding');
  });

  it('answers every screen with its page, and a missing part with 404', async () => {
    const screen = await server.fetch('/trace/laboratory?audience=PATIENT');
    expect(await screen.text()).toContain('<title>EHI Atlas</title>');
    expect((await server.fetch('/assets/gone.js')).status).toBe(404);
    expect((await server.fetch('/favicon.ico')).status).toBe(404);
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/%00', '/%'])(
    'never leaves its folder: %s',
    async (path) => {
      const { body } = await raw(path);
      expect(body.toString()).not.toContain('outside the folder');
    },
  );

  it('answers HEAD without a body', async () => {
    const { status, headers, body } = await raw('/assets/index-1a2b.js', {}, 'HEAD');
    expect(status).toBe(200);
    expect(Number(headers['content-length'])).toBe(script.length);
    expect(body).toHaveLength(0);
  });
});

describe('health', () => {
  it('tells that the process runs and that the store answers', async () => {
    expect(await (await server.fetch('/health/live')).json()).toEqual({ status: 'live' });
    const ready = await server.fetch('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'ready', store: 'embedded', revision: expect.any(Number) });
  });
});

describe('what is refused', () => {
  const json = { 'content-type': 'application/json' };

  it('is a name that is not this computer', async () => {
    const { status, body } = await raw(
      '/graphql',
      { ...json, host: 'evil.example' },
      'POST',
      Buffer.from('{"query":"{__typename}"}'),
    );
    expect(status).toBe(421);
    expect(body.toString()).toContain('WRONG_HOST');
  });

  it('is a form of another page', async () => {
    const body = JSON.stringify({ query: 'mutation { createEvidence(input: { name: "forged" }) { ok } }' });
    const response = await server.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body,
    });
    expect(response.status).toBe(400);
    const { evidences } = await server.ask<{ evidences: { totalCount: number } }>('{ evidences { totalCount } }');
    expect(evidences.totalCount).toBe(0);
  });

  it('is anything but POST on the API', async () => {
    const response = await server.fetch('/graphql?query={__typename}');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect((await server.fetch('/', { method: 'DELETE' })).status).toBe(405);
  });

  it('is a body over 1 MiB, told by its length or not', async () => {
    const large = Buffer.from(JSON.stringify({ query: '{ __typename }', padding: 'x'.repeat(1_100_000) }));
    const told = await raw('/graphql', { ...json, 'content-length': String(large.length) }, 'POST', large);
    expect(told.status).toBe(413);
    const streamed = await raw('/graphql', { ...json, 'transfer-encoding': 'chunked' }, 'POST', large);
    expect(streamed.status).toBe(413);
    expect(streamed.body.toString()).toContain('BODY_TOO_LARGE');
    const upload = await raw(
      '/graphql',
      { ...json, 'x-ehi-upload': '1', 'content-length': String(large.length) },
      'POST',
      large,
    );
    expect(upload.status).toBe(200);
  });

  it('is a body that is not JSON', async () => {
    const response = await server.fetch('/graphql', { method: 'POST', headers: json, body: '{"query":' });
    expect(response.status).toBe(400);
  });

  it('is an operation that is too deep, too wide or too costly, before any of it is run', async () => {
    const nest = (depth: number): string =>
      depth === 0 ? 'id' : `from { flowsOut(first: 1) { nodes { ${nest(depth - 1)} } } }`;
    const refused = [
      `{ flows(first: 1) { nodes { ${nest(5)} } } }`,
      `{ ${Array.from({ length: 31 }, (_, at) => `a${at}: inventory { revision }`).join(' ')} }`,
      '{ systems(first: 500) { nodes { flowsOut(first: 500) { nodes { id name } } } } }',
      `{ ${Array.from({ length: 30 }, (_, at) => `a${at}: map(input: {}) { nodes { id } }`).join(' ')} }`,
      `{ ${[1, 2, 3].map((day) => `a${day}: findingChanges(since: "2026-11-0${day}", asOf: "2026-11-21") { sentence }`).join(' ')} }`,
    ];
    for (const query of refused) {
      const { status, errors, data } = await server.send(query);
      expect(errors?.[0]?.extensions.code, query).toBe('QUERY_LIMIT_EXCEEDED');
      expect(data ?? null).toBeNull();
      expect(status).toBe(400);
    }
    const byVariable = 'query($n: Int!) { systems(first: $n) { nodes { flowsOut(first: $n) { nodes { id name } } } } }';
    expect((await server.send(byVariable, { n: 500 })).errors?.[0]?.extensions.code).toBe('QUERY_LIMIT_EXCEEDED');
    expect((await server.send(byVariable, { n: 5 })).errors).toBeUndefined();
  });

  it('is a document of very many tokens', async () => {
    const { errors } = await server.send(`{ ${'__typename '.repeat(10_001)} }`);
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('is not an explosion of fragments: each is measured once', async () => {
    const fragments = Array.from(
      { length: 30 },
      (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
    ).join(' ');
    const { errors } = await server.send(`{ ...F0 } ${fragments} fragment F30 on Query { inventory { revision } }`);
    expect(errors?.[0]?.extensions.code).toBe('QUERY_LIMIT_EXCEEDED');
  });

  it('still answers what a tool asks about the schema', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const { data, errors } = await server.send<{ __schema: { types: unknown[] } }>(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data?.__schema.types.length).toBeGreaterThan(80);
  });
});

describe('every error', () => {
  it('carries the id of its request and no stack', async () => {
    const { headers, errors } = await server.send('{ trace(dataClass: "nope") { sentence } }');
    expect(errors?.[0]?.extensions).toEqual({
      code: 'NOT_FOUND',
      retryable: false,
      requestId: headers.get('x-request-id'),
    });
    const unknown = await server.send('{ nope }');
    expect(JSON.stringify(unknown.errors)).not.toContain('stack');
    expect(unknown.errors?.[0]?.extensions.requestId).toBe(unknown.headers.get('x-request-id'));
  });
});
