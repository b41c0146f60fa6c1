import { isLineSign, type LegendEntry } from '../graph-model/legend.ts';
import { statement } from '../graph-model/statement.ts';
import type { Tone } from '../graph-model/tone.ts';
import type { Emphasis } from '../graph-model/trace-view.ts';
import { lineSignBox, lineSignMarkup } from './line-sign.ts';
import { glyphMarkup } from '../ui/glyphs.ts';
import type { Palette } from './palette.ts';
import { piecesOf } from './layout/spline.ts';
import { sizes } from './layout/sizes.ts';
import type { Scene, SceneBadge, SceneEdge, SceneNode } from './scene.ts';
import { cornerOf, dimLine, dimOpacity, widthOf } from './scene-style.ts';
import { glyphByTone } from './tone-style.ts';
import { wrapLabel, type Measure } from './wrap-label.ts';

/** The words around an exported picture, so that it can be read away from the screen. */
export interface SvgCaption {
  readonly title: string;
  readonly sentence: string;
  readonly facts: readonly string[];
  readonly legend: readonly LegendEntry[];
}

/**
 * The picture as a whole SVG document with its caption, facts and legend, and at its foot what the product says of itself: exactly the
 * scene, one `<path class="edge">` a line. Needs no font but a sans-serif.
 */
export const sceneToSvg = (scene: Scene, caption: SvgCaption, palette: Palette, measure: Measure): string => {
  const margin = 24;
  const width = Math.max(scene.width + 2 * margin, 900);
  const room = width - 2 * margin;
  const lines = captionLines(caption, room, measure);
  let top = margin;
  const words = lines.map((line) => {
    top += line.height;
    return text(
      margin,
      top - line.height * 0.3,
      line.words,
      line.quiet ? palette.quiet : palette.text,
      line.size,
      line.weight,
    );
  });
  top += 14;
  const legend = legendRows(caption, room, measure);
  const height = top + scene.height + 20 + legend.length * 30 + footHeight + margin;
  const parts = [
    `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    ...words,
    `<g transform="translate(${round((width - scene.width) / 2)} ${top})">${drawScene(scene, palette)}</g>`,
    ...legend.map(
      (row, index) =>
        `<g transform="translate(${margin} ${top + scene.height + 20 + index * 30})">${drawLegend(row, palette)}</g>`,
    ),
    text(margin, height - margin, statement, palette.quiet, 12),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ` +
    `font-family="${escape(palette.font)}"><title>${escape(caption.title)}</title><desc>${escape(`${caption.sentence} ${statement}`)}</desc>${parts.join('')}</svg>`
  );
};

const drawScene = (scene: Scene, palette: Palette): string =>
  [
    ...scene.lanes.map(
      (lane) =>
        `<rect x="${round(lane.x - lane.width / 2)}" y="0" width="${lane.width}" height="${round(lane.height)}" rx="8" fill="${palette.lane}"/>` +
        text(lane.x - lane.width / 2 + sizes.lanePadding, 24, lane.title.toUpperCase(), palette.quiet, 13, 'bold'),
    ),
    ...scene.edges.map((edge) => drawEdge(edge, palette)),
    ...scene.nodes.map((node) => drawNode(node, palette)),
    ...scene.badges.map((badge) => drawBadge(badge, palette)),
    ...scene.labels.map(
      (label) =>
        `<g class="label"><rect x="${round(label.x - label.width / 2)}" y="${round(label.y - label.height / 2)}" width="${label.width}" height="${label.height}" rx="4" fill="${palette.ground}"/>` +
        label.lines
          .map((line, index) => centred(label.x, label.y, index, label.lines.length, line, palette.quiet))
          .join('') +
        '</g>',
    ),
  ].join('');

const drawEdge = (edge: SceneEdge, palette: Palette): string => {
  const color = palette.tone[edge.tone];
  const pieces = piecesOf(edge.start, edge.controls, edge.end);
  const curve = pieces
    .map(({ control, to }) => `Q${round(control.x)} ${round(control.y)} ${round(to.x)} ${round(to.y)}`)
    .join('');
  const last = pieces.at(-1);
  const direction = last !== undefined && last.control.x > edge.end.x ? -1 : 1;
  const width = widthOf(edge);
  const { x, y } = edge.end;
  const tip =
    edge.tip === 'arrow'
      ? `<path d="M${round(x)} ${round(y)}l${-9 * direction} -5v10z" fill="${color}"/>`
      : edge.tip === 'bar'
        ? `<path d="M${round(x - 3 * direction)} ${round(y - 7)}v14" stroke="${color}" stroke-width="${width + 1.5}" fill="none"/>`
        : '';
  return (
    `<g${fade(edge.emphasis, dimLine)}><path class="edge" d="M${round(edge.start.x)} ${round(edge.start.y)}${curve}" fill="none" stroke="${color}" stroke-width="${width}"/>` +
    `${tip}</g>`
  );
};

const drawNode = (node: SceneNode, palette: Palette): string => {
  const left = node.x - node.width / 2;
  const top = node.y - node.height / 2;
  const inset = node.kind === 'system' || node.kind === 'group' ? sizes.textInset : sizes.textInset + 6;
  const stroke = node.marked ? palette.tone.undocumented : palette.nodeLine;
  const lines = [...node.title, ...node.detail];
  const first = node.y - ((lines.length - 1) * sizes.line) / 2 + 4.5;
  const dim = node.emphasis === 'dim';
  const loud = node.detailTone === undefined ? palette.quiet : palette.tone[node.detailTone];
  const words = lines.map((line, index) => {
    const title = index < node.title.length;
    const color = dim ? palette.quiet : title ? palette.text : loud;
    return text(left + inset, first + index * sizes.line, line, color, 13, title && !dim ? 'bold' : 'normal');
  });
  const corner = cornerOf(node);
  return (
    `<g class="node"><rect x="${round(left)}" y="${round(top)}" width="${node.width}" height="${round(node.height)}" rx="${radiusOf(node)}" ` +
    `fill="${node.marked ? palette.markedGround : palette.panel}" stroke="${stroke}" stroke-width="${node.marked ? 4 : 1.25}"${dim ? ` stroke-opacity="${dimOpacity}"` : ''}/>` +
    (node.kind === 'group' ? innerFrame(node, stroke) : '') +
    words.join('') +
    (node.glyph ? glyph(node.tone, corner.x - 11, corner.y - 11, 22, palette, node.emphasis) : '') +
    '</g>'
  );
};

/** A folded box has a second frame inside, as on the canvas. */
const innerFrame = (node: SceneNode, stroke: string): string =>
  `<rect x="${round(node.x - node.width / 2 + 3)}" y="${round(node.y - node.height / 2 + 3)}" width="${node.width - 6}" height="${round(node.height - 6)}" rx="5" fill="none" stroke="${stroke}"/>`;

const radiusOf = (node: SceneNode): number =>
  node.kind === 'system' || node.kind === 'group' ? 7 : Math.min(24, node.height / 2);

const drawBadge = (badge: SceneBadge, palette: Palette): string => {
  const left = badge.x - badge.width / 2;
  const inset = badge.mark === undefined ? sizes.badgePadding : sizes.badgePadding * 2 + sizes.badgeGlyph;
  const first = badge.y - ((badge.lines.length - 1) * sizes.line) / 2 + 4.5;
  const dim = badge.emphasis === 'dim';
  const color = badge.mark === undefined ? palette.line : palette.tone[badge.mark.tone];
  return (
    `<g class="badge"><rect x="${round(left)}" y="${round(badge.y - badge.height / 2)}" width="${badge.width}" height="${badge.height}" rx="5" ` +
    `fill="${badge.mark?.tone === 'undocumented' ? palette.markedGround : palette.panel}" stroke="${color}" stroke-width="1.25"${dim ? ` stroke-opacity="${dimOpacity}"` : ''}/>` +
    (badge.mark === undefined
      ? ''
      : glyph(badge.mark.tone, left + sizes.badgePadding, badge.y - 9, 18, palette, badge.emphasis)) +
    badge.lines
      .map((line, index) =>
        text(left + inset, first + index * sizes.line, line, dim ? palette.quiet : palette.text, 13),
      )
      .join('') +
    '</g>'
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
const captionLines = (caption: SvgCaption, room: number, measure: Measure): readonly CaptionLine[] => {
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

type LegendRow = readonly { readonly entry: LegendEntry; readonly x: number }[];

const legendRows = (caption: SvgCaption, width: number, measure: Measure): readonly LegendRow[] => {
  const rows: { entry: LegendEntry; x: number }[][] = [[]];
  let x = 0;
  for (const entry of caption.legend) {
    const room = signWidth(entry) + measure(entry.words, false) * 1.1 + 26;
    if (x > 0 && x + room > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ entry, x });
    x += room;
  }
  return rows;
};

const signWidth = ({ sign }: LegendEntry): number => (isLineSign(sign) ? lineSignBox.width : 20) + 7;

const drawLegend = (row: LegendRow, palette: Palette): string =>
  row
    .map(({ entry, x }) => {
      const { sign, words } = entry;
      const drawn = isLineSign(sign)
        ? `<g transform="translate(${round(x)} 0)">${lineSignMarkup(sign, { ink: palette.quiet, ground: palette.panel })}</g>`
        : glyph(sign, x, 0, 20, palette);
      return drawn + text(x + signWidth(entry), 15, words, palette.text, 13);
    })
    .join('');

const glyph = (
  tone: Tone,
  x: number,
  y: number,
  size: number,
  palette: Palette,
  emphasis: Emphasis = 'normal',
): string =>
  `<g${fade(emphasis, dimOpacity)} transform="translate(${round(x)} ${round(y)}) scale(${round(size / 24)})">${glyphMarkup(glyphByTone[tone], { ink: palette.tone[tone], ground: palette.panel })}</g>`;

const centred = (x: number, y: number, index: number, count: number, line: string, color: string): string =>
  `<text x="${round(x)}" y="${round(y - ((count - 1) * sizes.line) / 2 + index * sizes.line + 4.5)}" font-size="13" fill="${color}" text-anchor="middle">${escape(line)}</text>`;

const text = (x: number, y: number, words: string, color: string, size: number, weight = 'normal'): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${color}">${escape(words)}</text>`;

const fade = (emphasis: Emphasis, opacity: number): string => (emphasis === 'dim' ? ` opacity="${opacity}"` : '');
const round = (value: number): number => Math.round(value * 100) / 100;
const escape = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
