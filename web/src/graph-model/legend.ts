import { tones, toneWords, type Tone } from './tone.ts';
import type { TraceView } from './trace-view.ts';

/** One entry of the legend: a status that is on the picture, in words, and on how many things. */
export interface LegendEntry {
  readonly tone: Tone;
  readonly words: string;
  readonly count: number;
}

/** The statuses the view shows, worst first, each with the number of boxes, lines and marks that show it. */
export const legendOf = (view: TraceView): readonly LegendEntry[] => {
  const counts = new Map<Tone, number>();
  const count = (tone: Tone): void => void counts.set(tone, (counts.get(tone) ?? 0) + 1);
  for (const node of view.nodes) if (node.glyph) count(node.tone);
  for (const edge of view.edges) {
    count(edge.tone);
    for (const mark of edge.marks) count(mark.tone);
  }
  return tones.flatMap((tone) => {
    const found = counts.get(tone);
    return found === undefined ? [] : [{ tone, words: toneWords[tone], count: found }];
  });
};
