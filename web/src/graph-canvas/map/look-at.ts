import { listed } from '../../graph-model/words.ts';
import type { Box, Point } from '../scene.ts';

/** How the picture is looked at: zoom, and where its origin is on the canvas. */
export interface Look {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** The room on screen that the picture is looked at through. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The names in boxes are drawn with 13 pixels at zoom 1: below it they are too small to be read across a table. */
export const readableZoom = 1;
/** The same for a projector, to be read across a room: 18 pixels. */
export const projectorZoom = 1.4;
const mostOver = 1.1;
const margin = 36;

/** All of the boxes at once, however small they get; undefined where there is nothing or no room. */
export const lookAtAll = (boxes: readonly Box[], room: Room, readable = readableZoom): Look | undefined => {
  const bounds = boundsOf(boxes);
  if (bounds === undefined || room.width === 0 || room.height === 0) return undefined;
  return centredOn(middleOf(bounds), zoomFor(bounds, room, readable), room);
};

/** The first look: all of the boxes where their names can be read then, else as many of them around `middle` as can be. */
export const firstLook = (
  boxes: readonly Box[],
  room: Room,
  middle: Point | undefined,
  readable = readableZoom,
): Look | undefined => {
  const bounds = boundsOf(boxes);
  const all = lookAtAll(boxes, room, readable);
  if (bounds === undefined || all === undefined || all.zoom >= readable) return all;
  return within(bounds, centredOn(middle ?? middleOf(bounds), readable, room), room);
};

/**
 * The look moved just so far that the boxes are on screen and can be read. Where they do not fit then, the first of them is in the middle of those that
 * do. The very same look where nothing has to move.
 */
export const lookAtPart = (part: readonly Box[], now: Look, room: Room, readable = readableZoom): Look => {
  const bounds = boundsOf(part);
  const [first] = part;
  if (bounds === undefined || first === undefined || room.width === 0 || room.height === 0) return now;
  const fits = zoomFor(bounds, room, readable) >= readable;
  if (now.zoom < readable || !fits) {
    const zoom = Math.max(readable, Math.min(now.zoom, mostOver * readable));
    return fits ? centredOn(middleOf(bounds), zoom, room) : within(bounds, centredOn(first, zoom, room), room);
  }
  const zoom = Math.min(now.zoom, Math.max(readable, fitting(bounds, room)));
  const scaled = zoom === now.zoom ? now : centredOn(middleOf(bounds), zoom, room);
  return {
    zoom,
    x: pushed(scaled.x, bounds.left * zoom + scaled.x, bounds.right * zoom + scaled.x, room.width),
    y: pushed(scaled.y, bounds.top * zoom + scaled.y, bounds.bottom * zoom + scaled.y, room.height),
  };
};

/** Where there are boxes that are not on screen, `to the left and above`; undefined where all of them are. */
export const beyondWords = (boxes: readonly Box[], shown: Room & { left: number; top: number }): string | undefined => {
  const bounds = boundsOf(boxes);
  if (bounds === undefined) return undefined;
  const parts = [
    ...(bounds.left < shown.left - slack ? ['to the left'] : []),
    ...(bounds.right > shown.left + shown.width + slack ? ['to the right'] : []),
    ...(bounds.top < shown.top - slack ? ['above'] : []),
    ...(bounds.bottom > shown.top + shown.height + slack ? ['below'] : []),
  ];
  if (parts.length === 4) return 'on all sides';
  return parts.length === 0 ? undefined : listed(parts);
};

/** So little of a box may be cut off without it counting as off the screen. */
const slack = 12;

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest frame around boxes; undefined around none. */
export const boundsOf = (boxes: readonly Box[]): Bounds | undefined => {
  if (boxes.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x - width / 2);
    right = Math.max(right, x + width / 2);
    top = Math.min(top, y - height / 2);
    bottom = Math.max(bottom, y + height / 2);
  }
  return { left, top, right, bottom };
};

const fitting = ({ left, top, right, bottom }: Bounds, room: Room): number =>
  Math.min((room.width - 2 * margin) / (right - left), (room.height - 2 * margin) / (bottom - top));

const zoomFor = (bounds: Bounds, room: Room, readable: number): number =>
  Math.min(fitting(bounds, room), mostOver * readable);

const middleOf = ({ left, top, right, bottom }: Bounds): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

const centredOn = ({ x, y }: Point, zoom: number, room: Room): Look => ({
  zoom,
  x: room.width / 2 - x * zoom,
  y: room.height / 2 - y * zoom,
});

/** The look pulled back so that it shows no ground beyond the bounds; what is smaller than the room stands in its middle. */
const within = (bounds: Bounds, { zoom, x, y }: Look, room: Room): Look => ({
  zoom,
  x: held(x, bounds.left * zoom, bounds.right * zoom, room.width),
  y: held(y, bounds.top * zoom, bounds.bottom * zoom, room.height),
});

const held = (pan: number, from: number, to: number, room: number): number =>
  to - from <= room - 2 * margin
    ? room / 2 - (from + to) / 2
    : Math.min(margin - from, Math.max(room - margin - to, pan));

const pushed = (pan: number, from: number, to: number, room: number): number =>
  from < margin ? pan + margin - from : to > room - margin ? pan + room - margin - to : pan;
