import { findWays, type MapError, type WayPage, type WayQuestion } from '../domain/map/index.ts';
import type { CalendarDate, Id } from '../domain/model/entity.ts';
import { err, type Result } from '../domain/result.ts';
import type { TraceIndex } from '../domain/trace/index.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { inRange, toThings, type AskedThing } from './map-of.ts';
import { createJudge, findPack, type JudgeDeps } from './restriction-judge.ts';

/** Which ways are asked for, as it comes in. */
export interface WaysRequest {
  readonly asOf: CalendarDate;
  readonly from: Id;
  readonly to: AskedThing;
  readonly via?: readonly Id[] | null | undefined;
  readonly dataClass?: Id | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** How many ways a page has where nothing is said, and at most. The API says the same. */
export const usualWays = 20;
export const mostWays = 200;

/**
 * A page of the ways asked for, judged by the newest rule pack in force. Errors: both ends are the same; an end that is neither system nor
 * channel, or something that is not there that day; no such class; no such day; a number out of range; a cursor that is none.
 */
export const waysOf = (
  index: TraceIndex,
  deps: JudgeDeps,
  { asOf, from, to, via, dataClass, first, after }: WaysRequest,
): Result<WayPage, MapError | InputInvalid> => {
  const ends = toThings('to', [to]);
  if (!ends.ok) return ends;
  const [end] = ends.value;
  if (end === undefined || (end.concept === 'System' && end.id === from))
    return err(inputInvalid('to', `A way leads from one thing to another; both ends are the system "${from}".`));
  const size = inRange('first', first ?? usualWays, [1, mostWays]);
  if (!size.ok) return size;
  const pack = findPack(deps.packs, undefined);
  if (!pack.ok) return pack;
  const question: WayQuestion = {
    asOf,
    from,
    to: end,
    via: via ?? [],
    first: size.value,
    ...(typeof dataClass === 'string' ? { dataClass } : {}),
    ...(typeof after === 'string' ? { after } : {}),
  };
  return findWays(index, question, createJudge(deps, asOf, pack.value));
};
