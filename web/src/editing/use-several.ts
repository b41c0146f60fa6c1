import { useEffect, useState } from 'react';
import { client } from '../api/client.ts';
import type { ApiFailure } from '../api/failure.ts';
import type { Concept } from '../gql/graphql.ts';
import { ThingHeadDocument } from './documents.ts';
import type { ThingRef } from './edited-concept.ts';

/** A thing as it is now, as far as ending or changing it together with others needs. */
export interface SeenThing {
  readonly concept: Concept;
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly ended: boolean;
}

/** Several things as they are now. */
export type Several =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly error: ApiFailure }
  | { readonly phase: 'ready'; readonly things: readonly SeenThing[] };

/** Fetches things by concept and id; those that are not there are left out. */
export const useSeveral = (wanted: readonly Pick<ThingRef, 'concept' | 'id'>[]): Several => {
  const [state, setState] = useState<Several>({ phase: 'loading' });
  const key = JSON.stringify(wanted);
  useEffect(() => {
    const abort = new AbortController();
    setState({ phase: 'loading' });
    const refs = JSON.parse(key) as readonly { readonly concept: Concept; readonly id: string }[];
    Promise.all(refs.map((ref) => client(ThingHeadDocument, ref, { signal: abort.signal }))).then(
      (results) => {
        const failed = results.find((result) => !result.ok);
        if (failed !== undefined && !failed.ok) {
          setState({ phase: 'failed', error: failed.error });
          return;
        }
        setState({
          phase: 'ready',
          things: results.flatMap((result, at): readonly SeenThing[] => {
            const node = result.ok ? result.value.node : undefined;
            const concept = refs[at]?.concept;
            if (!node || concept === undefined) return [];
            const { id, name, revision, endedOn } = node;
            return [{ concept, id, name, revision, ended: Boolean(endedOn) }];
          }),
        });
      },
      () => undefined,
    );
    return () => abort.abort();
  }, [key]);
  return state;
};
