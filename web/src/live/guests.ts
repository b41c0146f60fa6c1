import { avatarLook } from './avatar-look.ts';
import { nameOf, type People } from './people.ts';

/** Somebody else as pictures and outlines show them: their look, what they have selected, and where their pointer is on this picture. */
export interface Guest {
  readonly client: string;
  readonly name: string;
  readonly letters: string;
  readonly colour: string;
  readonly selection: readonly string[];
  /** A place told from a box of the picture. */
  readonly pointer: { readonly anchor: string; readonly x: number; readonly y: number } | undefined;
}

/** The name of a picture for pointers, and of the box that a place is told from: the same box stands elsewhere where the same picture is laid out otherwise. Pure. */
export const writePicture = (picture: string, anchor: string): string => `${picture}#${anchor}`;

/** The others as guests of a picture: pointers of those who look at the same one. Pure. */
export const guestsOf = (people: People, own: string, picture: string | undefined): readonly Guest[] =>
  [...people.values()]
    .filter(({ client }) => client !== own)
    .map((person) => {
      const { client, selection, pointer } = person;
      const { letters, colour } = avatarLook(person.name === 'local user' ? undefined : person.name, client);
      const isHere = picture !== undefined && pointer?.picture.startsWith(writePicture(picture, '')) === true;
      return {
        client,
        name: nameOf(person),
        letters,
        colour,
        selection,
        pointer:
          isHere && pointer
            ? { anchor: pointer.picture.slice(picture.length + 1), x: pointer.x, y: pointer.y }
            : undefined,
      };
    });
