import { isLineSign, type LegendEntry } from '../graph-model/legend.ts';
import type { Tone } from '../graph-model/tone.ts';
import type { Emphasis } from '../graph-model/trace-view.ts';
import { lineSignBox, lineSignMarkup } from './line-sign.ts';
import { glyphMarkup } from '../ui/glyphs.ts';
import type { Palette } from './palette.ts';
import { piecesOf } from './layout/spline.ts';
import type { Sizes } from './layout/sizes.ts';
import type { Point, Scene, SceneBadge, SceneEdge, SceneNode } from './scene.ts';
import { cornerOf, dimLine, dimOpacity, widthOf } from './scene-style.ts';
import { escapeSvg, round, svgDocument, svgText, type SvgWords } from './svg-document.ts';
import { glyphByTone } from './tone-style.ts';
import type { Measure } from './wrap-label.ts';

/** The words around an exported picture, so that it can be read away from the screen. */
export interface SvgCaption extends SvgWords {
  readonly legend: readonly LegendEntry[];
}

/**
 * The picture as a whole SVG document with its caption, facts and legend, and at its foot what the product says of itself: exactly the
 * scene, one `<path class="edge">` a line. Needs no font but a sans-serif.
 */
export const sceneToSvg = (scene: Scene, caption: SvgCaption, palette: Palette, measure: Measure): string =>
  svgDocument(
    { width: scene.width, height: scene.height, markup: drawScene(scene, palette) },
    caption,
    caption.legend.map(({ sign, words }) => ({
      markup: isLineSign(sign)
        ? lineSignMarkup(sign, { ink: palette.quiet, ground: palette.panel })
        : glyph(sign, 0, 0, 20, palette),
      width: isLineSign(sign) ? lineSignBox.width : 20,
      words,
    })),
    palette,
    measure,
  );

const drawScene = (scene: Scene, palette: Palette): string =>
  [
    ...scene.lanes.map(
      (lane) =>
        `<rect x="${round(lane.x - lane.width / 2)}" y="0" width="${lane.width}" height="${round(lane.height)}" rx="8" fill="${palette.lane}"/>` +
        svgText(
          lane.x - lane.width / 2 + scene.sizes.lanePadding,
          scene.sizes.laneHeader / 2 + baseline(scene.sizes),
          lane.title.toUpperCase(),
          palette.quiet,
          scene.sizes.type,
          'bold',
        ),
    ),
    ...scene.edges.map((edge) => drawEdge(edge, palette)),
    ...scene.nodes.map((node) => drawNode(node, palette, scene.sizes)),
    ...scene.badges.map((badge) => drawBadge(badge, palette, scene.sizes)),
    ...scene.labels.map(
      (label) =>
        `<g class="label"><rect x="${round(label.x - label.width / 2)}" y="${round(label.y - label.height / 2)}" width="${label.width}" height="${label.height}" rx="4" fill="${palette.ground}"/>` +
        label.lines
          .map((line, index) => centred(label, index, label.lines.length, line, palette.quiet, scene.sizes))
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

const drawNode = (node: SceneNode, palette: Palette, sizes: Sizes): string => {
  const left = node.x - node.width / 2;
  const top = node.y - node.height / 2;
  const inset = node.kind === 'system' || node.kind === 'group' ? sizes.textInset : sizes.textInset + sizes.pillInset;
  const stroke = node.marked ? palette.tone.undocumented : palette.nodeLine;
  const lines = [...node.title, ...node.detail];
  const first = node.y - ((lines.length - 1) * sizes.line) / 2 + baseline(sizes);
  const dim = node.emphasis === 'dim';
  const loud = node.detailTone === undefined ? palette.quiet : palette.tone[node.detailTone];
  const words = lines.map((line, index) => {
    const title = index < node.title.length;
    const color = dim ? palette.dim : title ? palette.text : loud;
    return svgText(
      left + inset,
      first + index * sizes.line,
      line,
      color,
      sizes.type,
      title && !dim ? 'bold' : 'normal',
    );
  });
  const corner = cornerOf(node);
  return (
    `<g class="node"><rect x="${round(left)}" y="${round(top)}" width="${node.width}" height="${round(node.height)}" rx="${radiusOf(node)}" ` +
    `fill="${node.marked ? palette.markedGround : palette.panel}" stroke="${stroke}" stroke-width="${node.marked ? 4 : 1.25}"${dim ? ` stroke-opacity="${dimOpacity}"` : ''}/>` +
    (node.kind === 'group' ? innerFrame(node, stroke) : '') +
    words.join('') +
    (node.glyph
      ? glyph(node.tone, corner.x - sizes.glyph / 2, corner.y - sizes.glyph / 2, sizes.glyph, palette, node.emphasis)
      : '') +
    '</g>'
  );
};

/** A folded box has a second frame inside, as on the canvas. */
const innerFrame = (node: SceneNode, stroke: string): string =>
  `<rect x="${round(node.x - node.width / 2 + 3)}" y="${round(node.y - node.height / 2 + 3)}" width="${node.width - 6}" height="${round(node.height - 6)}" rx="5" fill="none" stroke="${stroke}"/>`;

const radiusOf = (node: SceneNode): number =>
  node.kind === 'system' || node.kind === 'group' ? 7 : Math.min(24, node.height / 2);

const drawBadge = (badge: SceneBadge, palette: Palette, sizes: Sizes): string => {
  const left = badge.x - badge.width / 2;
  const inset = badge.mark === undefined ? sizes.badgePadding : sizes.badgePadding * 2 + sizes.badgeGlyph;
  const first = badge.y - ((badge.lines.length - 1) * sizes.line) / 2 + baseline(sizes);
  const dim = badge.emphasis === 'dim';
  const color = badge.mark === undefined ? palette.line : palette.tone[badge.mark.tone];
  return (
    `<g class="badge"><rect x="${round(left)}" y="${round(badge.y - badge.height / 2)}" width="${badge.width}" height="${badge.height}" rx="5" ` +
    `fill="${badge.mark?.tone === 'undocumented' ? palette.markedGround : palette.panel}" stroke="${color}" stroke-width="1.25"${dim ? ` stroke-opacity="${dimOpacity}"` : ''}/>` +
    (badge.mark === undefined
      ? ''
      : glyph(
          badge.mark.tone,
          left + sizes.badgePadding,
          badge.y - sizes.badgeGlyph / 2,
          sizes.badgeGlyph,
          palette,
          badge.emphasis,
        )) +
    badge.lines
      .map((line, index) =>
        svgText(left + inset, first + index * sizes.line, line, dim ? palette.dim : palette.text, sizes.type),
      )
      .join('') +
    '</g>'
  );
};

/** How far below the middle of a line of words the ground is that its letters stand on. */
const baseline = ({ type }: Sizes): number => (type * 4.5) / 13;

const glyph = (
  tone: Tone,
  x: number,
  y: number,
  size: number,
  palette: Palette,
  emphasis: Emphasis = 'normal',
): string =>
  `<g${fade(emphasis, dimOpacity)} transform="translate(${round(x)} ${round(y)}) scale(${round(size / 24)})">${glyphMarkup(glyphByTone[tone], { ink: palette.tone[tone], ground: palette.panel })}</g>`;

const centred = (place: Point, index: number, count: number, line: string, color: string, sizes: Sizes): string =>
  `<text x="${round(place.x)}" y="${round(place.y - ((count - 1) * sizes.line) / 2 + index * sizes.line + baseline(sizes))}" font-size="${sizes.type}" fill="${color}" text-anchor="middle">${escapeSvg(line)}</text>`;

const fade = (emphasis: Emphasis, opacity: number): string => (emphasis === 'dim' ? ` opacity="${opacity}"` : '');
