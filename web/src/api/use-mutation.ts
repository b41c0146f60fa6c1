import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useRef, useState } from 'react';
import { viewHeaders } from '../view/use-view.ts';
import { createClient } from './client.ts';
import type { ApiResult } from './failure.ts';

let underWay = 0;

/** How many changes this page has sent that are not answered yet. */
export const changesUnderWay = (): number => underWay;

/**
 * A change is sent once: whether a request that was lost had been carried out, only reading tells, so it is for the person to send it
 * again.
 */
const sendOnce = createClient({
  fetch: (input, init) => fetch(input, init),
  wait: () => Promise.reject(new Error('a change is not sent again by itself')),
  isRetried: false,
  // In a view nothing is written: the server says so, whatever a form still offers.
  view: viewHeaders,
});

/** Sends changes to the API. `running` while one is under way: a second click then waits for the first and is not sent. */
export const useMutation = <T, V>(
  document: TypedDocumentNode<T, V>,
): { readonly run: (variables: V) => Promise<ApiResult<T>>; readonly running: boolean } => {
  const [running, setRunning] = useState(false);
  const underway = useRef<Promise<ApiResult<T>> | undefined>(undefined);
  const run = useCallback(
    (variables: V): Promise<ApiResult<T>> => {
      if (underway.current !== undefined) return underway.current;
      setRunning(true);
      underWay += 1;
      const sent = sendOnce(document, variables, { signal: new AbortController().signal }).finally(() => {
        underway.current = undefined;
        underWay -= 1;
        setRunning(false);
      });
      underway.current = sent;
      return sent;
    },
    [document],
  );
  return { run, running };
};
