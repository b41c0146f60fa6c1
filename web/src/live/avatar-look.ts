/** How a person is shown: told apart by letters and shape as well as by colour. */
export interface AvatarLook {
  readonly letters: string;
  readonly shape: (typeof shapes)[number];
  readonly colour: string;
}

const shapes = ['circle', 'square', 'diamond', 'hexagon'] as const;

/** White letters clear 4.5:1 on each of them. None is a colour that says something of the inventory. */
const colours = ['#1f5fbf', '#146b6b', '#6d4c2f', '#5b5f1d', '#4a3f9e', '#8a2f4f', '#3d5a6c', '#7a3b8f'] as const;

/** The first letters of the first and the last word; a question mark for who gave no name. Pure. */
const lettersOf = (name: string | undefined): string => {
  const words = (name ?? '').split(/[\s,.]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters = [first, last].map((word) => [...(word ?? '')][0] ?? '').join('');
  return letters === '' ? '?' : letters.toLocaleUpperCase();
};

/** A number from 0 that is the same for the same text. */
const numberOf = (text: string): number =>
  [...text].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7);

/** How a person is shown: the same everywhere and on every screen for the same name, and for each page of those who gave none. Pure. */
export const avatarLook = (name: string | undefined, client: string): AvatarLook => {
  const number = numberOf(name ?? client);
  return {
    letters: lettersOf(name),
    shape: shapes[number % shapes.length] ?? 'circle',
    colour: colours[Math.floor(number / shapes.length) % colours.length] ?? colours[0],
  };
};
