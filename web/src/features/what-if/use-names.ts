import { useCallback, useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import { useNotedChanges } from '../../api/noted-changes.ts';
import type { ThingKey } from '../../editing/input-values.ts';
import type { Concept } from '../../gql/graphql.ts';
import { readView, useView } from '../../view/use-view.ts';
import { ThingNameDocument } from './documents.ts';
import { createNamesKnown } from './names-known.ts';

const known = createNamesKnown();
/** How many changes had been noted when the names were asked for last. */
let notedLast = 0;

/** Fetches the names of things that are not known yet in what is looked at. Rejects only with the abort of its signal. */
export const fetchNames = async (things: readonly ThingKey[], signal: AbortSignal): Promise<void> => {
  const view = readView().key;
  const missing = [...new Map(things.map((thing) => [`${thing.concept} ${thing.id}`, thing])).values()].filter(
    (thing) => !known.isFresh(thing, view),
  );
  await Promise.all(
    missing.map(async (thing) => {
      const result = await client(ThingNameDocument, { concept: thing.concept as Concept, id: thing.id }, { signal });
      if (result.ok && result.value.node) known.put(thing, view, result.value.node.name);
    }),
  );
};

/** The name of a thing as far as it is known in what is looked at; until then its id, which may be a name itself and is not shown where those are hidden. */
export const knownName = (thing: ThingKey): string => {
  const { key, namesHidden } = readView();
  return known.of(thing, key) ?? (namesHidden ? '…' : thing.id);
};

/** The names of things: fetched once and after each change of the inventory, ids until then. `own` are names of what is only supposed. */
export const useNames = (
  things: readonly ThingKey[],
  own: readonly (ThingKey & { readonly name: string })[],
): ((thing: ThingKey) => string) => {
  const [fetched, setFetched] = useState(0);
  const view = useView().key;
  const noted = useNotedChanges();
  const wanted = things.filter((thing) => !own.some(({ id }) => id === thing.id));
  const key = JSON.stringify(wanted.map(({ concept, id }) => ({ concept, id })));
  useEffect(() => {
    if (noted !== notedLast) known.age();
    notedLast = noted;
    const abort = new AbortController();
    fetchNames(JSON.parse(key) as readonly ThingKey[], abort.signal).then(
      () => setFetched((count) => count + 1),
      () => undefined,
    );
    return () => abort.abort();
  }, [key, view, noted]);
  return useCallback(
    (thing: ThingKey) => own.find(({ id }) => id === thing.id)?.name ?? knownName(thing),
    // What is known is no state of React: the function is another when there is more of it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [own, view, fetched],
  );
};
