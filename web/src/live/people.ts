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

/** The people without their names and what they look at, numbered in the order they came. Pure. */
export const withoutNames = (people: People): People =>
  new Map(
    [...people].map(([client, person], at) => [
      client,
      { ...person, name: person.name === 'local user' ? person.name : `Guest ${at + 1}`, title: '' },
    ]),
  );

/** Whether the page of somebody goes where one's own page goes, by itself or over others that follow: to follow it would lead nowhere. Pure. */
export const followsBack = (people: People, client: string, own: string): boolean => {
  const seen = new Set<string>();
  let at: string | null | undefined = client;
  while (typeof at === 'string' && !seen.has(at)) {
    seen.add(at);
    at = people.get(at)?.following;
    if (at === own) return true;
  }
  return false;
};

/** What a person is called: those who gave no name are all called alike by the server. Pure. */
export const nameOf = ({ name }: Pick<Person, 'name'>): string =>
  name === 'local user' ? 'Somebody without a name' : name;
