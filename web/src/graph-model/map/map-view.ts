import type { Tone } from '../tone.ts';
import type { Emphasis } from '../trace-view.ts';
import type { Marks } from './map-marks.ts';
import type { MapFlowInput, MapThingInput } from './map-picture.ts';

/** The columns that a picture from left to right has, as the API calls them. */
export const mapLanes = ['ORIGIN', 'INTEGRATION', 'COPY', 'CHANNEL'] as const;
export type MapLane = (typeof mapLanes)[number];

/** The shape of a sign: what it looks like without any colour. Digits say how much of it is filled. */
export type SignShape =
  | `tone:${Tone}`
  | `level:${number}`
  | `age:${number}`
  | `letter:${string}`
  | 'holds'
  | 'carries'
  | 'releases'
  | 'part'
  | 'absent';

/** What an overlay says of one thing: a shape and the words for it. Of several, the one with the lowest `rank` is told first. */
export interface MapSign {
  readonly shape: SignShape;
  readonly words: string;
  readonly rank: number;
}

/** How many neighbours of a thing are not in the picture, seen from it. */
export interface HiddenNeighbours {
  readonly in: number;
  readonly out: number;
  /** How many of all of them, or of the lines to them, are marked. */
  readonly marked: number;
}

/**
 * A box: a system, a channel, or a group that is folded into one. `tone` is the worst standing of its restrictions (`none` without any); `marked` counts
 * those that are not completely documented, `marks` says on what of it; `members` are the view ids a group stands for (empty otherwise); `sign` is what the overlay says.
 */
export interface MapBox {
  readonly id: string;
  readonly kind: 'system' | 'channel' | 'group';
  readonly lane: MapLane;
  readonly name: string;
  readonly detail: string;
  readonly tone: Tone;
  readonly restrictions: number;
  readonly marked: number;
  readonly marks: Marks;
  readonly hidden: HiddenNeighbours;
  readonly sign: MapSign | undefined;
  readonly sentence: string;
  readonly members: readonly string[];
  readonly emphasis: Emphasis;
  /** What the API said of it; undefined of a group. */
  readonly thing: MapThingInput | undefined;
}

/**
 * A line between two boxes. `bundle` stands for lines between the things of folded groups; `members` are the ids of the lines it stands for, itself
 * alone otherwise.
 */
export interface MapLine {
  readonly id: string;
  readonly kind: 'flow' | 'serves' | 'bundle';
  readonly source: string;
  readonly target: string;
  readonly tone: Tone;
  readonly restrictions: number;
  readonly marked: number;
  readonly marks: Marks;
  readonly label: string;
  /** Whether it carries the class asked about; undefined when none was. */
  readonly ofClass: boolean | undefined;
  /** Whether it carries only a part of that class; undefined when none was asked about. */
  readonly ofPart: boolean | undefined;
  readonly sign: MapSign | undefined;
  readonly sentence: string;
  readonly flows: readonly MapFlowInput[];
  readonly members: readonly string[];
  readonly emphasis: Emphasis;
}

/** The picture without colours, pixels or handlers. Boxes and lines are in the order of the answer, groups after things. */
export interface MapView {
  readonly boxes: readonly MapBox[];
  readonly lines: readonly MapLine[];
}

/** A view of nothing. */
export const emptyMapView: MapView = { boxes: [], lines: [] };
