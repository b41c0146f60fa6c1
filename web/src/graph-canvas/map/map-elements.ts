import type { SignShape } from '../../graph-model/map/map-view.ts';
import type { Palette } from '../palette.ts';
import type { Point } from '../scene.ts';
import { mapSizes } from './map-plan.ts';
import type { MapScene, MapSceneBox, MapSceneLine, SceneChip } from './map-scene.ts';
import { markupUri, pinMarkup, signMarkup, type SignColors } from './sign-markup.ts';

/** One element of the canvas, as plain data. `owner` is the box that a loose piece goes with; `position` is absent for lines. */
export interface MapElement {
  readonly id: string;
  readonly group: 'nodes' | 'edges';
  readonly data: Readonly<Record<string, string | number | readonly string[]>>;
  readonly position?: Point;
  readonly owner?: string;
  readonly classes: string;
}

/** Boxes first, then lines, then loose pieces: the order in which they can be added. Ids of boxes and lines are those of the view. */
export const mapElements = (scene: MapScene, palette: Palette): readonly MapElement[] => {
  const images = imagesOf(palette);
  return [
    ...scene.boxes.map((box) => boxElement(box, scene.large, images)),
    ...scene.lines.map((line) => lineElement(line, scene.large)),
    ...scene.boxes.flatMap((box) => [
      ...(scene.large || box.detail.length === 0 ? [] : [detailElement(box)]),
      ...box.chips.map((chip) => chipElement(box, chip)),
    ]),
  ];
};

type Images = (kind: 'sign' | 'pin', shape: string) => string;

/** The drawings of the signs, each made once. */
const imagesOf = (palette: Palette): Images => {
  const made = new Map<string, string>();
  const colors: SignColors = { ink: palette.text, ground: palette.panel, tone: (tone) => palette.tone[tone] };
  return (kind, shape) => {
    const key = `${kind}${shape}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const markup = kind === 'pin' ? pinMarkup(palette.accent, palette.panel) : signMarkup(shape as SignShape, colors);
    const image = markupUri(markup, mapSizes.sign * 3);
    made.set(key, image);
    return image;
  };
};

const boxElement = (box: MapSceneBox, large: boolean, images: Images): MapElement => {
  const corners = [
    ...(box.glyph === undefined
      ? []
      : [{ image: images('sign', `tone:${box.glyph}`), x: '100%', y: '0%', dx: 8, dy: -9 }]),
    ...(box.sign === undefined ? [] : [{ image: images('sign', box.sign.shape), x: '0%', y: '0%', dx: -8, dy: -9 }]),
    ...(box.pinned ? [{ image: images('pin', ''), x: '0%', y: '100%', dx: -8, dy: 9 }] : []),
  ];
  const words = large ? [...box.title, ...box.detail] : box.title;
  return {
    id: box.id,
    group: 'nodes',
    data: {
      words: words.join('\n'),
      width: box.width,
      height: box.height,
      lift: large ? 0 : (-box.detail.length * mapSizes.line) / 2,
      ...(corners.length === 0
        ? {}
        : {
            images: corners.map((corner) => corner.image),
            sizes: corners.map(() => `${mapSizes.sign}px`),
            xs: corners.map((corner) => corner.x),
            ys: corners.map((corner) => corner.y),
            dxs: corners.map((corner) => `${corner.dx}px`),
            dys: corners.map((corner) => `${corner.dy}px`),
          }),
    },
    position: { x: box.x, y: box.y },
    classes: classes(
      'box',
      box.kind,
      box.emphasis,
      large && 'large',
      corners.length > 0 && 'signed',
      box.marked && 'marked',
      box.pinned && 'pinned',
    ),
  };
};

const lineElement = (line: MapSceneLine, large: boolean): MapElement => {
  const { all } = line;
  const words = line.emphasis === 'path' ? all : line.label;
  return {
    id: line.id,
    group: 'edges',
    data: { source: line.source, target: line.target, words, all },
    classes: classes('line', line.kind, line.tone, line.emphasis, large && 'large', words !== '' && 'worded'),
  };
};

const detailElement = (box: MapSceneBox): MapElement => ({
  id: `detail:${box.id}`,
  group: 'nodes',
  data: { words: box.detail.join('\n') },
  position: { x: box.x, y: box.y + (box.title.length * mapSizes.line) / 2 },
  owner: box.id,
  classes: classes('piece', 'detail', box.emphasis),
});

const chipElement = (box: MapSceneBox, chip: SceneChip): MapElement => {
  const width = 14 + chip.words.length * 7.2;
  const side = chip.side === 'IN' ? -1 : chip.side === 'OUT' ? 1 : 0;
  return {
    id: `chip:${chip.side}:${box.id}`,
    group: 'nodes',
    data: { words: chip.words, width, height: mapSizes.chipHeight, of: box.id, side: chip.side },
    position: {
      x: box.x + side * (box.width / 2 - width / 2 + 6),
      y: box.y + box.height / 2 + 3,
    },
    owner: box.id,
    classes: classes('piece', 'chip', chip.marked && 'chip-marked', box.emphasis),
  };
};

const classes = (...names: readonly (string | false)[]): string => names.filter((name) => name !== false).join(' ');
