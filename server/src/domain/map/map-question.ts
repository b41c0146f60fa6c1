import { isLiveOn, isCalendarDate, type CalendarDate, type Id } from '../model/entity.ts';
import { err, ok, type Result } from '../result.ts';
import type { TraceError, TraceIndex } from '../trace/index.ts';
import { mapDayOf, type MapDay, type ThingRef } from './map-day.ts';

/** Which neighbours, seen from a thing: what it gets something from, what gets something from it, or both. */
export type MapDirection = 'IN' | 'OUT' | 'BOTH';

/**
 * What a picture is to show. Nothing `around`: everything, without what is in `hide`. What is named and not there that day is passed over, as
 * long as something of `around` is left.
 */
export interface MapQuestion {
  readonly asOf: CalendarDate;
  readonly around: readonly ThingRef[];
  readonly hops: number;
  readonly expand: readonly { readonly thing: ThingRef; readonly direction: MapDirection }[];
  readonly show: readonly ThingRef[];
  readonly hide: readonly ThingRef[];
  readonly dataClass?: Id;
  /** How many things at most. */
  readonly most: number;
}

/** The largest values that a question may have. */
export const mostHops = 4;
export const mostThings = 5000;

/** A system or channel that the inventory has, and not on the day asked about. */
export interface NotThereThatDay {
  readonly type: 'NotThereThatDay';
  readonly concept: ThingRef['concept'];
  readonly id: Id;
  readonly asOf: CalendarDate;
  /** When it is there, as far as that is recorded. */
  readonly startedOn?: CalendarDate;
  readonly endedOn?: CalendarDate;
}

/** The question names something that is not there, or is malformed. */
export type MapError =
  | Extract<TraceError, { readonly type: 'DataClassNotFound' | 'DateInvalid' | 'CursorInvalid' }>
  | { readonly type: 'EntityNotFound'; readonly concept: ThingRef['concept']; readonly id: Id }
  | NotThereThatDay;

/** What can be seen on a day. Error: there is no such day. */
export const seenOn = (index: TraceIndex, asOf: CalendarDate): Result<MapDay, MapError> =>
  isCalendarDate(asOf) ? ok(mapDayOf(index.structure, asOf)) : err({ type: 'DateInvalid', value: asOf });

/** The numbers of things on a day, in order. Error: the first that is not there, and why. */
export const numbersOf = (
  index: TraceIndex,
  day: MapDay,
  refs: readonly ThingRef[],
): Result<readonly number[], MapError> => {
  const numbers: number[] = [];
  for (const ref of refs) {
    const number = day.numberOf(ref);
    if (number === -1) return err(whyNotThere(index, day, ref));
    numbers.push(number);
  }
  return ok(numbers);
};

const whyNotThere = (index: TraceIndex, { asOf }: MapDay, { concept, id }: ThingRef): MapError => {
  const there = index.graph[concept].get(id);
  if (there === undefined || isLiveOn(there, asOf)) return { type: 'EntityNotFound', concept, id };
  const { startedOn, endedOn } = there;
  return {
    type: 'NotThereThatDay',
    concept,
    id,
    asOf,
    ...(startedOn === undefined ? {} : { startedOn }),
    ...(endedOn === undefined ? {} : { endedOn }),
  };
};

/** A thing that is not there that day, in words. */
export const notThereWords = ({
  asOf,
  startedOn,
  endedOn,
}: Pick<NotThereThatDay, 'asOf' | 'startedOn' | 'endedOn'>): string => {
  if (startedOn !== undefined && asOf < startedOn) return `not there on ${asOf}: it begins on ${startedOn}`;
  return `not there on ${asOf}${endedOn === undefined ? '' : `: it ended on ${endedOn}`}`;
};
