import { useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import type { ChangeInput } from '../../gql/graphql.ts';
import { SmallestSetDocument } from './example-documents.ts';
import type { NamedThing } from './examples.ts';

/** A class and the smallest set of changes that would release it. */
export interface SmallestSet {
  readonly dataClass: NamedThing;
  readonly words: readonly string[];
  readonly changes: readonly ChangeInput[];
  readonly requiredByLaw: boolean;
}

/** How many classes are asked about: each is a what-if of its own. */
export const mostAsked = 5;

/**
 * Of the first classes that reach an audience on no channel the one that the fewest changes would release, none of which lifts what law may require if there is such a
 * one. Undefined before it is known, null where no set was found. `classes` has to stay the same while nothing changes.
 */
export const useSmallest = (
  classes: readonly NamedThing[] | undefined,
  audience: string | undefined,
): SmallestSet | null | undefined => {
  const [found, setFound] = useState<SmallestSet | null>();
  useEffect(() => {
    setFound(undefined);
    if (classes === undefined || audience === undefined) return undefined;
    const abort = new AbortController();
    search(classes.slice(0, mostAsked), audience, abort.signal).then(setFound, () => undefined);
    return () => abort.abort();
  }, [classes, audience]);
  return found;
};

const search = async (
  classes: readonly NamedThing[],
  audience: string,
  signal: AbortSignal,
): Promise<SmallestSet | null> => {
  let best: SmallestSet | null = null;
  for (const dataClass of classes) {
    const result = await client(SmallestSetDocument, { dataClass: dataClass.id, audience }, { signal });
    const set = result.ok ? result.value.smallestReleaseSets.sets[0] : undefined;
    if (set === undefined) continue;
    const each: SmallestSet = {
      dataClass,
      words: set.changes.map(({ words }) => words),
      changes: set.changeInputs as readonly ChangeInput[],
      requiredByLaw: set.requiredByLaw,
    };
    if (best === null || rankOf(each) < rankOf(best)) best = each;
  }
  return best;
};

/** What lifts what law may require comes after all else. */
const rankOf = ({ words, requiredByLaw }: SmallestSet): number => words.length + (requiredByLaw ? 1000 : 0);
