import { useCallback, useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import type { ThingKey } from '../../editing/input-values.ts';
import type { Concept } from '../../gql/graphql.ts';
import { ThingNameDocument } from './documents.ts';

const known = new Map<string, string>();
const keyOf = ({ concept, id }: ThingKey): string => `${concept} ${id}`;

/** Fetches the names of things that are not known yet. Rejects only with the abort of its signal. */
export const fetchNames = async (things: readonly ThingKey[], signal: AbortSignal): Promise<void> => {
  const missing = [...new Map(things.map((thing) => [keyOf(thing), thing])).values()].filter(
    (thing) => !known.has(keyOf(thing)),
  );
  await Promise.all(
    missing.map(async (thing) => {
      const result = await client(ThingNameDocument, { concept: thing.concept as Concept, id: thing.id }, { signal });
      if (result.ok && result.value.node) known.set(keyOf(thing), result.value.node.name);
    }),
  );
};

/** The name of a thing as far as it is known; its id until then. */
export const knownName = (thing: ThingKey): string => known.get(keyOf(thing)) ?? thing.id;

/** The names of things: fetched once, ids until then. `own` are names of what is only supposed. */
export const useNames = (
  things: readonly ThingKey[],
  own: readonly (ThingKey & { readonly name: string })[],
): ((thing: ThingKey) => string) => {
  const [, setFetched] = useState(0);
  const wanted = things.filter((thing) => !own.some(({ id }) => id === thing.id));
  const key = JSON.stringify(wanted.map(({ concept, id }) => ({ concept, id })));
  useEffect(() => {
    const abort = new AbortController();
    fetchNames(JSON.parse(key) as readonly ThingKey[], abort.signal).then(
      () => setFetched((count) => count + 1),
      () => undefined,
    );
    return () => abort.abort();
  }, [key]);
  return useCallback(
    (thing: ThingKey) => own.find(({ id }) => id === thing.id)?.name ?? knownName(thing),
    [own],
  );
};
