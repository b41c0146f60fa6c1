import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useEffect, useState } from 'react';
import { createClient } from '../api/client.ts';
import type { ApiFailure } from '../api/failure.ts';
import { useNotedChanges } from '../api/noted-changes.ts';
import { namesAreHidden } from '../view/hidden-names.ts';
import { useView } from '../view/use-view.ts';

/** Reads the inventory as it is now, whatever the page looks at. Names stay hidden where they are. */
const readNow = createClient({
  fetch: (input, init) => fetch(input, init),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  view: (): Readonly<Record<string, string>> => (namesAreHidden() ? { 'x-ehi-hide-names': '1' } : {}),
});

/** What was asked, as it is now: undefined before it arrived. */
export interface NowState<T> {
  readonly data: T | undefined;
  readonly error: ApiFailure | undefined;
  readonly reload: () => void;
}

/**
 * What a question about one id has for an answer, kept up to date; nothing is asked without an id. What is presented is read as it is now, whatever the page looks at: it was
 * written after the revision that it may show. What was answered with names shown is none while they are hidden.
 */
export const useNow = <T>(document: TypedDocumentNode<T, { id: string }>, id: string | undefined): NowState<T> => {
  const { namesHidden } = useView();
  const asked = `${namesHidden} ${id}`;
  const [found, setFound] = useState<{ readonly asked: string; readonly data: T }>();
  const [error, setError] = useState<ApiFailure>();
  const [round, setRound] = useState(0);
  const noted = useNotedChanges();
  useEffect(() => {
    if (id === undefined) return undefined;
    const own = new AbortController();
    readNow(document, { id }, { signal: own.signal }).then(
      (result) => {
        if (own.signal.aborted) return;
        if (result.ok) setFound({ asked, data: result.value });
        setError(result.ok ? undefined : result.error);
      },
      () => undefined,
    );
    return () => own.abort();
  }, [document, id, asked, noted, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { data: id !== undefined && found?.asked === asked ? found.data : undefined, error, reload };
};
