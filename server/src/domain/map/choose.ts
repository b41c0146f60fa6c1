import { ok, type Result } from '../result.ts';
import { forEachIn, type TraceIndex } from '../trace/index.ts';
import type { MapDay, ThingRef } from './map-day.ts';
import { numbersOf, type MapDirection, type MapError, type MapQuestion } from './map-question.ts';

/** Which things of a day are shown. */
export interface Chosen {
  /** By number, in order. */
  readonly shown: readonly number[];
  /** How many were asked for. */
  readonly asked: number;
  /** How many more would have been, were nothing hidden. */
  readonly hidden: number;
  /** How many more were named to be seen that are not there that day. */
  readonly notThere: number;
}

/**
 * What a question wants to see, at most `most` of it: the nearest to the middle stay, and of those that are equally near the first by
 * number. What is not there that day is passed over and counted. Linear in the part that is asked for, and in its surroundings. Error:
 * nothing of the middle is there that day.
 */
export const chooseThings = (index: TraceIndex, day: MapDay, question: MapQuestion): Result<Chosen, MapError> => {
  const { around, show, expand } = question;
  const middle = around.map(day.numberOf).filter(isThere);
  if (around.length > 0 && middle.length === 0) {
    const none = numbersOf(index, day, around);
    if (!none.ok) return none;
  }
  const wanted =
    around.length === 0 ? new Map(day.things.map((_, number) => [number, 0])) : within(day, middle, question.hops);
  const want = (number: number, distance: number): void => {
    wanted.set(number, Math.min(distance, wanted.get(number) ?? distance));
  };
  for (const number of show.map(day.numberOf).filter(isThere)) want(number, 0);
  for (const { thing, direction } of expand) {
    const number = day.numberOf(thing);
    if (!isThere(number)) continue;
    want(number, 0);
    forEachNeighbour(day, number, direction, (other) => want(other, 1));
  }
  let hidden = 0;
  for (const ref of question.hide) if (wanted.delete(day.numberOf(ref))) hidden += 1;
  const nearest =
    wanted.size <= question.most
      ? [...wanted.keys()]
      : [...wanted]
          .sort(([a, near], [b, far]) => near - far || a - b)
          .slice(0, question.most)
          .map(([number]) => number);
  return ok({
    shown: nearest.sort((a, b) => a - b),
    asked: wanted.size,
    hidden,
    notThere: countMissing(day, [...around, ...show, ...expand.map(({ thing }) => thing)]),
  });
};

const isThere = (number: number): boolean => number !== -1;

/** How many different things among some are not there that day. */
const countMissing = (day: MapDay, refs: readonly ThingRef[]): number =>
  new Set(refs.filter((ref) => !isThere(day.numberOf(ref))).map(({ concept, id }) => `${concept} ${id}`)).size;

/** Gives each neighbour to `visit`, with the number of the line; a thing is no neighbour of itself. */
export const forEachNeighbour = (
  { lines, linesOut, linesIn }: MapDay,
  number: number,
  direction: MapDirection,
  visit: (neighbour: number, line: number) => void,
): void => {
  const look = (line: number, end: 'from' | 'to'): void => {
    const other = lines[line]?.[end] ?? -1;
    if (other !== number) visit(other, line);
  };
  if (direction !== 'OUT') forEachIn(linesIn, number, (line) => look(line, 'from'));
  if (direction !== 'IN') forEachIn(linesOut, number, (line) => look(line, 'to'));
};

/** The things within some steps of the middle, whichever way the lines run, with how many steps it is to each. */
const within = (day: MapDay, middle: readonly number[], hops: number): Map<number, number> => {
  const distances = new Map(middle.map((number) => [number, 0]));
  let rim = [...distances.keys()];
  for (let hop = 1; hop <= hops && rim.length > 0; hop += 1) {
    const next: number[] = [];
    for (const number of rim)
      forEachNeighbour(day, number, 'BOTH', (other) => {
        if (distances.has(other)) return;
        distances.set(other, hop);
        next.push(other);
      });
    rim = next;
  }
  return distances;
};
