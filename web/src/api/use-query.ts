import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from './client.ts';
import type { ApiFailure } from './failure.ts';
import { useView } from '../view/use-view.ts';
import { useNotedWhenFree } from './noted-changes.ts';
import { unmovedBy } from './unmoved-by.ts';

/**
 * How a question stands. `ready` keeps the last answer while a newer one is fetched (`refreshing`) and while the server is out of reach
 * (`trouble`), with the variables it is the answer to; `failed` is only when there is nothing to show.
 */
export type QueryState<T, V = unknown> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'loading'; readonly trouble?: ApiFailure | undefined }
  | {
      readonly phase: 'ready';
      readonly data: T;
      readonly asked: V;
      readonly refreshing: boolean;
      readonly trouble?: ApiFailure | undefined;
    }
  | { readonly phase: 'failed'; readonly error: ApiFailure };

/** The state of a question and the way to ask it again. */
export type Query<T, V = unknown> = QueryState<T, V> & { readonly retry: () => void };

/** How many answers a question with `keep` remembers. */
const remembered = 24;

/**
 * Asks the API and asks again when the variables change; no question while they are undefined. `keep` says whether an earlier answer may stand while
 * that to other variables is fetched: pass true where the new question is about the same thing. What was answered before is then shown at once, and asked again.
 * When a change of the inventory is noted that can alter the answer, the same question is asked again, one at a time, and its last answer stands meanwhile; `fixed` says
 * that no change can, as for what only comes with the program. What was answered of another view of the inventory never stands for this one.
 */
export const useQuery = <T, V>(
  document: TypedDocumentNode<T, V>,
  variables: V | undefined,
  options: { readonly keep?: boolean; readonly fixed?: boolean } = {},
): Query<T, V> => {
  const view = useView().key;
  const [state, setState] = useState<QueryState<T, V>>({ phase: variables === undefined ? 'idle' : 'loading' });
  const [round, setRound] = useState(0);
  const answers = useRef(new Map<string, T>());
  const seen = useRef(view);
  const key = variables === undefined ? undefined : JSON.stringify(variables);
  const keep = options.keep === true;
  const busy = state.phase === 'loading' || (state.phase === 'ready' && state.refreshing);
  const noted = useNotedWhenFree(busy, unmovedBy(document));
  const changes = options.fixed === true ? 0 : noted;

  useEffect(() => {
    if (key === undefined) {
      setState({ phase: 'idle' });
      return undefined;
    }
    const abort = new AbortController();
    const asked = JSON.parse(key) as V;
    const isOther = seen.current !== view;
    seen.current = view;
    if (isOther) answers.current.clear();
    const known = keep ? answers.current.get(key) : undefined;
    setState((before) => {
      if (known !== undefined) return { phase: 'ready', data: known, asked, refreshing: true };
      return before.phase === 'ready' && !isOther && (keep || JSON.stringify(before.asked) === key)
        ? { ...before, refreshing: true, trouble: undefined }
        : { phase: 'loading' };
    });
    const onTrouble = (trouble: ApiFailure): void =>
      setState((before) => (before.phase === 'ready' ? { ...before, trouble } : { phase: 'loading', trouble }));
    client(document, asked, { signal: abort.signal, onTrouble }).then(
      (result) => {
        if (abort.signal.aborted) return;
        if (result.ok) {
          if (keep) remember(answers.current, key, result.value);
          setState({ phase: 'ready', data: result.value, asked, refreshing: false });
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
  }, [document, key, keep, round, changes, view]);

  const retry = useCallback(() => setRound((count) => count + 1), []);
  if (seen.current !== view && state.phase !== 'idle') return { phase: 'loading', retry };
  // Between a change of the variables and its effect, the answer is already that of the question before.
  const behind = state.phase === 'ready' && state.trouble === undefined && JSON.stringify(state.asked) !== key;
  return behind ? { ...state, refreshing: true, retry } : { ...state, retry };
};

/** Puts the answer last, and forgets the oldest beyond what is remembered. */
const remember = <T>(answers: Map<string, T>, key: string, answer: T): void => {
  answers.delete(key);
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > remembered && oldest !== undefined) answers.delete(oldest);
};
