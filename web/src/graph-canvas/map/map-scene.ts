import type { MapBox, MapLine, MapSign, MapView } from '../../graph-model/map/map-view.ts';
import { isOpenTone, type Tone } from '../../graph-model/tone.ts';
import type { Emphasis } from '../../graph-model/trace-view.ts';
import type { Box } from '../scene.ts';
import { createLineWords } from './line-labels.ts';
import type { MapPlan } from './map-plan.ts';
import type { Places } from './place-new.ts';

/** A small plate at a box that says how many neighbours are not shown: before it, after it, or how many of all are marked. */
export interface SceneChip {
  readonly side: 'IN' | 'OUT' | 'MARKED';
  readonly words: string;
  readonly marked: boolean;
}

/** A box in its place. `glyph` is the standing of its restrictions, `sign` what another overlay than that says. */
export interface MapSceneBox extends Box {
  readonly id: string;
  readonly kind: MapBox['kind'];
  readonly title: readonly string[];
  readonly detail: readonly string[];
  readonly glyph: Tone | undefined;
  readonly sign: MapSign | undefined;
  readonly marked: boolean;
  readonly pinned: boolean;
  readonly chips: readonly SceneChip[];
  readonly emphasis: Emphasis;
}

/** A line between two boxes; `label` stands on it always, `all` when it is looked at: each only as far as there is room for it. */
export interface MapSceneLine {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: MapLine['kind'];
  readonly tone: Tone;
  readonly label: string;
  readonly all: string;
  readonly emphasis: Emphasis;
}

/** Everything that is drawn, in places. A large one is drawn plainer, so that it still moves smoothly. */
export interface MapScene {
  readonly boxes: readonly MapSceneBox[];
  readonly lines: readonly MapSceneLine[];
  readonly large: boolean;
}

/** From so many boxes or lines on a picture is a large one. */
export const largeFrom = { boxes: 260, lines: 700 } as const;

/** What the plan says in the places found for it. Boxes without a place, and lines without both ends, are left out. */
export const composeMap = (view: MapView, plan: MapPlan, places: Places, pins: ReadonlySet<string>): MapScene => {
  const plannedById = new Map(plan.boxes.map((box) => [box.id, box]));
  const boxes = view.boxes.flatMap((box): readonly MapSceneBox[] => {
    const planned = plannedById.get(box.id);
    const place = places.get(box.id);
    if (planned === undefined || place === undefined) return [];
    const status = box.sign === undefined || box.sign.shape.startsWith('tone:');
    return [
      {
        ...place,
        id: box.id,
        kind: box.kind,
        width: planned.width,
        height: planned.height,
        title: planned.title,
        detail: planned.detail,
        glyph: box.restrictions > 0 && (status || isOpenTone(box.tone)) ? box.tone : undefined,
        sign: status ? undefined : box.sign,
        marked: box.tone === 'undocumented',
        pinned: pins.has(box.id),
        chips: chipsOf(box),
        emphasis: box.emphasis,
      },
    ];
  });
  const placed = new Set(boxes.map((box) => box.id));
  const wordsOf = createLineWords(boxes);
  const lines = view.lines
    .filter((line) => placed.has(line.source) && placed.has(line.target))
    .map((line): MapSceneLine => ({
      id: line.id,
      source: line.source,
      target: line.target,
      kind: line.kind,
      tone: line.tone,
      ...wordsOf({
        source: line.source,
        target: line.target,
        label: isOpenTone(line.tone) ? `${signByTone[line.tone] ?? ''} ${line.marked}`.trim() : '',
        told: line.label,
      }),
      emphasis: line.emphasis,
    }));
  return { boxes, lines, large: boxes.length > largeFrom.boxes || lines.length > largeFrom.lines };
};

/** The statuses' signs as letters, for places that hold no drawing. */
const signByTone: Partial<Readonly<Record<Tone, string>>> = {
  undocumented: '!',
  unprotected: '!',
  incomplete: '◐',
  review: '?',
};

const chipsOf = ({ hidden, kind }: MapBox): readonly SceneChip[] => {
  if (kind === 'group') return [];
  const both = hidden.in > 0 && hidden.out > 0;
  const marks = hidden.marked > 0 ? ` · ${hidden.marked} !` : '';
  return [
    ...(hidden.in === 0
      ? []
      : [{ side: 'IN' as const, words: `+${hidden.in}${both ? '' : marks}`, marked: !both && hidden.marked > 0 }]),
    ...(hidden.out === 0
      ? []
      : [{ side: 'OUT' as const, words: `+${hidden.out}${both ? '' : marks}`, marked: !both && hidden.marked > 0 }]),
    ...(both && hidden.marked > 0 ? [{ side: 'MARKED' as const, words: `${hidden.marked} !`, marked: true }] : []),
  ];
};
