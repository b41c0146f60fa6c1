import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useEffect, useState } from 'react';
import { client } from './client.ts';
import type { ApiFailure } from './failure.ts';

/**
 * How a question stands. `ready` keeps the last answer while a newer one is fetched (`refreshing`) and while the server is out of reach
 * (`trouble`); `failed` is only when there is nothing to show.
 */
export type QueryState<T> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'loading'; readonly trouble?: ApiFailure | undefined }
  | {
      readonly phase: 'ready';
      readonly data: T;
      readonly refreshing: boolean;
      readonly trouble?: ApiFailure | undefined;
    }
  | { readonly phase: 'failed'; readonly error: ApiFailure };

/** The state of a question and the way to ask it again. */
export type Query<T> = QueryState<T> & { readonly retry: () => void };

/**
 * Asks the API and asks again when the variables change; no question while they are undefined. `keep` says whether the last answer may stand while
 * another is fetched: pass true where the new question is about the same thing.
 */
export const useQuery = <T, V>(
  document: TypedDocumentNode<T, V>,
  variables: V | undefined,
  options: { readonly keep?: boolean } = {},
): Query<T> => {
  const [state, setState] = useState<QueryState<T>>({ phase: variables === undefined ? 'idle' : 'loading' });
  const [round, setRound] = useState(0);
  const key = variables === undefined ? undefined : JSON.stringify(variables);
  const keep = options.keep === true;

  useEffect(() => {
    if (key === undefined) {
      setState({ phase: 'idle' });
      return undefined;
    }
    const abort = new AbortController();
    setState((before) =>
      before.phase === 'ready' && keep ? { ...before, refreshing: true, trouble: undefined } : { phase: 'loading' },
    );
    const onTrouble = (trouble: ApiFailure): void =>
      setState((before) => (before.phase === 'ready' ? { ...before, trouble } : { phase: 'loading', trouble }));
    client(document, JSON.parse(key) as V, { signal: abort.signal, onTrouble }).then(
      (result) => {
        if (abort.signal.aborted) return;
        if (result.ok) {
          setState({ phase: 'ready', data: result.value, refreshing: false });
          return;
        }
        setState((before) =>
          before.phase === 'ready' && result.error.retryable
            ? { ...before, refreshing: false, trouble: result.error }
            : { phase: 'failed', error: result.error },
        );
      },
      () => undefined,
    );
    return () => abort.abort();
  }, [document, key, keep, round]);

  const retry = useCallback(() => setRound((count) => count + 1), []);
  return { ...state, retry };
};
