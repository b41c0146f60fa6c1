import { tones, toneWords, type Tone } from './tone.ts';
import type { TraceView } from './trace-view.ts';

/** How a line ends, and the number on a line that stands for several flows. */
export const lineSigns = ['arrow', 'bar', 'bare', 'bundle'] as const;
export type LineSign = (typeof lineSigns)[number];

/** One entry of the legend: a sign that is on the picture, in words. */
export interface LegendEntry {
  readonly sign: Tone | LineSign;
  readonly words: string;
}

const lineWords: Readonly<Record<LineSign, string>> = {
  arrow: 'passes',
  bar: 'stopped here',
  bare: 'never gets here',
  bundle: 'flows drawn as one line',
};

/** The signs the view shows and no other: statuses, worst first, then what the ends of lines mean. */
export const legendOf = (view: TraceView): readonly LegendEntry[] => {
  const shown = new Set<Tone | LineSign>();
  for (const node of view.nodes) if (node.glyph) shown.add(node.tone);
  for (const edge of view.edges) {
    shown.add(edge.tone);
    shown.add(edge.end === 'none' ? 'bare' : edge.end);
    for (const mark of edge.marks) shown.add(mark.tone);
    if (edge.members.length > 1 && edge.marks.length === 0) shown.add('bundle');
  }
  return [
    ...tones.filter((tone) => shown.has(tone)).map((tone) => ({ sign: tone, words: toneWords[tone] })),
    ...lineSigns.filter((sign) => shown.has(sign)).map((sign) => ({ sign, words: lineWords[sign] })),
  ];
};

/** Whether a sign is about lines, not about a status. */
export const isLineSign = (sign: Tone | LineSign): sign is LineSign =>
  (lineSigns as readonly (Tone | LineSign)[]).includes(sign);
