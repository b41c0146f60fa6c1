import { useEffect, useRef, useState } from 'react';
import { client } from '../api/client.ts';
import { useNotedWhenFree } from '../api/noted-changes.ts';
import type { ApiFailure } from '../api/failure.ts';
import type { Concept, ThingHeadQuery } from '../gql/graphql.ts';
import { ThingHeadDocument } from './documents.ts';
import type { ThingRef } from './edited-concept.ts';
import { todayHere } from './today.ts';

/** A thing as it is now, as far as ending or changing it together with others needs. */
export interface SeenThing {
  readonly concept: Concept;
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly ended: boolean;
  /** Flows from and to a system and the channels it serves, as far as they go on. */
  readonly hanging: readonly Omit<SeenThing, 'hanging' | 'hangingMore'>[];
  /** How many of those there are beyond what was fetched. */
  readonly hangingMore: number;
}

/** Several things as they are now. */
export type Several =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly error: ApiFailure }
  | { readonly phase: 'ready'; readonly things: readonly SeenThing[] };

/** Fetches things by concept and id, and again after a change while what was fetched stands; those that are not there are left out. */
export const useSeveral = (wanted: readonly Pick<ThingRef, 'concept' | 'id'>[]): Several => {
  const [state, setState] = useState<Several>({ phase: 'loading' });
  const [fetching, setFetching] = useState(true);
  const key = JSON.stringify(wanted);
  const asked = useRef<string>(undefined);
  const noted = useNotedWhenFree(fetching);
  useEffect(() => {
    const abort = new AbortController();
    setFetching(true);
    if (asked.current !== key) setState({ phase: 'loading' });
    asked.current = key;
    const refs = JSON.parse(key) as readonly { readonly concept: Concept; readonly id: string }[];
    inTurn(refs, (ref) => client(ThingHeadDocument, ref, { signal: abort.signal })).then(
      (results) => {
        setFetching(false);
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
            return [
              {
                concept,
                id,
                name,
                revision,
                ended: endedOn !== null && endedOn !== undefined && endedOn <= todayHere(),
                hanging: hangingOn(node),
                hangingMore: hangingMore(node),
              },
            ];
          }),
        });
      },
      () => undefined,
    );
    return () => abort.abort();
  }, [key, noted]);
  return state;
};

const hangingOn = (node: NonNullable<ThingHeadQuery['node']>): SeenThing['hanging'] => {
  if (node.__typename !== 'System') return [];
  const { flowsIn, flowsOut, channels } = node;
  return [
    ...[...flowsIn.nodes, ...flowsOut.nodes].map((flow) => ({ ...flow, concept: 'FLOW' as const })),
    ...channels.nodes.map((channel) => ({ ...channel, concept: 'ACCESS_CHANNEL' as const })),
  ]
    .filter(({ endedOn }) => !endedOn)
    .map(({ concept, id, name, revision }) => ({ concept, id, name, revision, ended: false }));
};

const hangingMore = (node: NonNullable<ThingHeadQuery['node']>): number =>
  node.__typename === 'System'
    ? [node.flowsIn, node.flowsOut, node.channels].reduce(
        (sum, { totalCount, nodes }) => sum + totalCount - nodes.length,
        0,
      )
    : 0;

/** How many things are asked for at once. */
const atOnce = 20;

/** Asks for each, some at a time: a browser and a server have better things to do than hundreds of requests at once. */
const inTurn = async <T, R>(all: readonly T[], ask: (one: T) => Promise<R>): Promise<readonly R[]> => {
  const results: R[] = [];
  for (let at = 0; at < all.length; at += atOnce)
    results.push(...(await Promise.all(all.slice(at, at + atOnce).map(ask))));
  return results;
};
