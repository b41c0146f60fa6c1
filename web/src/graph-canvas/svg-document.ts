import { statement } from '../graph-model/statement.ts';
import type { Palette } from './palette.ts';
import { wrapLabel, type Measure } from './wrap-label.ts';

/** The words around an exported picture, so that it can be read away from the screen. */
export interface SvgWords {
  readonly title: string;
  readonly sentence: string;
  readonly facts: readonly string[];
}

/** One sign of the legend: its drawing, 20 high, how wide that is, and what it means. */
export interface SvgLegendSign {
  readonly markup: string;
  readonly width: number;
  readonly words: string;
}

/** A drawing with its size, its upper left corner at the origin. */
export interface SvgDrawing {
  readonly width: number;
  readonly height: number;
  readonly markup: string;
}

/** The drawing as a whole SVG document with its caption, facts and legend, and at its foot what the product says of itself. Needs no font but a sans-serif. */
export const svgDocument = (
  drawing: SvgDrawing,
  caption: SvgWords,
  signs: readonly SvgLegendSign[],
  palette: Palette,
  measure: Measure,
): string => {
  const margin = 24;
  const width = Math.max(drawing.width + 2 * margin, 900);
  const room = width - 2 * margin;
  const lines = captionLines(caption, room, measure);
  let top = margin;
  const words = lines.map((line) => {
    top += line.height;
    return svgText(
      margin,
      top - line.height * 0.3,
      line.words,
      line.quiet ? palette.quiet : palette.text,
      line.size,
      line.weight,
    );
  });
  top += 14;
  const legend = legendRows(signs, room, measure);
  const height = top + drawing.height + 20 + legend.length * 30 + footHeight + margin;
  const parts = [
    `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    ...words,
    `<g transform="translate(${round((width - drawing.width) / 2)} ${top})">${drawing.markup}</g>`,
    ...legend.map(
      (row, index) =>
        `<g transform="translate(${margin} ${top + drawing.height + 20 + index * 30})">${drawLegend(row, palette)}</g>`,
    ),
    svgText(margin, height - margin, statement, palette.quiet, 12),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ` +
    `font-family="${escapeSvg(palette.font)}"><title>${escapeSvg(caption.title)}</title><desc>${escapeSvg(`${caption.sentence} ${statement}`)}</desc>${parts.join('')}</svg>`
  );
};

/** Room for the statement below the legend. */
const footHeight = 18;

interface CaptionLine {
  readonly words: string;
  readonly size: number;
  readonly height: number;
  readonly weight: string;
  readonly quiet: boolean;
}

/** No caption is cut: this many lines hold what a class, an answer and a question can say. */
const mostCaptionLines = 40;

/** The title, the sentence and the facts, each broken to the room there is; another face than the one measured may be a tenth wider. */
const captionLines = (caption: SvgWords, room: number, measure: Measure): readonly CaptionLine[] => {
  const broken = (words: string, size: number, weight: string, quiet: boolean): readonly CaptionLine[] =>
    wrapLabel(words, room / 1.1, mostCaptionLines, (part) => (measure(part, weight === 'bold') * size) / 13).map(
      (line) => ({ words: line, size, height: Math.round(size * 1.45), weight, quiet }),
    );
  return [
    ...broken(caption.title, 22, 'bold', false),
    ...broken(caption.sentence, 15, 'normal', false),
    ...broken(caption.facts.join(' · '), 13, 'normal', true),
  ];
};

type LegendRow = readonly { readonly sign: SvgLegendSign; readonly x: number }[];

const legendRows = (signs: readonly SvgLegendSign[], width: number, measure: Measure): readonly LegendRow[] => {
  const rows: { sign: SvgLegendSign; x: number }[][] = [[]];
  let x = 0;
  for (const sign of signs) {
    const room = sign.width + 7 + measure(sign.words, false) * 1.1 + 26;
    if (x > 0 && x + room > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ sign, x });
    x += room;
  }
  return rows;
};

const drawLegend = (row: LegendRow, palette: Palette): string =>
  row
    .map(
      ({ sign, x }) =>
        `<g transform="translate(${round(x)} 0)">${sign.markup}</g>${svgText(x + sign.width + 7, 15, sign.words, palette.text, 13)}`,
    )
    .join('');

/** A text of an SVG, its left end on the baseline. */
export const svgText = (x: number, y: number, words: string, color: string, size: number, weight = 'normal'): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${color}">${escapeSvg(words)}</text>`;

/** A number of an SVG: two places are more than any screen shows. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** A text as it stands in markup. */
export const escapeSvg = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
