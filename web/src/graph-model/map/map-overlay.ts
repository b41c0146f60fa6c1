import { tones, type Tone } from '../tone.ts';
import { counted } from '../words.ts';
import type { Emphasis } from '../trace-view.ts';
import { agesOf } from './map-ages.ts';
import { initialsOf } from './map-initials.ts';
import type { MapBox, MapLine, MapSign, MapView } from './map-view.ts';
import { gradeWords, mapToneWords } from './map-words.ts';

/** What can be laid over the picture. */
export const overlays = ['status', 'class', 'owner', 'freshness', 'grade'] as const;
export type Overlay = (typeof overlays)[number];

/** What an overlay is called in the choice of them. */
export const overlayTitles: Readonly<Record<Overlay, string>> = {
  status: 'Status',
  class: 'Data class',
  owner: 'Owner',
  freshness: 'Freshness',
  grade: 'Grade',
};

/** What an overlay needs to know beside the view. */
export interface OverlayContext {
  readonly asOf: string;
  /** The name of the class that is asked about; undefined when none is. */
  readonly className: string | undefined;
}

/** The view, not yet folded, with the overlay's sign on each box and line. Each sign has a shape and words of its own; none is told by colour alone. */
export const layOver = (view: MapView, overlay: Overlay, context: OverlayContext): MapView => {
  switch (overlay) {
    case 'status':
      return { boxes: view.boxes.map(withStanding), lines: view.lines.map(withStanding) };
    case 'class':
      return context.className === undefined ? view : layClass(view, context.className);
    case 'owner':
      return layOwners(view);
    case 'freshness':
      return each(view, agesOf(view, context.asOf), 'updatedAt');
    case 'grade':
      return each(view, gradeSign, 'grade');
  }
};

const withStanding = <T extends { readonly tone: Tone; readonly restrictions: number }>(
  thing: T,
): T & { readonly sign: MapSign | undefined } => ({
  ...thing,
  sign:
    thing.restrictions === 0
      ? undefined
      : { shape: `tone:${thing.tone}`, words: mapToneWords(thing.tone), rank: tones.indexOf(thing.tone) },
});

const layClass = (view: MapView, className: string): MapView => {
  const verbs = { system: 'holds', channel: 'releases', group: 'holds' } as const;
  const ranks = { system: 0, channel: 2, group: 0 } as const;
  const emphasis = (of: boolean): Emphasis => (of ? 'normal' : 'dim');
  return {
    boxes: view.boxes.map((box) => {
      const { ofClass, ofPart } = box.thing ?? {};
      if (ofClass !== true && ofPart === true)
        return {
          ...box,
          emphasis: emphasis(true),
          sign: { shape: 'part', words: `${verbs[box.kind]} part of ${className}`, rank: 3 },
        };
      const of = ofClass === true;
      const words = of ? `${verbs[box.kind]} ${className}` : `not recorded as having ${className}`;
      return {
        ...box,
        emphasis: emphasis(of),
        sign: { shape: of ? verbs[box.kind] : 'absent', words, rank: of ? ranks[box.kind] : 4 },
      };
    }),
    lines: view.lines.map((line) => {
      const of = line.ofClass === true || line.ofPart === true;
      const sign: MapSign =
        line.ofClass === true
          ? { shape: 'carries', words: `carries ${className}`, rank: 1 }
          : { shape: 'part', words: `carries part of ${className}`, rank: 3 };
      return { ...line, emphasis: emphasis(of), sign: of && line.kind === 'flow' ? sign : undefined };
    }),
  };
};

const layOwners = (view: MapView): MapView => {
  const counts = new Map<string, number>();
  for (const { thing } of view.boxes) {
    if (thing?.custodian) counts.set(thing.custodian, (counts.get(thing.custodian) ?? 0) + 1);
  }
  const owners = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([owner]) => owner);
  const initials = initialsOf(owners);
  const letters = new Map(
    owners.map((owner, index): [string, MapSign] => [
      owner,
      { shape: `letter:${initials.get(owner) ?? ''}`, words: owner, rank: index + 1 },
    ]),
  );
  const nobody: MapSign = { shape: 'letter:?', words: 'nobody recorded', rank: 0 };
  const signOf = (box: MapBox): MapSign => letters.get(box.thing?.custodian ?? '') ?? nobody;
  return { boxes: view.boxes.map((box) => ({ ...box, sign: signOf(box) })), lines: view.lines };
};

const each = (view: MapView, signOf: (value: string) => MapSign, of: 'updatedAt' | 'grade'): MapView => ({
  boxes: view.boxes.map((box) => (box.thing === undefined ? box : { ...box, sign: signOf(box.thing[of]) })),
  lines: view.lines.map((line) => {
    const signs = line.flows.map((flow) => signOf(flow[of])).sort((a, b) => a.rank - b.rank);
    return { ...line, sign: signs[0] };
  }),
});

const grades = ['ASSERTED', 'DOCUMENTED', 'ADVERTISED', 'OBSERVED', 'TESTED'];

const gradeSign = (grade: string): MapSign => {
  const at = grades.indexOf(grade) + 1;
  return { shape: `level:${at}`, words: gradeWords(grade), rank: at };
};

/** One sign that is on the picture, and how many boxes and lines have it. */
export interface MapLegendEntry {
  readonly sign: MapSign;
  readonly boxes: number;
  readonly lines: number;
}

/** The signs on the boxes and lines of a view, each once with how many have it, first in rank first. */
export const mapLegendOf = (view: MapView): readonly MapLegendEntry[] => {
  const found = new Map<string, { sign: MapSign; boxes: number; lines: number }>();
  const add = ({ sign }: MapBox | MapLine, of: 'boxes' | 'lines'): void => {
    if (sign === undefined) return;
    const key = `${sign.shape}|${sign.words}`;
    const known = found.get(key) ?? { sign, boxes: 0, lines: 0 };
    known[of] += 1;
    found.set(key, known);
  };
  for (const box of view.boxes) add(box, 'boxes');
  for (const line of view.lines) add(line, 'lines');
  return [...found.values()].sort((a, b) => a.sign.rank - b.sign.rank);
};

/** `7 boxes, 2 lines`: on how many a sign is. */
export const legendCount = ({ boxes, lines }: MapLegendEntry): string =>
  [...(boxes === 0 ? [] : [counted(boxes, 'box', 'boxes')]), ...(lines === 0 ? [] : [counted(lines, 'line')])].join(
    ', ',
  );

/** What the drawing itself means, as far as it is on the picture: folded groups, kinds of lines, plates and pins. */
export const drawingSigns = ['group', 'flow', 'serves', 'bundle', 'chip', 'pin'] as const;
export type DrawingSign = (typeof drawingSigns)[number];

/** What each of them is called. */
export const drawingWords: Readonly<Record<DrawingSign, string>> = {
  group: 'a group, folded: the worst status inside',
  flow: 'flow',
  serves: 'serves a channel',
  bundle: 'several, drawn as one',
  chip: 'neighbours not shown',
  pin: 'pinned',
};

/** The drawing signs that a view shows. */
export const drawingSignsOf = (view: MapView, pins: ReadonlySet<string>): readonly DrawingSign[] =>
  drawingSigns.filter((sign) => {
    if (sign === 'group') return view.boxes.some((box) => box.kind === 'group');
    if (sign === 'chip') return view.boxes.some((box) => box.kind !== 'group' && box.hidden.in + box.hidden.out > 0);
    if (sign === 'pin') return view.boxes.some((box) => pins.has(box.id));
    return view.lines.some((line) => line.kind === sign);
  });
