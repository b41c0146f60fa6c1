import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql/language/printer.js';
import { actorHeader } from './actor.ts';
import { viewHeaders } from '../view/use-view.ts';
import { networkFailure, unreadableFailure, type ApiFailure, type ApiResult } from './failure.ts';
import { forgetRevisions, sawRevision, seenRevision } from './seen-revision.ts';

/** What the client leans on, so that tests can stand in for network and clock. */
export interface ClientDeps {
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Whether what may be tried again is; true when absent. A change is not. */
  readonly isRetried?: boolean;
  /** The headers that say what is looked at, as they are when a request is made; none when absent. */
  readonly view?: () => Readonly<Record<string, string>>;
}

/** How one request is made. `onTrouble` hears of each failed attempt that is tried again; `signal` gives the request up. */
export interface RequestOptions {
  readonly signal: AbortSignal;
  readonly onTrouble?: (error: ApiFailure, attempt: number) => void;
}

/** Asks the API. Never rejects, except with the abort of its own signal. */
export type Client = <T, V>(
  document: TypedDocumentNode<T, V>,
  variables: V,
  options: RequestOptions,
) => Promise<ApiResult<T>>;

/** Waits between attempts, in milliseconds: five more attempts over about half a minute. */
export const backOff: readonly number[] = [500, 1000, 2000, 5000, 10_000, 15_000];

/** A client that tries again what may be tried again, and gives back coded failures for the rest. */
export const createClient =
  (deps: ClientDeps): Client =>
  async (document, variables, options) => {
    const body = JSON.stringify({ query: print(document), variables });
    // Whatever is tried again is asked of what was looked at when it was asked first.
    const view = deps.view?.() ?? {};
    for (let attempt = 0; ; attempt += 1) {
      let result = await ask<never>(deps, body, view, options.signal);
      // The database was restored to before what this page has seen. A question is asked again of what is there now; a change was meant for
      // what was there before, and a person has to look first.
      if (!result.ok && result.error.code === 'REVISION_AHEAD' && deps.isRetried !== false)
        result = await ask<never>(deps, body, view, options.signal);
      const pause = backOff[attempt];
      if (result.ok || !result.error.retryable || pause === undefined || deps.isRetried === false) return result;
      options.onTrouble?.(result.error, attempt + 1);
      await deps.wait(pause, options.signal);
    }
  };

/** Questions are shorter than this many characters; what is longer carries a file. */
const smallBody = 500_000;

/** The newest revision this page was told of: whichever server answers next, it may not answer from before it. */
const revisionHeader = 'x-ehi-revision';

const ask = async <T>(
  deps: ClientDeps,
  body: string,
  view: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ApiResult<T>> => {
  let response: Response;
  try {
    response = await deps.fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...actorHeader(),
        ...view,
        ...(seenRevision() === 0 ? {} : { [revisionHeader]: String(seenRevision()) }),
        // Only what is larger than any question has to say so; see the server's limit.
        ...(body.length > smallBody ? { 'x-ehi-upload': '1' } : {}),
      },
      body,
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, error: networkFailure };
  }
  const answer = await response.json().catch(() => undefined);
  const result = readAnswer<T>(answer, response.status);
  const told = Number(response.headers.get(revisionHeader) ?? 0);
  if (!result.ok && result.error.code === 'REVISION_AHEAD') forgetRevisions(told);
  else sawRevision(told);
  return result;
};

/** The data of an answer, or its first error. An answer with an error has no data worth showing: half a graph is never shown. */
export const readAnswer = <T>(answer: unknown, status: number): ApiResult<T> => {
  if (typeof answer !== 'object' || answer === null) return { ok: false, error: unreadableFailure(status) };
  const { data, errors } = answer as { readonly data?: T | null; readonly errors?: readonly RawError[] };
  const [first] = errors ?? [];
  if (first !== undefined) return { ok: false, error: toFailure(first) };
  return data === undefined || data === null
    ? { ok: false, error: unreadableFailure(status) }
    : { ok: true, value: data };
};

interface RawError {
  readonly message?: string;
  readonly extensions?: {
    readonly code?: string;
    readonly retryable?: boolean;
    readonly requestId?: string;
    readonly field?: string;
  };
}

const toFailure = ({ message, extensions = {} }: RawError): ApiFailure => ({
  type: 'ApiFailure',
  code: extensions.code ?? 'UNKNOWN',
  message: message ?? 'The server could not answer, and did not say why.',
  retryable: extensions.retryable ?? false,
  ...(extensions.requestId === undefined ? {} : { requestId: extensions.requestId }),
  ...(extensions.field === undefined ? {} : { field: extensions.field }),
});

const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/** The client of this page. */
export const client: Client = createClient({
  fetch: (input, init) => fetch(input, init),
  wait,
  view: viewHeaders,
});
