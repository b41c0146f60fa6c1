import { counted, listed } from '../words.ts';

/** What is marked, as one notion: restrictions without complete documentation, and on how many systems, channels and lines they are. */
export interface Marks {
  readonly restrictions: number;
  readonly systems: number;
  readonly channels: number;
  readonly lines: number;
}

/** Nothing marked. */
export const noMarksAtAll: Marks = { restrictions: 0, systems: 0, channels: 0, lines: 0 };

/** The marks of one thing or line that has so many such restrictions. */
export const marksOn = (what: 'systems' | 'channels' | 'lines', restrictions: number): Marks =>
  restrictions === 0 ? noMarksAtAll : { ...noMarksAtAll, restrictions, [what]: 1 };

/** The marks of several together. */
export const sumOfMarks = (all: readonly { readonly marks: Marks }[]): Marks => {
  const total = { ...noMarksAtAll };
  for (const { marks } of all) {
    total.restrictions += marks.restrictions;
    total.systems += marks.systems;
    total.channels += marks.channels;
    total.lines += marks.lines;
  }
  return total;
};

/** `2 restrictions without complete documentation on 1 system and 1 line`; undefined where there are none. */
export const marksWords = ({ restrictions, systems, channels, lines }: Marks): string | undefined =>
  restrictions === 0
    ? undefined
    : `${counted(restrictions, 'restriction')} without complete documentation on ${listed([
        ...(systems === 0 ? [] : [counted(systems, 'system')]),
        ...(channels === 0 ? [] : [counted(channels, 'access channel')]),
        ...(lines === 0 ? [] : [counted(lines, 'line')]),
      ])}`;

/** The same in a few words, for places that hold no more: `2 marked restrictions`. */
export const marksInShort = ({ restrictions }: Marks): string | undefined =>
  restrictions === 0 ? undefined : counted(restrictions, 'marked restriction');
