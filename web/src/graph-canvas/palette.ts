import { tones, type Tone } from '../graph-model/tone.ts';
import { colorNameByTone } from './tone-style.ts';

/** The colours a picture is drawn with, as they are on the page at the moment. */
export interface Palette {
  readonly text: string;
  readonly quiet: string;
  /** The words of what is off the chosen path or out of the spotlight. */
  readonly dim: string;
  readonly ground: string;
  readonly panel: string;
  readonly lane: string;
  readonly line: string;
  readonly nodeLine: string;
  readonly accent: string;
  readonly markedGround: string;
  readonly font: string;
  readonly tone: Readonly<Record<Tone, string>>;
}

/** Reads the palette from the custom properties of the page, so that the theme is written down once. */
export const readPalette = (element: Element): Palette => {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: read('--text'),
    quiet: read('--quiet'),
    dim: read('--dim'),
    ground: read('--ground'),
    panel: read('--panel'),
    lane: read('--lane'),
    line: read('--line'),
    nodeLine: read('--node-line'),
    accent: read('--accent'),
    markedGround: read('--undocumented-ground'),
    // The canvas takes double quotes only.
    font: read('--font').replaceAll("'", '"'),
    tone: Object.fromEntries(tones.map((tone) => [tone, read(colorNameByTone[tone])])) as Record<Tone, string>,
  };
};
