import { legendCount, type MapLegendEntry } from '../../graph-model/map/map-overlay.ts';
import { isOpenTone } from '../../graph-model/tone.ts';
import type { Palette } from '../palette.ts';
import { dimLine, dimOpacity } from '../scene-style.ts';
import type { Box } from '../scene.ts';
import { round, svgDocument, svgText, type SvgWords } from '../svg-document.ts';
import type { Measure } from '../wrap-label.ts';
import { borderPoint } from './line-labels.ts';
import { mapSizes } from './map-plan.ts';
import type { MapScene, MapSceneBox, MapSceneLine } from './map-scene.ts';
import { signMarkup, type SignColors } from './sign-markup.ts';

const margin = 30;

/** The map as a whole SVG document with its caption, facts and legend: every box and line of the scene, one `<path class="edge">` a line. */
export const mapToSvg = (
  scene: MapScene,
  caption: SvgWords,
  legend: readonly MapLegendEntry[],
  palette: Palette,
  measure: Measure,
): string => {
  const colors: SignColors = { ink: palette.text, ground: palette.panel, tone: (tone) => palette.tone[tone] };
  const frame = frameOf(scene.boxes);
  const boxById = new Map(scene.boxes.map((box) => [box.id, box]));
  const markup = [
    `<g transform="translate(${round(margin - frame.left)} ${round(margin - frame.top)})">`,
    ...scene.lines.map((line) => drawLine(line, boxById, palette, measure)),
    ...scene.boxes.map((box) => drawBox(box, palette, colors)),
    '</g>',
  ].join('');
  return svgDocument(
    { width: Math.ceil(frame.width + 2 * margin), height: Math.ceil(frame.height + 2 * margin), markup },
    caption,
    legend.map((entry) => ({
      markup: scaled(entry.sign.shape, 0, 0, 20, colors),
      width: 20,
      words: `${entry.sign.words} · ${legendCount(entry)}`,
    })),
    palette,
    measure,
  );
};

const frameOf = (boxes: readonly Box[]) => {
  const left = Math.min(0, ...boxes.map((box) => box.x - box.width / 2));
  const top = Math.min(0, ...boxes.map((box) => box.y - box.height / 2));
  const right = Math.max(0, ...boxes.map((box) => box.x + box.width / 2));
  const bottom = Math.max(0, ...boxes.map((box) => box.y + box.height / 2));
  return { left, top, width: right - left, height: bottom - top };
};

const drawLine = (
  line: MapSceneLine,
  boxById: ReadonlyMap<string, MapSceneBox>,
  palette: Palette,
  measure: Measure,
): string => {
  const source = boxById.get(line.source);
  const target = boxById.get(line.target);
  if (source === undefined || target === undefined || source === target) return '';
  const start = borderPoint(source, target);
  const end = borderPoint(target, source);
  const color = isOpenTone(line.tone) || line.tone === 'withheld' ? palette.tone[line.tone] : palette.nodeLine;
  const width =
    (line.tone === 'undocumented' ? 3.5 : line.kind === 'bundle' ? 3 : 1.6) + (line.emphasis === 'path' ? 1.5 : 0);
  const angle = round((Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI);
  const tip =
    line.kind === 'serves'
      ? `<circle cx="-5" cy="0" r="4" fill="${palette.ground}" stroke="${color}" stroke-width="1.5"/>`
      : `<path d="M0 0l-10 -5v10z" fill="${color}"/>`;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const plate = measure(line.label, false) * 1.1 + 10;
  const label =
    line.label === ''
      ? ''
      : `<rect x="${round(middle.x - plate / 2)}" y="${round(middle.y - 10)}" width="${round(plate)}" height="20" rx="4" fill="${palette.panel}" stroke="${palette.line}"/>` +
        svgText(middle.x - plate / 2 + 5, middle.y + 4.5, line.label, palette.text, 13);
  return (
    `<g${line.emphasis === 'dim' ? ` opacity="${dimLine}"` : ''}><path class="edge" d="M${round(start.x)} ${round(start.y)}L${round(end.x)} ${round(end.y)}" fill="none" stroke="${color}" stroke-width="${width}"/>` +
    `<g transform="translate(${round(end.x)} ${round(end.y)}) rotate(${angle})">${tip}</g>${label}</g>`
  );
};

const drawBox = (box: MapSceneBox, palette: Palette, colors: SignColors): string => {
  const left = box.x - box.width / 2;
  const top = box.y - box.height / 2;
  const dim = box.emphasis === 'dim';
  const stroke = box.marked ? palette.tone.undocumented : palette.nodeLine;
  const radius = box.kind === 'channel' ? Math.min(24, box.height / 2) : 7;
  const lines = [...box.title, ...box.detail];
  const first = box.y - ((lines.length - 1) * mapSizes.line) / 2 + 4.5;
  return (
    `<g class="node"><rect x="${round(left)}" y="${round(top)}" width="${box.width}" height="${box.height}" rx="${radius}" fill="${box.marked ? palette.markedGround : palette.panel}" stroke="${stroke}" stroke-width="${box.marked ? 4 : 1.25}"${dim ? ` stroke-opacity="${dimOpacity}"` : ''}/>` +
    (box.kind === 'group'
      ? `<rect x="${round(left + 4)}" y="${round(top + 4)}" width="${box.width - 8}" height="${box.height - 8}" rx="5" fill="none" stroke="${stroke}"/>`
      : '') +
    lines
      .map((line, index) => {
        const title = index < box.title.length;
        const color = title && !dim ? palette.text : palette.quiet;
        return svgText(
          box.x,
          first + index * mapSizes.line,
          line,
          color,
          13,
          title && !dim ? 'bold' : 'normal',
        ).replace('<text ', '<text text-anchor="middle" ');
      })
      .join('') +
    (box.glyph === undefined
      ? ''
      : scaled(`tone:${box.glyph}`, left + box.width - 14, top - 9, mapSizes.sign, colors)) +
    (box.sign === undefined ? '' : scaled(box.sign.shape, left - 8, top - 9, mapSizes.sign, colors)) +
    box.chips
      .map((chip) => {
        const width = 14 + chip.words.length * 7.2;
        const side = chip.side === 'IN' ? -1 : chip.side === 'OUT' ? 1 : 0;
        const x = box.x + side * (box.width / 2 - width / 2 + 6);
        const y = box.y + box.height / 2 + 3;
        return (
          `<rect x="${round(x - width / 2)}" y="${round(y - 10)}" width="${round(width)}" height="20" rx="10" fill="${chip.marked ? palette.markedGround : palette.panel}" stroke="${chip.marked ? palette.tone.undocumented : palette.accent}"/>` +
          svgText(x - width / 2 + 7, y + 4.5, chip.words, palette.text, 13)
        );
      })
      .join('') +
    '</g>'
  );
};

const scaled = (
  shape: Parameters<typeof signMarkup>[0],
  x: number,
  y: number,
  size: number,
  colors: SignColors,
): string =>
  `<g transform="translate(${round(x)} ${round(y)}) scale(${round(size / 24)})">${signMarkup(shape, colors)}</g>`;
