import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadInventory } from '../../server/src/app/load-inventory.ts';
import { ensureCatalogueAudiences } from '../../server/src/app/ensure-catalogue-audiences.ts';
import { createEvidenceFiles } from '../../server/src/app/evidence-files.ts';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { schemaFolder, type Workspace } from '../../server/src/cli/open-workspace.ts';
import { serveWorkspace } from '../../server/src/cli/start-server.ts';
import { projectFolder } from '../../server/src/config.ts';
import { federalCalendar } from '../../server/src/domain/verdict/index.ts';
import type { Importer } from '../../server/src/importers/importer.ts';
import { openEmbeddedStore, type GraphStore } from '../../server/src/store/index.ts';

/** One error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string; readonly requestId: string };
}

/** What came back for one operation. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: T | null | undefined;
  readonly errors: readonly AnswerError[] | undefined;
}

/** A server on a port of its own, with its store. `log` has what it wrote for its operator. */
export interface TestServer {
  readonly url: string;
  readonly store: GraphStore;
  readonly log: readonly string[];
  /** Where the files of evidence are kept. */
  readonly evidenceFolder: string;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly send: <T>(query: string, variables?: object, headers?: Record<string, string>) => Promise<Answer<T>>;
  /** The data of an answer that must have no error; fails with query and answer otherwise. */
  readonly ask: <T>(query: string, variables?: object, headers?: Record<string, string>) => Promise<T>;
  readonly stop: () => Promise<void>;
}

/** What a test server starts with: a store of the test's own or an embedded one in memory; a seed; a folder as interface. */
export interface TestServerOptions {
  readonly store?: GraphStore;
  readonly seed?: string;
  readonly webFolder?: string;
  readonly importers?: readonly Importer[];
  readonly maxUploadMib?: number;
}

/** Returns the real server over real HTTP, listening on a free port. */
export const startTestServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const clock = { now: () => new Date().toISOString() };
  const catalogues = must(await loadCatalogues(schemaFolder));
  const store = options.store ?? must(await openEmbeddedStore({ memory: true, ...clock }));
  must(await store.migrate());
  must(await ensureCatalogueAudiences({ store, catalogues, clock }));
  const evidence = await temporaryFolder();
  const workspace: Workspace = {
    store,
    catalogues,
    clock,
    calendar: federalCalendar(),
    files: createEvidenceFiles(evidence.path),
    ...(options.importers === undefined ? {} : { importers: options.importers }),
    close: async () => {
      await store.close();
      await evidence.remove();
    },
  };
  if (options.seed !== undefined) must(await loadInventory(workspace)(join(projectFolder, 'seeds', options.seed)));
  const log: string[] = [];
  const output = { out: (text: string) => void log.push(text), err: (text: string) => void log.push(text) };
  const place = {
    host: '127.0.0.1',
    port: 0,
    ...(options.webFolder === undefined ? {} : { webFolder: options.webFolder }),
    ...(options.maxUploadMib === undefined ? {} : { maxUploadMib: options.maxUploadMib }),
  };
  const { url, stop } = must(await serveWorkspace(workspace, place, output));
  const at = (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, url), init);
  const send = createSend(at);
  return {
    url,
    store,
    log,
    evidenceFolder: evidence.path,
    fetch: at,
    send,
    ask: async <T>(query: string, variables?: object, headers?: Record<string, string>): Promise<T> => {
      const { data, errors, status } = await send<T>(query, variables, headers);
      if (errors !== undefined || data === null || data === undefined) {
        throw new Error(
          `HTTP ${status} for\n${query}\n${JSON.stringify(variables)}\n${JSON.stringify(errors, null, 2)}`,
        );
      }
      return data;
    },
    stop,
  };
};

/** Returns a folder that is gone after `remove`. */
export const temporaryFolder = async (): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'ehi-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

const createSend =
  (at: TestServer['fetch']): TestServer['send'] =>
  async <T>(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer<T>> => {
    const response = await at('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: T | null; errors?: readonly AnswerError[] };
    return { status: response.status, headers: response.headers, data: body.data, errors: body.errors };
  };

const must = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(`The test server cannot start: ${JSON.stringify(result.error)}`);
  return result.value;
};
