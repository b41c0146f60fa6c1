import { useMemo } from 'react';
import type { Concept } from '../gql/graphql.ts';
import { ownClient } from './own-state.ts';
import { nameOf } from './people.ts';
import { usePeople } from './room-store.ts';

/** Who else has a form of this thing open, and since when. */
export const useOthersEditing = (
  concept: Concept,
  id: string,
): readonly { readonly client: string; readonly name: string; readonly since: string }[] => {
  const people = usePeople();
  return useMemo(
    () =>
      [...people.values()].flatMap((person) => {
        const { client, editing } = person;
        if (client === ownClient || editing?.concept !== concept || editing.id !== id) return [];
        return [{ client, name: nameOf(person), since: editing.since }];
      }),
    [people, concept, id],
  );
};
