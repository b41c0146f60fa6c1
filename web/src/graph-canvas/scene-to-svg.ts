import { toneWords, type Tone } from '../graph-model/tone.ts';
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
  readonly legend: readonly { readonly tone: Tone; readonly count: number }[];
}

/**
 * The picture as a whole SVG document with its caption, legend and facts: exactly the scene, one `<path class="edge">` a line. Needs no
 * font but a sans-serif.
 */
export const sceneToSvg = (scene: Scene, caption: SvgCaption, palette: Palette, measure: Measure): string => {
  const margin = 24;
  const width = Math.max(scene.width + 2 * margin, 900);
  const sentence = wrapLabel(caption.sentence, (width - 2 * margin) / 1.2, 4, (text) => measure(text, false));
  const top = margin + 30 + sentence.length * 21 + 32;
  const legend = legendRows(caption, width - 2 * margin, measure);
  const height = top + scene.height + 20 + legend.length * 30 + margin;
  const parts = [
    `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    text(margin, margin + 18, caption.title, palette.text, 22, 'bold'),
    ...sentence.map((line, index) => text(margin, margin + 46 + index * 21, line, palette.text, 15)),
    text(margin, top - 14, caption.facts.join(' · '), palette.quiet, 13),
    `<g transform="translate(${round((width - scene.width) / 2)} ${top})">${drawScene(scene, palette)}</g>`,
    ...legend.map(
      (row, index) =>
        `<g transform="translate(${margin} ${top + scene.height + 20 + index * 30})">${drawLegend(row, palette)}</g>`,
    ),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ` +
    `font-family="${escape(palette.font)}"><title>${escape(caption.title)}</title><desc>${escape(caption.sentence)}</desc>${parts.join('')}</svg>`
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
  const words = lines.map((line, index) =>
    index < node.title.length
      ? text(left + inset, first + index * sizes.line, line, palette.text, 13, 'bold')
      : text(
          left + inset,
          first + index * sizes.line,
          line,
          node.detailTone === undefined ? palette.quiet : palette.tone[node.detailTone],
          13,
        ),
  );
  const corner = cornerOf(node);
  return (
    `<g class="node"${fade(node.emphasis)}><rect x="${round(left)}" y="${round(top)}" width="${node.width}" height="${round(node.height)}" rx="${radiusOf(node)}" ` +
    `fill="${node.marked ? palette.markedGround : palette.panel}" stroke="${stroke}" stroke-width="${node.marked ? 4 : 1.25}"/>` +
    (node.kind === 'group' ? innerFrame(node, stroke) : '') +
    words.join('') +
    (node.glyph ? glyph(node.tone, corner.x - 11, corner.y - 11, 22, palette) : '') +
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
  const color = badge.mark === undefined ? palette.line : palette.tone[badge.mark.tone];
  return (
    `<g class="badge"${fade(badge.emphasis)}><rect x="${round(left)}" y="${round(badge.y - badge.height / 2)}" width="${badge.width}" height="${badge.height}" rx="5" ` +
    `fill="${badge.mark?.tone === 'undocumented' ? palette.markedGround : palette.panel}" stroke="${color}" stroke-width="1.25"/>` +
    (badge.mark === undefined ? '' : glyph(badge.mark.tone, left + sizes.badgePadding, badge.y - 9, 18, palette)) +
    badge.lines.map((line, index) => text(left + inset, first + index * sizes.line, line, palette.text, 13)).join('') +
    '</g>'
  );
};

type LegendRow = readonly { readonly tone: Tone; readonly words: string; readonly x: number }[];

const legendRows = (caption: SvgCaption, width: number, measure: Measure): readonly LegendRow[] => {
  const rows: { tone: Tone; words: string; x: number }[][] = [[]];
  let x = 0;
  for (const { tone, count } of caption.legend) {
    const words = `${toneWords[tone]} (${count})`;
    const room = 30 + measure(words, false) + 26;
    if (x > 0 && x + room > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ tone, words, x });
    x += room;
  }
  return rows;
};

const drawLegend = (row: LegendRow, palette: Palette): string =>
  row
    .map((entry) => glyph(entry.tone, entry.x, 0, 20, palette) + text(entry.x + 27, 15, entry.words, palette.text, 13))
    .join('');

const glyph = (tone: Tone, x: number, y: number, size: number, palette: Palette): string =>
  `<g transform="translate(${round(x)} ${round(y)}) scale(${round(size / 24)})">${glyphMarkup(glyphByTone[tone], { ink: palette.tone[tone], ground: palette.panel })}</g>`;

const centred = (x: number, y: number, index: number, count: number, line: string, color: string): string =>
  `<text x="${round(x)}" y="${round(y - ((count - 1) * sizes.line) / 2 + index * sizes.line + 4.5)}" font-size="13" fill="${color}" text-anchor="middle">${escape(line)}</text>`;

const text = (x: number, y: number, words: string, color: string, size: number, weight = 'normal'): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${color}">${escape(words)}</text>`;

const fade = (emphasis: string, opacity = dimOpacity): string => (emphasis === 'dim' ? ` opacity="${opacity}"` : '');
const round = (value: number): number => Math.round(value * 100) / 100;
const escape = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
