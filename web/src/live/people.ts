import type { RoomSubscription } from '../gql/graphql.ts';

/** What is new in a room. */
export type RoomNews = RoomSubscription['room'];
/** One page in the room. */
export type Person = RoomNews['changed'][number];
/** Everybody in the room by the id of their page, in the order they came. */
export type People = ReadonlyMap<string, Person>;

/** The people after what is new. Pure. */
export const withNews = (people: People, { whole, changed, moved, left }: RoomNews): People => {
  const next = new Map(whole ? [] : people);
  for (const client of left) next.delete(client);
  for (const person of changed) next.set(person.client, person);
  for (const { client, pointer } of moved) {
    const known = next.get(client);
    if (known !== undefined) next.set(client, { ...known, pointer: pointer ?? null });
  }
  return next;
};

/** Who presents, if somebody does. Pure. */
export const presenterOf = (people: People): Person | undefined =>
  [...people.values()].find(({ presentingSince }) => typeof presentingSince === 'string');

/** What a person is called: those who gave no name are all called alike by the server. Pure. */
export const nameOf = ({ name }: Pick<Person, 'name'>): string =>
  name === 'local user' ? 'Somebody without a name' : name;
